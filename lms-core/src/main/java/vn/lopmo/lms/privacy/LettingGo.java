package vn.lopmo.lms.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lopmo.lms.organisation.KeptLongEnough;
import vn.lopmo.lms.privacy.KeptFor.What;
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// Lets go of what was kept long enough. Of leavers one after another, each in a transaction of his own, and no more
/// than some hundreds of a matter at a time; the next round goes on.
@ApplicationScoped
class LettingGo {
    private static final Logger LOG = Logger.getLogger(LettingGo.class);
    static final int MOST_AT_ONCE = 300;

    private final Retention retention;
    private final Event<KeptLongEnough> kept;
    private final Outbox outbox;
    private final Rows rows;
    private final Clock clock;

    LettingGo(Retention retention, Event<KeptLongEnough> kept, Outbox outbox, Rows rows, Clock clock) {
        this.retention = retention;
        this.kept = kept;
        this.outbox = outbox;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(every = "12h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        round(clock.instant());
    }

    /// @return how many lines went, and of how many people something did
    int round(Instant now) {
        int gone = 0;
        for (var school : rows.list("select id from school", row -> row.uuid(1))) {
            for (var setting : retention.of(school)) {
                gone += round(school, setting, now);
            }
        }
        if (gone > 0) {
            LOG.infof("%d rows and matters of people were kept long enough", gone);
        }
        return gone;
    }

    /// What stands in the way of one matter holds back no other.
    private int round(UUID school, Retention.Setting setting, Instant now) {
        var before = now.minus(Duration.ofDays(setting.daysAt(now)));
        try {
            return switch (setting.what().how()) {
                case KeptFor.Lines lines -> rows.change(lines.gone(), school, before);
                case KeptFor.Leavers leavers -> leavers(school, setting.what(), leavers, before, now);
            };
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "%s was not looked through", setting.what());
            return 0;
        }
    }

    private int leavers(UUID school, What what, KeptFor.Leavers leavers, Instant before, Instant now) {
        var people = rows.list(
                "select p.id from person p where " + Retention.LEAVERS + " order by p.left_on, p.id limit "
                        + MOST_AT_ONCE,
                row -> row.uuid(1),
                school,
                before,
                what.name());
        int gone = 0;
        for (var person : people) {
            var event = new KeptLongEnough(school, person, leavers.matter(), now);
            try {
                gone += QuarkusTransaction.requiringNew().call(() -> letGo(event, what, before)) ? 1 : 0;
            } catch (Refusal.Unavailable away) {
                LOG.warnf("%s of leavers stay till the next round: %s", what, away.slug());
                break;
            } catch (RuntimeException broken) {
                LOG.errorf(broken, "%s of somebody who left was not let go", what);
            }
        }
        return gone;
    }

    /// Whoever has come back in the meantime loses nothing: his row is held while it is looked at.
    private boolean letGo(KeptLongEnough event, What what, Instant before) {
        var left = rows.list(
                "select p.left_on::text from person p where p.id = ? and " + Retention.LEAVERS + " for update of p",
                row -> row.text(1),
                event.personId(),
                event.schoolId(),
                before,
                what.name());
        if (left.isEmpty()) {
            return false;
        }
        kept.fire(event);
        outbox.publish(event);
        rows.change(
                "insert into let_go (person_id, what, school_id, left_on, at) values (?, ?, ?, cast(? as date), ?)"
                        + " on conflict (person_id, what) do update set left_on = excluded.left_on, at = excluded.at",
                event.personId(),
                what.name(),
                event.schoolId(),
                left.getFirst(),
                event.at());
        return true;
    }
}
