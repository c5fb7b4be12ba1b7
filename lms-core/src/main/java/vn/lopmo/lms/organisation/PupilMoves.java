package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Moves a pupil to another class, out of the school and back, from a day on that is today or past. His way in is
/// shut when he leaves and open when he is back; what he did stays his.
@ApplicationScoped
class PupilMoves {
    /// Somebody's time in a class.
    record Stay(
            UUID classId,
            String className,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final People people;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Enrolment enrolment;
    private final Accounts accounts;
    private final Clock clock;

    PupilMoves(
            People people,
            SchoolClasses classes,
            Memberships memberships,
            Enrolment enrolment,
            Accounts accounts,
            Clock clock) {
        this.people = people;
        this.classes = classes;
        this.memberships = memberships;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.clock = clock;
    }

    void transfer(UUID personId, UUID schoolId, UUID classId, LocalDate on) {
        var at = momentOf(on);
        boolean back = QuarkusTransaction.requiringNew().call(() -> {
            var pupil = pupil(personId, schoolId);
            var schoolClass = classes.get(classId, schoolId);
            checkOrder(personId, at);
            boolean was = pupil.leftOn() != null;
            enrolment.learn(pupil, schoolClass, at);
            pupil.left(null);
            return was;
        });
        if (back) {
            accounts.admit(personId, true);
        }
    }

    void depart(UUID personId, UUID schoolId, LocalDate on) {
        var at = momentOf(on.plusDays(1));
        QuarkusTransaction.requiringNew().run(() -> {
            var pupil = pupil(personId, schoolId);
            checkCame(personId, at);
            enrolment.leaveAll(pupil, at);
            pupil.left(on);
        });
        accounts.admit(personId, false);
    }

    private Person pupil(UUID personId, UUID schoolId) {
        var pupil = people.get(personId, schoolId);
        if (!pupil.roles().contains(Role.STUDENT)) {
            throw new Refusal.Invalid("not-a-student");
        }
        return pupil;
    }

    /// The start of the day in Việt Nam; of today and of tomorrow it is now.
    private Instant momentOf(LocalDate day) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        if (day.isAfter(today.plusDays(1))) {
            throw new Refusal.Invalid("move-in-future");
        }
        return day.isBefore(today) ? day.atStartOfDay(ClockSource.VIETNAM).toInstant() : now;
    }

    private void checkOrder(UUID personId, Instant at) {
        for (var open : memberships.openOf(personId, ClassRole.STUDENT)) {
            if (at.isBefore(open.startedAt())) {
                throw new Refusal.Invalid("move-before-he-came");
            }
        }
    }

    /// Nor does anybody leave before he came into a class that he has left: what is kept of him goes by that day.
    private void checkCame(UUID personId, Instant at) {
        for (var stay : memberships.staysOf(personId)) {
            if (at.isBefore(stay.membership().startedAt())) {
                throw new Refusal.Invalid("move-before-he-came");
            }
        }
    }

    List<Stay> staysOf(UUID personId) {
        return memberships.staysOf(personId).stream()
                .map(each -> new Stay(
                        each.membership().classId(),
                        each.schoolClass().name(),
                        LocalDate.ofInstant(each.membership().startedAt(), ClockSource.VIETNAM),
                        until(each.membership())))
                .toList();
    }

    private static @Nullable LocalDate until(Membership membership) {
        var ended = membership.endedAt();
        return ended == null ? null : LocalDate.ofInstant(ended, ClockSource.VIETNAM);
    }
}
