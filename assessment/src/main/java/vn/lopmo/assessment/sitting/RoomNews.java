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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
            select id, assignment_id, told_at from sitting_news where told_at > :since
            union all
            select id, null, handed_in_at from sitting where handed_in_at > :since""";

    private final EntityManager database;
    private final OpenSittings open;
    private final LastAnswers lastAnswers;
    private final SavingConfig config;
    private final Clock clock;
    private final Rounds rounds = new Rounds("room-news");
    private Set<News> heard = Set.of();
    private Instant cleared = Instant.EPOCH;

    /// @param assignmentId whose sittings have changed; null for one sitting that was handed in
    /// @param at with the id: what was reopened is handed in twice
    private record News(UUID id, @Nullable UUID assignmentId, Instant at) {}

    RoomNews(EntityManager database, OpenSittings open, LastAnswers lastAnswers, SavingConfig config, Clock clock) {
        this.database = database;
        this.open = open;
        this.lastAnswers = lastAnswers;
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
        var now = QuarkusTransaction.requiringNew().call(this::since);
        var news = now.stream().filter(one -> !heard.contains(one)).toList();
        news.forEach(this::forget);
        lastAnswers.mark(news.stream()
                .filter(one -> one.assignmentId == null)
                .map(News::id)
                .toList());
        heard = now;
        clear();
    }

    private void forget(News news) {
        var assignment = news.assignmentId;
        if (assignment == null) {
            open.forget(news.id);
        } else {
            open.forget(new SittingsChanged(assignment));
        }
    }

    private Set<News> since() {
        List<?> rows = database.createNativeQuery(SINCE, Tuple.class)
                .setParameter("since", clock.instant().minus(BACK))
                .getResultList();
        return rows.stream().map(row -> news((Tuple) row)).collect(Collectors.toSet());
    }

    private static News news(Tuple row) {
        return new News(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, Instant.class));
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
