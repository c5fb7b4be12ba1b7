package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.GivenAward.AwardKind;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.PrimaryAward;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Records what people award. Who is made Học sinh Tiêu biểu belongs to the year's result: it needs the result for it,
/// and is closed with the year. A commendation needs neither.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Awarding {
    /// People work in the new year before its first day of lessons.
    private static final int MONTHS_OF_PREPARATION = 3;

    private final GivenAwards awards;
    private final SchoolYears schoolYears;
    private final Years years;
    private final Rules rules;
    private final Locks locks;

    Awarding(GivenAwards awards, SchoolYears schoolYears, Years years, Rules rules, Locks locks) {
        this.awards = awards;
        this.schoolYears = schoolYears;
        this.years = years;
        this.rules = rules;
        this.locks = locks;
    }

    /// Saying the same once more adds nothing; a pupil who is exemplary in something else is so instead.
    ///
    /// @throws Refusal.Conflict if the year is locked, or its result is not the one that this takes
    /// @throws Refusal.Invalid for a day to come, or of an earlier year
    void give(
            SchoolClass room,
            UUID learner,
            AwardKind kind,
            String reason,
            @Nullable LocalDate day,
            UUID by,
            Instant now) {
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        var when = kind == AwardKind.EXEMPLARY || day == null ? today : day;
        check(room, learner, kind, when, today);
        var standing = awards.history(room.schoolYearId(), learner).stream()
                .filter(GivenAward::stands)
                .toList();
        if (standing.stream().anyMatch(each -> each.says(kind, reason, when))) {
            return;
        }
        if (kind == AwardKind.EXEMPLARY) {
            standing.stream().filter(each -> each.is(kind)).forEach(each -> awards.takeBack(each.id(), by, now));
        }
        awards.add(room, new GivenAward(Ids.next(now), learner, kind, reason, when, now, by, null, null));
    }

    private void check(SchoolClass room, UUID learner, AwardKind kind, LocalDate when, LocalDate today) {
        switch (kind) {
            case EXEMPLARY -> {
                mustBeOpen(room);
                if (!isDue(room, learner)) {
                    throw new Refusal.Conflict("exemplary-not-due");
                }
            }
            case COMMENDATION -> {
                locks.holdAlone(room.id());
                var first = schoolYears.get(room.schoolYearId()).startsOn().minusMonths(MONTHS_OF_PREPARATION);
                if (when.isAfter(today) || when.isBefore(first)) {
                    throw new Refusal.Invalid("award-day-outside-year");
                }
            }
        }
    }

    /// Whoever records waits for whoever locks, and for another one who records.
    private void mustBeOpen(SchoolClass room) {
        locks.holdAlone(room.id());
        if (Locks.isYearLocked(locks.ofClass(room.id()), rules.of(room.schoolId(), room.grade()))) {
            throw new Refusal.Conflict("exemplary-locked");
        }
    }

    private boolean isDue(SchoolClass room, UUID learner) {
        var year = years.of(room, List.of(learner)).get(learner);
        return year != null && year.result(Period.YEAR).primaryAward() == PrimaryAward.XET_TIEU_BIEU;
    }

    /// @throws Refusal.NotFound if nothing of the kind stands
    void takeBack(SchoolClass room, UUID learner, UUID award, UUID by, Instant now) {
        var standing = awards.history(room.schoolYearId(), learner).stream()
                .filter(each -> each.id().equals(award) && each.stands())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("award-not-found"));
        if (standing.is(AwardKind.EXEMPLARY)) {
            mustBeOpen(room);
        }
        awards.takeBack(award, by, now);
    }
}
