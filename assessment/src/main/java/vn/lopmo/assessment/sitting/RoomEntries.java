package vn.lopmo.assessment.sitting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;

/// What was done in all rooms. Whoever changes the sittings of an assignment writes it here, in the same transaction:
/// by this every instance of the service learns that what it remembers of them is old.
@ApplicationScoped
public class RoomEntries implements PanacheRepositoryBase<RoomEntry, UUID> {
    private final Event<SittingsChanged> changed;

    RoomEntries(Event<SittingsChanged> changed) {
        this.changed = changed;
    }

    public void add(RoomEntry entry) {
        persist(entry);
        changed.fire(new SittingsChanged(entry.assignmentId()));
    }

    /// In the order of time.
    public List<RoomEntry> ofAssignment(UUID assignmentId) {
        return list("assignmentId = ?1 order by doneAt, id", assignmentId);
    }
}
