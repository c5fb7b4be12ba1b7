package vn.lopmo.lms.organisation.rollover;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
import vn.lopmo.lms.organisation.Enrolment;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Applies, takes back and confirms a change of the school year.
@ApplicationScoped
class YearChange {
    /// Earlier than this before the last day of lessons nobody means it.
    private static final int DAYS_BEFORE_THE_END = 45;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final int SHUT_AT_ONCE = 50;
    private static final Logger LOG = Logger.getLogger(YearChange.class);

    private final Moves moves;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final People people;
    private final Enrolment enrolment;
    private final Accounts accounts;
    private final EntityManager database;
    private final Clock clock;

    YearChange(
            Moves moves,
            SchoolYears years,
            SchoolClasses classes,
            Memberships memberships,
            People people,
            Enrolment enrolment,
            Accounts accounts,
            EntityManager database,
            Clock clock) {
        this.moves = moves;
        this.years = years;
        this.classes = classes;
        this.memberships = memberships;
        this.people = people;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    private Map<UUID, SchoolClass> byId(UUID yearId) {
        return classes.of(yearId).stream().collect(Collectors.toMap(SchoolClass::id, Function.identity()));
    }

    @Transactional
    void apply(Rollover rollover) {
        var now = clock.instant();
        rollover.applied(now);
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        var first = years.lastDayOfLessons(rollover.fromYearId()).minusDays(DAYS_BEFORE_THE_END);
        if (today.isBefore(first)) {
            throw new Refusal.Conflict("rollover-too-early", DAY.format(first));
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
        var place = Objects.requireNonNull(move.to());
        var to = made.computeIfAbsent(place.name().toLowerCase(Locale.ROOT), unused -> open(rollover, place, now));
        if (to.grade() != place.grade()) {
            throw new Refusal.Conflict("rollover-class-of-two-grades", place.name());
        }
        enrolment.learn(people.get(move.personId(), rollover.schoolId()), to, now);
        moves.keep(rollover.id(), move.into(to.id()));
    }

    private SchoolClass open(Rollover rollover, Move.Place place, Instant now) {
        return classes.findNamed(rollover.toYearId(), place.name()).orElseGet(() -> {
            var opened = SchoolClass.open(rollover.schoolId(), rollover.toYearId(), place.name(), place.grade(), now);
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

    /// Puts everybody back who is still where the change has put him; not who left with it and was taken by another
    /// school since.
    @Transactional
    void undo(Rollover rollover) {
        var now = clock.instant();
        var since = rollover.appliedAt();
        rollover.undone();
        database.flush();
        var elsewhere = moves.takenSince(rollover.schoolId(), Objects.requireNonNull(since));
        var from = byId(rollover.fromYearId());
        var current = memberships.classOfEachStudent(rollover.schoolId());
        for (var move : sorted(rollover.id())) {
            var pupil = people.get(move.personId(), rollover.schoolId());
            var at = current.get(move.personId());
            boolean untouched = at == null
                    ? move.toClassId() == null && !elsewhere.contains(move.personId())
                    : at.id().equals(move.toClassId());
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
