package vn.lopmo.lms.organisation.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.Enrolment;
import vn.lopmo.lms.organisation.Guarding;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.PupilTaken;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Takes a pupil who was offered: in one transaction he leaves his class there and is in a class here, with his
/// guardians and what goes along (docs/adr/0019). Accounts that were opened for it are closed again if it cannot be
/// kept.
@ApplicationScoped
class Arrival {
    /// An account that was opened, with what is to be handed over on paper.
    record Slip(UUID personId, String name, String username, String firstPassword) {}

    /// @param slips the pupil first, then his guardians; who has an account here already is not among them
    record Taken(UUID personId, List<Slip> slips) {}

    private final PupilTransfers transfers;
    private final People people;
    private final SchoolClasses classes;
    private final Enrolment enrolment;
    private final Guarding guarding;
    private final Newcomers newcomers;
    private final Accounts accounts;
    private final OldAccounts oldAccounts;
    private final Event<PupilTaken> taken;
    private final Rows rows;
    private final Clock clock;

    Arrival(
            PupilTransfers transfers,
            People people,
            SchoolClasses classes,
            Enrolment enrolment,
            Guarding guarding,
            Newcomers newcomers,
            Accounts accounts,
            OldAccounts oldAccounts,
            Event<PupilTaken> taken,
            Rows rows,
            Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.classes = classes;
        this.enrolment = enrolment;
        this.guarding = guarding;
        this.newcomers = newcomers;
        this.accounts = accounts;
        this.oldAccounts = oldAccounts;
        this.taken = taken;
        this.rows = rows;
        this.clock = clock;
    }

    /// Outside of a transaction.
    ///
    /// @throws Refusal.Conflict if it is over, or somebody here has his code and another birth date
    Taken take(UUID transferId, UUID classId, Caller caller) {
        var opened = new Opened(new ArrayList<>(), new ArrayList<>());
        UUID pupil;
        try {
            pupil = QuarkusTransaction.requiringNew().call(() -> keep(transferId, classId, caller, opened));
        } catch (RuntimeException notKept) {
            opened.slips.forEach(slip -> accounts.close(slip.personId));
            opened.again.forEach(id -> accounts.admit(id, false));
            throw notKept;
        }
        oldAccounts.look();
        return new Taken(pupil, opened.slips);
    }

    /// What is to be undone in Keycloak if it cannot be kept here.
    ///
    /// @param again accounts of those who are back
    private record Opened(List<Slip> slips, List<UUID> again) {}

    private UUID keep(UUID transferId, UUID classId, Caller caller, Opened opened) {
        var now = clock.instant();
        var transfer = transfers.heldFor(transferId, caller.schoolId());
        transfer.mustWait(now);
        var schoolClass = classes.get(classId, caller.schoolId());
        oneAtATime(caller.schoolId());
        var before = people.findById(transfer.personId());
        var known = newcomers.find(before, caller.schoolId());
        boolean back = known.filter(person -> person.leftOn() != null).isPresent();
        var pupil = known.orElseGet(() -> newcomers.pupil(before, caller.schoolId(), opened.slips, now));
        guardians(before, pupil, opened.slips);
        enrolment.leaveAll(before, now);
        if (before.leftOn() == null) {
            before.left(LocalDate.ofInstant(now, ClockSource.VIETNAM));
        }
        pupil.left(null);
        pupil.comeFrom(before.id());
        enrolment.learn(pupil, schoolClass, now);
        transfer.take(pupil.id(), caller.id(), now);
        people.flush();
        taken.fire(new PupilTaken(before.schoolId(), before.id(), pupil.schoolId(), pupil.id(), now));
        if (back) {
            accounts.admit(pupil.id(), true);
            opened.again.add(pupil.id());
        }
        return pupil.id();
    }

    private void guardians(Person before, Person pupil, List<Slip> slips) {
        for (var tie : guarding.guardiansOf(before.id())) {
            var guardian = newcomers.guardian(people.findById(tie.id()), pupil, slips, clock.instant());
            guarding.link(guardian.id(), pupil.id(), pupil.schoolId(), tie.relation());
        }
    }

    /// Two who come at the same time get two names.
    private void oneAtATime(UUID schoolId) {
        rows.list(
                "select pg_advisory_xact_lock(hashtextextended('pupil-arrival/' || ?, 0)) is null",
                row -> row.is(1),
                schoolId.toString());
    }
}
