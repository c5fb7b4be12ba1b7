package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.lopmo.lms.organisation.Enrolment;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.identity.FirstPassword;
import vn.lopmo.lms.organisation.identity.FirstPasswordSheet;
import vn.lopmo.lms.organisation.identity.FirstPasswords;
import vn.lopmo.lms.organisation.identity.Sealing;
import vn.lopmo.lms.organisation.identity.Usernames;
import vn.lopmo.platform.caller.Role;

/// The two halves of applying some rows, each one transaction: what is to be done is written down before Keycloak is
/// asked, and what was done after. In between a process may die.
@ApplicationScoped
class RosterSteps {
    private final RosterImports imports;
    private final RosterRows rows;
    private final People people;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Enrolment enrolment;
    private final FirstPasswordSheet passwords;
    private final Sealing sealing;
    private final Clock clock;

    RosterSteps(
            RosterImports imports,
            RosterRows rows,
            People people,
            SchoolClasses classes,
            SchoolYears years,
            Enrolment enrolment,
            FirstPasswordSheet passwords,
            Sealing sealing,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.people = people;
        this.classes = classes;
        this.years = years;
        this.enrolment = enrolment;
        this.passwords = passwords;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// Plans the next rows; none left means that the import is done.
    @Transactional
    List<Plan> plan(UUID importId, int most) {
        var roster = imports.findById(importId);
        var next = rows.nextToApply(importId, most);
        if (next.isEmpty()) {
            roster.finish();
        }
        return next.stream().map(row -> plan(row, roster.schoolId())).toList();
    }

    private Plan plan(RosterRow row, UUID schoolId) {
        var entry = row.entry();
        var name = Objects.requireNonNull(entry.name());
        var person = people.findByCode(Objects.requireNonNull(entry.code()), schoolId);
        if (person.isPresent()) {
            var known = person.get();
            return new Plan(row.id(), name, known.id(), !known.name().equals(name), known.username(), null);
        }
        if (!row.isPlanned()) {
            promise(row, entry, any -> false);
        }
        var username = Objects.requireNonNull(row.username());
        var password = sealing.open(Objects.requireNonNull(row.sealedPassword()), username);
        return new Plan(row.id(), Objects.requireNonNull(entry.name()), null, false, username, password);
    }

    private void promise(RosterRow row, Entry entry, Predicate<String> refused) {
        var username = Usernames.ofStudent(
                Objects.requireNonNull(entry.name()),
                Objects.requireNonNull(entry.code()),
                name -> refused.test(name) || people.usernameTaken(name) || rows.promised(name));
        row.plan(username, sealing.seal(FirstPasswords.next(), username));
    }

    @Transactional
    void settle(UUID importId, List<Plan.Outcome> outcomes) {
        var now = clock.instant();
        var roster = imports.findById(importId);
        int applied = 0;
        for (var outcome : outcomes) {
            var row = rows.findById(outcome.rowId());
            switch (outcome) {
                case Plan.Outcome.Ready ready -> {
                    settle(row, ready.personId(), roster.schoolId(), now);
                    applied++;
                }
                case Plan.Outcome.NameTaken taken ->
                    promise(row, row.entry(), Objects.requireNonNull(row.username())::equals);
                case Plan.Outcome.Refused refused -> {
                    row.reject(refused.slug());
                    applied++;
                }
            }
        }
        roster.advance(applied, now);
    }

    private void settle(RosterRow row, UUID personId, UUID schoolId, Instant now) {
        var entry = row.entry();
        var person = people.findByIdOptional(personId).orElseGet(() -> join(row, entry, personId, schoolId, now));
        person.enterInRegister(
                Objects.requireNonNull(entry.code()),
                Objects.requireNonNull(entry.name()),
                Objects.requireNonNull(entry.birthDate()),
                entry.gender());
        enrolment.learn(person, schoolClass(entry, schoolId, now), now);
        row.applied(now);
    }

    private Person join(RosterRow row, Entry entry, UUID personId, UUID schoolId, Instant now) {
        var username = Objects.requireNonNull(row.username());
        var person = Person.join(
                personId, schoolId, Objects.requireNonNull(entry.name()), username, Set.of(Role.STUDENT), now);
        people.persist(person);
        var sealed = Objects.requireNonNull(row.sealedPassword());
        passwords.persist(FirstPassword.keep(personId, schoolId, sealed, now));
        return person;
    }

    private SchoolClass schoolClass(Entry entry, UUID schoolId, Instant now) {
        var year = years.currentOrOpen(schoolId, now).id();
        var name = Objects.requireNonNull(entry.className());
        return classes.findNamed(year, name).orElseGet(() -> {
            int grade = Objects.requireNonNull(entry.grade());
            var opened = SchoolClass.open(schoolId, year, name, grade, now);
            classes.persist(opened);
            return opened;
        });
    }

    @Transactional
    void stumble(UUID importId, String slug) {
        imports.findById(importId).stumble(slug, clock.instant());
    }
}
