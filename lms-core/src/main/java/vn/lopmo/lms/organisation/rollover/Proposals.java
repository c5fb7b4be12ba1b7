package vn.lopmo.lms.organisation.rollover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.rollover.Move.Decision;
import vn.lopmo.lms.organisation.rollover.YearResults.YearResult;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Proposes a way into the next year for every pupil, from the results of his year, and keeps what somebody decides
/// otherwise.
@ApplicationScoped
@Transactional
class Proposals {
    /// What is kept is read by everybody, whoever made the draft.
    private static final Locale KEPT_IN = Locale.of("vi");

    private final Rollovers rollovers;
    private final Moves moves;
    private final Schools schools;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final YearResults results;
    private final Clock clock;

    Proposals(
            Rollovers rollovers,
            Moves moves,
            Schools schools,
            SchoolYears years,
            SchoolClasses classes,
            Memberships memberships,
            YearResults results,
            Clock clock) {
        this.rollovers = rollovers;
        this.moves = moves;
        this.schools = schools;
        this.years = years;
        this.classes = classes;
        this.memberships = memberships;
        this.results = results;
        this.clock = clock;
    }

    /// A draft for everybody who learns in a class of the year.
    UUID open(Caller admin, UUID fromYearId) {
        var now = clock.instant();
        var from = years.get(fromYearId, admin.schoolId());
        if (rollovers.of(admin.schoolId()).stream().anyMatch(each -> each.state() != Rollover.State.CONFIRMED)) {
            throw new Refusal.Conflict("rollover-open");
        }
        var to = years.after(from, now);
        var rollover = Rollover.draft(admin.schoolId(), from.id(), to.id(), admin.id(), now);
        rollovers.persist(rollover);
        rollovers.flush();
        moves.keepAll(rollover.id(), of(rollover));
        return rollover.id();
    }

    /// Reads the results again: who came since is in, who left is out, and what somebody decided stays.
    void renew(Rollover rollover) {
        rollover.checkIs(Rollover.State.DRAFT);
        var before = moves.of(rollover.id()).stream().collect(Collectors.toMap(Move::personId, Function.identity()));
        var now = of(rollover);
        moves.keepAll(
                rollover.id(),
                now.stream()
                        .map(each -> renewed(before.get(each.personId()), each))
                        .toList());
        var gone = new HashSet<>(before.keySet());
        now.forEach(each -> gone.remove(each.personId()));
        moves.forget(rollover.id(), gone);
    }

    /// What a head looked at is what is applied.
    ///
    /// @throws Refusal.Conflict if marks, or who learns in the year's classes, say something else by now
    void checkStill(Rollover rollover) {
        rollover.checkIs(Rollover.State.DRAFT);
        var drafted = moves.of(rollover.id()).stream().collect(Collectors.toMap(Move::personId, Function.identity()));
        var now = of(rollover);
        boolean same = drafted.size() == now.size()
                && now.stream().allMatch(each -> stands(drafted.get(each.personId()), each));
        if (!same) {
            throw new Refusal.Conflict("rollover-results-changed");
        }
    }

    private static boolean stands(@Nullable Move drafted, Move now) {
        return drafted != null && drafted.restsOn(now.proposal());
    }

    private static Move renewed(@Nullable Move before, Move now) {
        return before == null ? now : before.renewed(now);
    }

    private List<Move> of(Rollover rollover) {
        var level = schools.get(rollover.schoolId()).level();
        var byClass = memberships.classOfEachStudent(rollover.schoolId()).entrySet().stream()
                .filter(each -> each.getValue().schoolYearId().equals(rollover.fromYearId()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        var proposed = new ArrayList<Move>();
        byClass.forEach((schoolClass, learners) -> {
            var told = results.of(schoolClass, learners, KEPT_IN);
            learners.forEach(each ->
                    proposed.add(Move.proposed(each, schoolClass, level, told.getOrDefault(each, YearResult.NONE))));
        });
        return proposed;
    }

    /// @param name of the class; null for the usual one
    /// @throws Refusal.Invalid if it speaks against a known result and no reason is given
    void decide(
            Rollover rollover,
            List<UUID> personIds,
            Decision decision,
            @Nullable String name,
            Move.Overruling overruling) {
        rollover.checkIs(Rollover.State.DRAFT);
        var level = schools.get(rollover.schoolId()).level();
        var from = byId(rollover.fromYearId());
        for (var move : moves.of(rollover.id())) {
            if (personIds.contains(move.personId())) {
                var schoolClass = Objects.requireNonNull(from.get(move.fromClassId()));
                if (decision == Decision.PROMOTE && !level.teaches(schoolClass.grade() + 1)) {
                    throw new Refusal.Invalid("row-grade-not-in-school");
                }
                moves.keep(rollover.id(), move.decided(decision, schoolClass, name, overruling));
            }
        }
    }

    private Map<UUID, SchoolClass> byId(UUID yearId) {
        return classes.of(yearId).stream().collect(Collectors.toMap(SchoolClass::id, Function.identity()));
    }
}
