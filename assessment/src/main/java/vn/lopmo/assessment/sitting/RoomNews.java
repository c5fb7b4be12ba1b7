package vn.lopmo.assessment.sitting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Hears of what other instances of the service have done in rooms, so that what this one remembers of their sittings
/// is never old for long. Asked by one thread.
@ApplicationScoped
class RoomNews {
    /// A transaction that took longer would be missed, and its change seen when the memory of the sitting ends.
    private static final Duration BACK = Duration.ofSeconds(15);

    private final EntityManager database;
    private final OpenSittings open;
    private final Clock clock;
    private Map<UUID, Instant> heard = Map.of();

    RoomNews(EntityManager database, OpenSittings open, Clock clock) {
        this.database = database;
        this.open = open;
        this.clock = clock;
    }

    record Entry(UUID id, UUID assignmentId, Instant doneAt) {}

    void look() {
        var now = new HashMap<UUID, Instant>();
        for (var entry : QuarkusTransaction.requiringNew().call(this::entries)) {
            now.put(entry.id, entry.doneAt);
            if (!heard.containsKey(entry.id)) {
                open.forget(new SittingsChanged(entry.assignmentId));
            }
        }
        heard = now;
    }

    private List<Entry> entries() {
        return database.createQuery("select id, assignmentId, doneAt from RoomEntry where doneAt > :since", Entry.class)
                .setParameter("since", clock.instant().minus(BACK))
                .getResultList();
    }
}
