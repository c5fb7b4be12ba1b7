package vn.lopmo.content.bookmark;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// A note is for who wrote it, and nobody else: no role opens it.
final class NotePolicy {
    private NotePolicy() {}

    static boolean isOwn(Caller caller, Note note) {
        return note.personId().equals(caller.id()) && note.schoolId().equals(caller.schoolId());
    }

    /// @throws Refusal.NotFound to everybody else: not even that it is there
    static void check(Caller caller, Note note) {
        if (!isOwn(caller, note)) {
            throw new Refusal.NotFound("note-not-found");
        }
    }
}
