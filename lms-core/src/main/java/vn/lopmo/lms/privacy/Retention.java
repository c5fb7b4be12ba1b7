package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.privacy.KeptFor.What;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// How long a school keeps what is not a mark. A longer time holds at once, a shorter one after some days, until which
/// it can be taken back: what is gone does not come again.
@ApplicationScoped
@Transactional
class Retention {
    /// @param days that the school wants
    /// @param daysBefore that hold until `takesEffectAt`; both null if nothing waits
    record Setting(
            What what,
            int days,
            int usualDays,
            @Nullable Integer daysBefore,
            @Nullable Instant takesEffectAt) {
        private static Setting usual(What what) {
            return new Setting(what, what.usualDays(), what.usualDays(), null, null);
        }

        int daysAt(Instant moment) {
            return daysBefore != null && takesEffectAt != null && moment.isBefore(takesEffectAt) ? daysBefore : days;
        }
    }

    private final Rows rows;
    private final PrivacyConfig config;
    private final Clock clock;

    Retention(Rows rows, PrivacyConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    /// What waited and is in force by now waits no more.
    List<Setting> of(UUID schoolId) {
        var now = clock.instant();
        Map<String, Setting> set = rows
                .list(
                        "select what, days, days_before, takes_effect_at from retention where school_id = ?",
                        row -> {
                            var what = What.valueOf(row.text(1));
                            return new Setting(
                                    what, row.number(2), what.usualDays(), row.numberOrNull(3), row.timeOrNull(4));
                        },
                        schoolId)
                .stream()
                .map(each -> each.takesEffectAt == null || now.isBefore(each.takesEffectAt)
                        ? each
                        : new Setting(each.what, each.days, each.usualDays, null, null))
                .collect(Collectors.toMap(each -> each.what.name(), Function.identity()));
        return Arrays.stream(What.values())
                .map(what -> set.getOrDefault(what.name(), Setting.usual(what)))
                .toList();
    }

    private Setting get(UUID schoolId, What what) {
        return of(schoolId).stream()
                .filter(each -> each.what == what)
                .findFirst()
                .orElseThrow();
    }

    void set(Caller by, What what, int days) {
        var now = clock.instant();
        int held = get(by.schoolId(), what).daysAt(now);
        boolean shorter = days < held;
        rows.change(
                "insert into retention (school_id, what, days, set_by, set_at, days_before, takes_effect_at)"
                        + " values (?, ?, ?, ?, ?, cast(? as integer), cast(? as timestamptz))"
                        + " on conflict (school_id, what) do update set days = excluded.days, set_by = excluded.set_by,"
                        + " set_at = excluded.set_at, days_before = excluded.days_before,"
                        + " takes_effect_at = excluded.takes_effect_at",
                by.schoolId(),
                what.name(),
                days,
                by.id(),
                now,
                shorter ? held : null,
                shorter ? now.plus(Duration.ofDays(config.graceDays())) : null);
    }

    /// @throws Refusal.Conflict if nothing waits any more
    void takeBack(Caller by, What what) {
        var now = clock.instant();
        int taken = rows.change(
                "update retention set days = days_before, set_by = ?, set_at = ?, days_before = null,"
                        + " takes_effect_at = null where school_id = ? and what = ? and takes_effect_at > ?",
                by.id(),
                now,
                by.schoolId(),
                what.name(),
                now);
        if (taken == 0) {
            throw new Refusal.Conflict("retention-not-waiting");
        }
    }

    /// How many people something goes of, if it is kept for so many days.
    long concerned(UUID schoolId, What what, int days) {
        var before = clock.instant().minus(Duration.ofDays(days));
        return switch (what.how()) {
            case KeptFor.Lines lines ->
                rows.first(lines.people(), row -> row.big(1), schoolId, before).orElse(0L);
            case KeptFor.Leavers unused ->
                rows.first(
                                "select count(*) from person p where " + LEAVERS,
                                row -> row.big(1),
                                schoolId,
                                before,
                                what.name())
                        .orElse(0L);
        };
    }

    /// People of a school who left before a moment, and of whom that was not let go since.
    static final String LEAVERS = "p.school_id = ? and p.left_on < cast(? as timestamptz)::date and p.erased_at is null"
            + " and not exists (select 1 from let_go g where g.person_id = p.id and g.what = ?"
            + " and g.left_on = p.left_on)";
}
