package vn.lopmo.content.bookmark;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Everybody's notes; asked for one person only.
@ApplicationScoped
class Notes implements PanacheRepositoryBase<Note, UUID> {
    static final int MOST = 500;

    Note get(UUID id, UUID fileId, Caller person) {
        var note = find("id = ?1 and fileId = ?2", id, fileId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("note-not-found"));
        NotePolicy.check(person, note);
        return note;
    }

    /// In the order of the pages.
    List<Note> of(Caller person, UUID fileId) {
        return find(
                        "personId = ?1 and schoolId = ?2 and fileId = ?3",
                        Sort.by("n").and("createdAt"),
                        person.id(),
                        person.schoolId(),
                        fileId)
                .list();
    }

    /// The last written first.
    List<Note> of(Caller person) {
        return find("personId = ?1 and schoolId = ?2", Sort.descending("updatedAt"), person.id(), person.schoolId())
                .page(0, MOST)
                .list();
    }

    boolean isFull(Caller person, UUID fileId) {
        return count("personId = ?1 and fileId = ?2", person.id(), fileId) >= MOST;
    }
}
