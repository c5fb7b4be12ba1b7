package vn.lopmo.lms.organisation.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
        var known = new KnownPeople(people, sourceIds, roster.schoolId(), next);
        promise(next.stream()
                .filter(row -> !row.isPlanned() && known.of(row) == null)
                .toList());
        return next.stream().map(row -> plan(row, known.of(row))).toList();
    }

    private static Plan plan(RosterRow row, @Nullable Person known) {
        var entry = row.entry();
        var name = Objects.requireNonNull(entry.name());
        if (known != null) {
            return planFor(known, row, entry, name);
        }
        return new Plan(row.id(), name, null, false, false, entry.roles(), Objects.requireNonNull(row.username()));
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
                known.username());
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

    /// Names and first passwords for accounts that are to be opened.
    private void promise(List<RosterRow> wanting) {
        if (wanting.isEmpty()) {
            return;
        }
        var names = new FreeNames(people, rows, wanting);
        for (var row : wanting) {
            var username = names.next(row.entry());
            row.plan(username, sealing.seal(FirstPasswords.next(), username));
        }
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
        var taken = new ArrayList<RosterRow>();
        var settling = new Settling(roster.schoolId(), now);
        for (var outcome : outcomes) {
            var row = Objects.requireNonNull(settled.get(outcome.rowId()));
            switch (outcome) {
                case Plan.Outcome.Ready ready -> settling.row(row, ready.personId(), known.get(ready.personId()));
                case Plan.Outcome.NameTaken none -> taken.add(row);
                case Plan.Outcome.Refused refused -> row.reject(refused.slug());
            }
        }
        settling.end();
        promise(taken);
        roster.advance(outcomes.size() - taken.size(), now);
    }

    /// One turn of settling. What is new waits until its end and is written kind by kind, so that each goes to the
    /// database in few statements; and a person not before all is known that the row says.
    private final class Settling {
        private final UUID schoolId;
        private final Instant now;
        /// Classes that this turn has met already.
        private final Map<String, SchoolClass> met = new HashMap<>();
        private final Map<String, UUID> named = new HashMap<>();
        private final List<Person> joining = new ArrayList<>();
        private final List<FirstPassword> sealed = new ArrayList<>();
        private final List<Enrolment.Entering> entering = new ArrayList<>();

        Settling(UUID schoolId, Instant now) {
            this.schoolId = schoolId;
            this.now = now;
        }

        void row(RosterRow row, UUID personId, @Nullable Person known) {
            var entry = row.entry();
            var name = Objects.requireNonNull(entry.name());
            var person = known == null ? join(row, entry, name, personId) : known;
            person.enterInRegister(entry.code(), name, entry.birthDate(), entry.gender());
            if (!person.roles().containsAll(entry.roles())) {
                var roles = new HashSet<>(person.roles());
                roles.addAll(entry.roles());
                person.hold(roles);
            }
            enrol(person, known != null, entry);
            entry.marks().forEach(mark -> named.put(mark, personId));
            row.about(personId);
            row.applied(now);
        }

        void end() {
            people.persist(joining);
            passwords.persist(sealed);
            enrolment.enter(entering, now);
            if (!named.isEmpty()) {
                people.flush();
                sourceIds.keep(schoolId, named);
            }
        }

        private void enrol(Person person, boolean known, Entry entry) {
            var className = entry.className();
            if (className == null) {
                return;
            }
            var schoolClass =
                    met.computeIfAbsent(className.toLowerCase(Locale.ROOT), unused -> schoolClass(entry, className));
            if (known) {
                person.left(null);
                enrolment.learn(person, schoolClass, now);
            } else {
                entering.add(new Enrolment.Entering(person, schoolClass));
            }
        }

        private Person join(RosterRow row, Entry entry, String name, UUID personId) {
            var username = Objects.requireNonNull(row.username());
            var person = Person.join(personId, schoolId, name, username, entry.roles(), now);
            joining.add(person);
            var password = Objects.requireNonNull(row.sealedPassword());
            sealed.add(FirstPassword.keep(personId, schoolId, password, now));
            return person;
        }

        private SchoolClass schoolClass(Entry entry, String name) {
            var year = years.currentOrOpen(schoolId, now).id();
            return classes.findNamed(year, name).orElseGet(() -> {
                int grade = Objects.requireNonNull(entry.grade());
                var opened = SchoolClass.open(schoolId, year, name, grade, now);
                classes.persist(opened);
                return opened;
            });
        }
    }

    @Transactional
    void stumble(UUID importId, String slug) {
        imports.findById(importId).stumble(slug, clock.instant());
    }
}
