package vn.lopmo.lms.privacy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.sql.Rows;

/// How long a school keeps what is not a mark, and the job that keeps to it.
@ApplicationScoped
@Transactional
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    /// What is kept for a time. The days are usual; a school sets its own.
    enum What {
        /// Who looked into whose record.
        ACCESS_LOG(730, "delete from record_access where school_id = ? and at < ?"),
        /// How those who have left the school went through their lessons.
        LEARNING_TRAIL(
                365,
                "delete from lesson_progress using person p where p.id = learner_id"
                        + " and lesson_progress.school_id = ? and p.left_on < cast(? as timestamptz)::date"),
        /// What people were told.
        NOTICES(180, """
                with kept as (select cast(? as uuid) as school, cast(? as timestamptz) as since), gone as (
                  delete from announcement a using kept k where a.school_id = k.school
                  and greatest(a.made_at, a.edited_at) < k.since)
                delete from notice n using kept k where n.school_id = k.school and n.at < k.since"""),
        /// Requests that are over: their words; that they were made stays in the register.
        REQUEST_TEXT(
                1825,
                "update privacy_request set text = '', answer = null where school_id = ? and done_at < ?"
                        + " and text <> ''");

        private final int usualDays;
        private final String sql;

        What(int usualDays, String sql) {
            this.usualDays = usualDays;
            this.sql = sql;
        }
    }

    record Setting(What what, int days, int usualDays) {}

    private record Days(String what, int days) {}

    private final Rows rows;
    private final Clock clock;

    Retention(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    List<Setting> of(UUID schoolId) {
        var set = rows.list(
                "select what, days from retention where school_id = ?",
                row -> new Days(row.text(1), row.number(2)),
                schoolId);
        return Arrays.stream(What.values())
                .map(what -> new Setting(what, days(set, what), what.usualDays))
                .toList();
    }

    private static int days(List<Days> set, What what) {
        return set.stream()
                .filter(each -> each.what.equals(what.name()))
                .map(Days::days)
                .findFirst()
                .orElse(what.usualDays);
    }

    void set(Caller by, What what, int days) {
        rows.change(
                "insert into retention (school_id, what, days, set_by, set_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (school_id, what) do update"
                        + " set days = excluded.days, set_by = excluded.set_by, set_at = excluded.set_at",
                by.schoolId(),
                what.name(),
                days,
                by.id(),
                clock.instant());
    }

    @Scheduled(every = "12h", delayed = "5m")
    void keepToIt() {
        keepToIt(clock.instant());
    }

    /// @return how many rows went
    int keepToIt(Instant now) {
        int gone = 0;
        for (var school : rows.list("select id from school", row -> row.uuid(1))) {
            for (var setting : of(school)) {
                gone += rows.change(setting.what.sql, school, now.minus(Duration.ofDays(setting.days)));
            }
        }
        if (gone > 0) {
            LOG.infof("%d rows were kept long enough", gone);
        }
        return gone;
    }
}
