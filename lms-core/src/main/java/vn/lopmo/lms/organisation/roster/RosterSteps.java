package vn.lopmo.lms.organisation.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final SourceIds sourceIds;
    private final Linking linking;
    private final ObjectMapper json;
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
            SourceIds sourceIds,
            Linking linking,
            ObjectMapper json,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.people = people;
        this.classes = classes;
        this.years = years;
        this.enrolment = enrolment;
        this.passwords = passwords;
        this.sealing = sealing;
        this.sourceIds = sourceIds;
        this.linking = linking;
        this.json = json;
        this.clock = clock;
    }

    /// Plans the next rows; none left means that the import is done.
    @Transactional
    List<Plan> plan(UUID importId, int most) {
        var roster = imports.findById(importId);
        var next = rows.nextToApply(importId, most);
        if (next.isEmpty()) {
            link(roster);
            roster.finish();
        }
        var known = new KnownPeople(people, roster.schoolId(), next);
        var names = new FreeNames(people, rows, next);
        return next.stream().map(row -> plan(row, known, names)).toList();
    }

    private Plan plan(RosterRow row, KnownPeople known, FreeNames names) {
        var entry = row.entry();
        var name = Objects.requireNonNull(entry.name());
        var person = known.of(row);
        if (person != null) {
            return planFor(person, row, entry, name);
        }
        if (!row.isPlanned()) {
            promise(row, names.next(entry));
        }
        var username = Objects.requireNonNull(row.username());
        var password = sealing.open(Objects.requireNonNull(row.sealedPassword()), username);
        return new Plan(row.id(), name, null, false, false, entry.roles(), username, password);
    }

    private static Plan planFor(Person known, RosterRow row, Entry entry, String name) {
        var missing = new HashSet<>(entry.roles());
        missing.removeAll(known.roles());
        return new Plan(
                row.id(),
                name,
                known.id(),
                !known.name().equals(name),
                known.leftOn() != null && entry.className() != null,
                missing,
                known.username(),
                null);
    }

    private void link(RosterImport roster) {
        var links = roster.links();
        if (links != null) {
            linking.link(read(links), roster.schoolId(), true, clock.instant());
        }
    }

    private Links read(String links) {
        try {
            return json.readValue(links, Links.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void promise(RosterRow row, String username) {
        row.plan(username, sealing.seal(FirstPasswords.next(), username));
    }

    @Transactional
    void settle(UUID importId, List<Plan.Outcome> outcomes) {
        var now = clock.instant();
        var roster = imports.findById(importId);
        var settled = rows.ofIds(outcomes.stream().map(Plan.Outcome::rowId).toList());
        var known = people.byId(outcomes.stream()
                .filter(Plan.Outcome.Ready.class::isInstance)
                .map(outcome -> ((Plan.Outcome.Ready) outcome).personId())
                .toList());
        var names = new FreeNames(people, rows, settled.values());
        var opened = new HashMap<String, SchoolClass>();
        int applied = 0;
        for (var outcome : outcomes) {
            var row = Objects.requireNonNull(settled.get(outcome.rowId()));
            switch (outcome) {
                case Plan.Outcome.Ready ready -> {
                    settle(row, ready.personId(), known.get(ready.personId()), roster.schoolId(), opened, now);
                    applied++;
                }
                case Plan.Outcome.NameTaken taken -> promise(row, names.next(row.entry()));
                case Plan.Outcome.Refused refused -> {
                    row.reject(refused.slug());
                    applied++;
                }
            }
        }
        roster.advance(applied, now);
    }

    /// @param opened classes that this turn has met already
    private void settle(
            RosterRow row,
            UUID personId,
            @Nullable Person known,
            UUID schoolId,
            Map<String, SchoolClass> opened,
            Instant now) {
        var entry = row.entry();
        var person = known == null ? join(row, entry, personId, schoolId, now) : known;
        person.enterInRegister(entry.code(), Objects.requireNonNull(entry.name()), entry.birthDate(), entry.gender());
        if (!person.roles().containsAll(entry.roles())) {
            var roles = new HashSet<>(person.roles());
            roles.addAll(entry.roles());
            person.hold(roles);
        }
        enrol(person, known != null, entry, opened, now);
        var sourceId = entry.sourceId();
        if (sourceId != null) {
            people.flush();
            sourceIds.keep(schoolId, sourceId, personId);
        }
        row.about(personId);
        row.applied(now);
    }

    private void enrol(Person person, boolean known, Entry entry, Map<String, SchoolClass> opened, Instant now) {
        var className = entry.className();
        if (className == null) {
            return;
        }
        var schoolClass = opened.computeIfAbsent(
                className.toLowerCase(Locale.ROOT), unused -> schoolClass(entry, person.schoolId(), now));
        if (known) {
            person.left(null);
            enrolment.learn(person, schoolClass, now);
        } else {
            enrolment.enter(person, schoolClass, now);
        }
    }

    private Person join(RosterRow row, Entry entry, UUID personId, UUID schoolId, Instant now) {
        var username = Objects.requireNonNull(row.username());
        var person =
                Person.join(personId, schoolId, Objects.requireNonNull(entry.name()), username, entry.roles(), now);
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
