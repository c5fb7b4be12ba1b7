package vn.lopmo.assessment.sitting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.thread.Rounds;

/// Tells the other instances of the service what has changed, and hears it from them, so that what is remembered of
/// sittings is never old for long. Heard by one thread of its own, which waits for no other writing.
@ApplicationScoped
class RoomNews {
    /// A transaction that took longer is not heard of: its change is seen when the memory of the sitting ends.
    private static final Duration BACK = Duration.ofSeconds(15);

    private static final Duration KEPT = Duration.ofHours(24);
    private static final String SINCE = """
            select id, assignment_id from sitting_news where told_at > :since
            union all
            select id, null from sitting where handed_in_at > :since""";

    private final EntityManager database;
    private final OpenSittings open;
    private final SavingConfig config;
    private final Clock clock;
    private final Rounds rounds = new Rounds("room-news");
    private Set<UUID> heard = Set.of();
    private Instant cleared = Instant.EPOCH;

    RoomNews(EntityManager database, OpenSittings open, SavingConfig config, Clock clock) {
        this.database = database;
        this.open = open;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        rounds.every(config.presence(), this::hear);
    }

    void stop(@Observes ShutdownEvent stopped) {
        rounds.stop(Duration.ofSeconds(5));
    }

    /// In the transaction of the change.
    void tell(@Observes SittingsChanged changed) {
        var now = clock.instant();
        database.createNativeQuery(
                        "insert into sitting_news (id, assignment_id, told_at) values (:id, :assignment, :now)")
                .setParameter("id", Ids.next(now))
                .setParameter("assignment", changed.assignmentId())
                .setParameter("now", now)
                .executeUpdate();
    }

    synchronized void hear() {
        var now = new HashSet<UUID>();
        for (var one : QuarkusTransaction.requiringNew().call(this::since)) {
            var row = (Tuple) one;
            var id = row.get(0, UUID.class);
            now.add(id);
            if (!heard.contains(id)) {
                forget(id, row);
            }
        }
        heard = now;
        clear();
    }

    private void forget(UUID id, Tuple row) {
        var assignment = row.get(1, UUID.class);
        if (assignment == null) {
            open.forget(id);
        } else {
            open.forget(new SittingsChanged(assignment));
        }
    }

    private List<?> since() {
        return database.createNativeQuery(SINCE, Tuple.class)
                .setParameter("since", clock.instant().minus(BACK))
                .getResultList();
    }

    /// News that everybody has heard, and where learners were yesterday, are of no use to anybody.
    private void clear() {
        var now = clock.instant();
        if (now.isAfter(cleared.plus(Duration.ofHours(1)))) {
            cleared = now;
            QuarkusTransaction.requiringNew().run(() -> {
                delete("delete from sitting_news where told_at < :old", now.minus(KEPT));
                delete("delete from presence where seen_at < :old", now.minus(KEPT));
            });
        }
    }

    private void delete(String statement, Instant old) {
        database.createNativeQuery(statement).setParameter("old", old).executeUpdate();
    }
}
