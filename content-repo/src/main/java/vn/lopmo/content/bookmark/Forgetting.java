package vn.lopmo.content.bookmark;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lopmo.content.file.Rows;
import vn.lopmo.content.roster.ClassMembers;

/// Forgets what a reader no longer needs: where somebody was in a file that he has not opened for more than a school
// year,
/// and all places and notes of those who have been in no class for a year. Who was never in one (librarians, heads)
/// is not taken for somebody who left; his notes stay until he deletes them.
@ApplicationScoped
class Forgetting {
    static final Duration UNTOUCHED = Duration.ofDays(400);
    static final Duration LEFT = Duration.ofDays(365);

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final Duration EACH = Duration.ofHours(1);

    private final ClassMembers members;
    private final Rows rows;
    private final Vertx vertx;
    private final Clock clock;

    Forgetting(ClassMembers members, Rows rows, Vertx vertx, Clock clock) {
        this.members = members;
        this.rows = rows;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(EACH.toMillis(), timer -> vertx.executeBlocking(() -> forget(clock.instant()))
                .onFailure(away -> LOG.warnf("places and notes are forgotten later: %s", away)));
    }

    /// @return how many places and notes
    int forget(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var left = members.leftBefore(now.minus(LEFT)).toArray(UUID[]::new);
            return rows.update(
                            "delete from reading_position where at < ?",
                            now.minus(UNTOUCHED).atOffset(ZoneOffset.UTC))
                    + rows.update("delete from reading_position where person_id = any (?)", (Object) left)
                    + rows.update("delete from reading_note where person_id = any (?)", (Object) left);
        });
    }
}
