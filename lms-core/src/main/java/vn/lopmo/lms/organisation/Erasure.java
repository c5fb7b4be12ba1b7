package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// Makes a person anonymous for good: the account goes first, with its sessions, then everything that names him. A run
/// that broke off in between is done again without harm.
@ApplicationScoped
public class Erasure {
    private static final String NOBODY = "Đã xoá";

    private final People people;
    private final SchoolClasses classes;
    private final SubjectGroups subjectGroups;
    private final Enrolment enrolment;
    private final Accounts accounts;
    private final Event<PersonErased> erased;
    private final Outbox outbox;
    private final Rows rows;
    private final Clock clock;

    Erasure(
            People people,
            SchoolClasses classes,
            SubjectGroups subjectGroups,
            Enrolment enrolment,
            Accounts accounts,
            Event<PersonErased> erased,
            Outbox outbox,
            Rows rows,
            Clock clock) {
        this.people = people;
        this.classes = classes;
        this.subjectGroups = subjectGroups;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.erased = erased;
        this.outbox = outbox;
        this.rows = rows;
        this.clock = clock;
    }

    /// Outside of a transaction.
    ///
    /// @throws Refusal.Conflict if the school would be left without an administrator
    public void erase(UUID personId, UUID schoolId) {
        QuarkusTransaction.requiringNew().run(() -> check(personId, schoolId));
        accounts.close(personId);
        QuarkusTransaction.requiringNew().run(() -> erase(personId, schoolId, clock.instant()));
    }

    private void check(UUID personId, UUID schoolId) {
        var person = people.get(personId, schoolId);
        if (person.roles().contains(Role.ADMIN)
                && people.withRole(schoolId, Role.ADMIN).size() == 1) {
            throw new Refusal.Conflict("last-administrator");
        }
    }

    private void erase(UUID personId, UUID schoolId, Instant now) {
        var person = people.get(personId, schoolId);
        if (person.isErased()) {
            return;
        }
        enrolment.leaveAll(person, now);
        classes.homeroomsOf(personId).forEach(each -> each.leadBy(null));
        subjectGroups.with(personId).forEach(group -> group.leave(personId));
        people.flush();
        wipeLists(person);
        wipeTies(personId);
        person.erase(NOBODY, now);
        people.flush();
        var event = new PersonErased(schoolId, personId, now);
        erased.fire(event);
        outbox.publish(event);
    }

    /// Lists that were imported name people whom nobody has matched: those are found by what they say.
    private void wipeLists(Person person) {
        rows.change("delete from roster_row where person_id = ?", person.id());
        rows.change(
                "delete from roster_row r using roster_import i where i.id = r.import_id and i.school_id = ?"
                        + " and (r.name = ? or r.code = cast(? as text) or r.username = ?"
                        + " or r.child_name = ? or r.child_code = cast(? as text))",
                person.schoolId(),
                person.name(),
                person.code(),
                person.username(),
                person.name(),
                person.code());
        rows.change("delete from one_roster_id where person_id = ?", person.id());
        rows.change("delete from first_password where person_id = ?", person.id());
    }

    private void wipeTies(UUID personId) {
        rows.change("delete from guardianship where guardian_id = ? or child_id = ?", personId, personId);
        rows.change("update person set came_from = null where came_from = ?", personId);
        rows.change("delete from role_term where person_id = ?", personId);
        rows.change("delete from rollover_move where person_id = ?", personId);
        rows.change("delete from learner_group_member where person_id = ?", personId);
        rows.change(
                "update teaching set ends_on = greatest(starts_on, current_date)"
                        + " where teacher_id = ? and ends_on is null",
                personId);
    }
}
