package vn.lopmo.lms.gradebook.book;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Slot;

/// What stands at one place of a mark book.
///
/// @param value in the spelling of [vn.lopmo.lms.gradebook.rules.Entry#read]; empty if cleared
/// @param version counts the changes, from 1
/// @param fedBy the assignment or task it was taken over from, or what [Bringing.From#sourceId] says
public record Cell(
        UUID learnerId,
        String subject,
        int term,
        Slot slot,
        String value,
        int version,
        @Nullable UUID fedBy) {
    /// A cell of a book that is known.
    public record Key(UUID learnerId, Slot slot) {}

    public Key key() {
        return new Key(learnerId, slot);
    }

    /// A change that somebody asks for.
    ///
    /// @param version of the cell it was made from; 0 if there was none
    public record Wish(
            UUID learnerId,
            Slot slot,
            String value,
            int version,
            @Nullable UUID fedBy) {
        Key key() {
            return new Key(learnerId, slot);
        }
    }
}
