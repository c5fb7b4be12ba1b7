package vn.lopmo.lms.organisation.rollover;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Enrolment;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.rollover.Move.Decision;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Proposes, applies, takes back and confirms a change of the school year.
@ApplicationScoped
class YearChange {
    /// Earlier than this before the year's end nobody means it.
    private static final int DAYS_BEFORE_THE_END = 45;

    private static final int SHUT_AT_ONCE = 50;
    private static final Logger LOG = Logger.getLogger(YearChange.class);

    private final Rollovers rollovers;
    private final Moves moves;
    private final Schools schools;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final People people;
    private final Enrolment enrolment;
    private final Accounts accounts;
    private final EntityManager database;
    private final Clock clock;

    YearChange(
            Rollovers rollovers,
            Moves moves,
            Schools schools,
            SchoolYears years,
            SchoolClasses classes,
            Memberships memberships,
            People people,
            Enrolment enrolment,
            Accounts accounts,
            EntityManager database,
            Clock clock) {
        this.rollovers = rollovers;
        this.moves = moves;
        this.schools = schools;
        this.years = years;
        this.classes = classes;
        this.memberships = memberships;
        this.people = people;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    /// A draft for everybody who learns in a class of the year.
    @Transactional
    UUID propose(Caller admin, UUID fromYearId) {
        var now = clock.instant();
        var from = years.get(fromYearId, admin.schoolId());
        if (rollovers.of(admin.schoolId()).stream().anyMatch(each -> each.state() != Rollover.State.CONFIRMED)) {
            throw new Refusal.Conflict("rollover-open");
        }
        var to = years.after(from, now);
        var rollover = Rollover.draft(admin.schoolId(), from.id(), to.id(), admin.id(), now);
        rollovers.persist(rollover);
        rollovers.flush();
        var level = schools.get(admin.schoolId()).level();
        var proposed = memberships.classOfEachStudent(admin.schoolId()).entrySet().stream()
                .filter(each -> each.getValue().schoolYearId().equals(from.id()))
                .map(each -> Move.proposed(each.getKey(), each.getValue(), level))
                .toList();
        moves.keepAll(rollover.id(), proposed);
        return rollover.id();
    }

    @Transactional
    void decide(Rollover rollover, List<UUID> personIds, Decision decision, @Nullable String name) {
        rollover.checkIs(Rollover.State.DRAFT);
        var level = schools.get(rollover.schoolId()).level();
        var from = byId(rollover.fromYearId());
        for (var move : moves.of(rollover.id())) {
            if (personIds.contains(move.personId())) {
                var schoolClass = Objects.requireNonNull(from.get(move.fromClassId()));
                if (decision == Decision.PROMOTE && !level.teaches(schoolClass.grade() + 1)) {
                    throw new Refusal.Invalid("row-grade-not-in-school");
                }
                moves.keep(rollover.id(), move.decided(decision, schoolClass, name));
            }
        }
    }

    private Map<UUID, SchoolClass> byId(UUID yearId) {
        return classes.of(yearId).stream().collect(Collectors.toMap(SchoolClass::id, Function.identity()));
    }

    @Transactional
    void apply(Rollover rollover) {
        var now = clock.instant();
        rollover.applied(now);
        var from = years.get(rollover.fromYearId());
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        if (today.isBefore(from.endsOn().minusDays(DAYS_BEFORE_THE_END))) {
            throw new Refusal.Conflict("rollover-too-early");
        }
        database.flush();
        var made = new HashMap<String, SchoolClass>();
        for (var move : sorted(rollover.id())) {
            if (move.decision().stays()) {
                promote(rollover, move, made, now);
            } else {
                sendOff(move, rollover.schoolId(), today, now);
            }
        }
    }

    /// Class by class, so that what is written together lies together.
    private List<Move> sorted(UUID rolloverId) {
        return moves.of(rolloverId).stream()
                .sorted(Comparator.comparing(Move::fromClassId))
                .toList();
    }

    private void promote(Rollover rollover, Move move, Map<String, SchoolClass> made, Instant now) {
        var name = Objects.requireNonNull(move.toName());
        int grade = Objects.requireNonNull(move.toGrade());
        var to = made.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> open(rollover, name, grade, now));
        if (to.grade() != grade) {
            throw new Refusal.Conflict("rollover-class-of-two-grades", name);
        }
        enrolment.learn(people.get(move.personId(), rollover.schoolId()), to, now);
        moves.keep(rollover.id(), new Move(move.personId(), move.fromClassId(), move.decision(), name, grade, to.id()));
    }

    private SchoolClass open(Rollover rollover, String name, int grade, Instant now) {
        return classes.findNamed(rollover.toYearId(), name).orElseGet(() -> {
            var opened = SchoolClass.open(rollover.schoolId(), rollover.toYearId(), name, grade, now);
            classes.persist(opened);
            classes.flush();
            return opened;
        });
    }

    private void sendOff(Move move, UUID schoolId, LocalDate today, Instant now) {
        var pupil = people.get(move.personId(), schoolId);
        enrolment.leaveAll(pupil, now);
        pupil.left(today);
    }

    /// Puts everybody back who is still where the change has put him.
    @Transactional
    void undo(Rollover rollover) {
        var now = clock.instant();
        rollover.undone();
        database.flush();
        var from = byId(rollover.fromYearId());
        var current = memberships.classOfEachStudent(rollover.schoolId());
        for (var move : sorted(rollover.id())) {
            var pupil = people.get(move.personId(), rollover.schoolId());
            var at = current.get(move.personId());
            boolean untouched = at == null ? move.toClassId() == null : at.id().equals(move.toClassId());
            if (untouched && !pupil.isErased()) {
                pupil.left(null);
                enrolment.learn(pupil, Objects.requireNonNull(from.get(move.fromClassId())), now);
            }
        }
    }

    /// The old classes are over: whoever taught them is in them no more.
    @Transactional
    void confirm(Rollover rollover) {
        rollover.confirmed();
        var now = clock.instant();
        for (var old : classes.of(rollover.fromYearId())) {
            for (var teacher : memberships.teachersOf(old.id())) {
                enrolment.stopTeaching(teacher, old.id(), now);
            }
        }
    }

    /// Shuts the way in to those who have left, a few at a time; Keycloak may be away meanwhile.
    @Scheduled(every = "1m", delayed = "40s")
    void shut() {
        for (var personId : moves.toShut(SHUT_AT_ONCE)) {
            try {
                accounts.admit(personId, false);
                moves.shut(personId);
            } catch (Refusal.Unavailable away) {
                LOG.debugf("the way in of those who left stays open for now: %s", away.slug());
                return;
            }
        }
    }
}
