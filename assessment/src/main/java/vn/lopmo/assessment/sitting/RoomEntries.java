package vn.lopmo.assessment.sitting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;

/// What was done in all rooms. Whoever changes the sittings of an assignment by hand writes it here, in the same
/// transaction; that they have changed is told with it.
@ApplicationScoped
public class RoomEntries implements PanacheRepositoryBase<RoomEntry, UUID> {
    private final Event<SittingsChanged> changed;

    RoomEntries(Event<SittingsChanged> changed) {
        this.changed = changed;
    }

    public void add(RoomEntry entry) {
        add(List.of(entry));
    }

    /// Entries of one assignment, told of once.
    public void add(List<RoomEntry> entries) {
        persist(entries);
        entries.stream().map(RoomEntry::assignmentId).distinct().forEach(id -> changed.fire(new SittingsChanged(id)));
    }

    /// In the order of time.
    public List<RoomEntry> ofAssignment(UUID assignmentId) {
        return list("assignmentId = ?1 order by doneAt, id", assignmentId);
    }
}
