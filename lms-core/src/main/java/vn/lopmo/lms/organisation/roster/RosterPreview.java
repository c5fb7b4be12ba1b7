package vn.lopmo.lms.organisation.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.roster.RosterImport.Kind;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.time.ClockSource;

/// Holds a list against the school as it is and says of each row what would become of it. Changes nobody.
@ApplicationScoped
class RosterPreview {
    private final Schools schools;
    private final SchoolYears years;
    private final People people;
    private final Memberships memberships;
    private final RosterImports imports;
    private final RosterRows rows;
    private final SourceIds sourceIds;
    private final Linking linking;
    private final ObjectMapper json;
    private final Clock clock;

    RosterPreview(
            Schools schools,
            SchoolYears years,
            People people,
            Memberships memberships,
            RosterImports imports,
            RosterRows rows,
            SourceIds sourceIds,
            Linking linking,
            ObjectMapper json,
            Clock clock) {
        this.schools = schools;
        this.years = years;
        this.people = people;
        this.memberships = memberships;
        this.imports = imports;
        this.rows = rows;
        this.sourceIds = sourceIds;
        this.linking = linking;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    UUID of(Caller caller, String fileName, byte[] file) {
        var now = clock.instant();
        var school = schools.get(caller.schoolId());
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        var entries = RosterReading.read(fileName, file, school.level(), today);
        var roster = RosterImport.preview(school.id(), caller.id(), fileName, Kind.LIST, now);
        imports.persist(roster);
        judge(roster.id(), entries, register(school, people.inRegister(school.id()), now), now);
        return roster.id();
    }

    @Transactional
    UUID ofBundle(Caller caller, String fileName, byte[] file) {
        var now = clock.instant();
        var school = schools.get(caller.schoolId());
        var year = years.currentOrOpen(school.id(), now);
        var bundle = Bundle.read(file, school.level(), year.endsOn().getYear());
        var roster = RosterImport.preview(school.id(), caller.id(), fileName, Kind.ONEROSTER, now);
        imports.persist(roster);
        judge(roster.id(), bundle.entries(), register(school, people.ofSchool(school.id()), now), now);
        roster.bring(write(bundle.links()), linking.link(bundle.links(), school.id(), false, now));
        return roster.id();
    }

    private Register register(School school, List<Person> all, Instant now) {
        var year = years.currentOrOpen(school.id(), now);
        return new Register(all, memberships.classOfEachStudent(school.id()), sourceIds.of(school.id()), year.id());
    }

    private void judge(UUID importId, List<Entry> entries, Register register, Instant now) {
        for (var entry : entries) {
            rows.persist(judged(importId, entry, register, now));
        }
        var named = entries.stream()
                .map(register::find)
                .filter(Objects::nonNull)
                .map(Person::id)
                .collect(Collectors.toSet());
        for (var gone : register.missingFrom(named)) {
            rows.persist(RosterRow.of(importId, gone, Verdict.GONE, "[]", now));
        }
    }

    private RosterRow judged(UUID importId, Entry entry, Register register, Instant now) {
        if (!entry.sound()) {
            return RosterRow.of(importId, entry, Verdict.REJECTED, "[]", now);
        }
        var person = register.find(entry);
        if (person == null) {
            return RosterRow.of(importId, entry, Verdict.NEW, "[]", now);
        }
        var changes = register.changes(person, entry);
        var verdict =
                changes.isEmpty() ? Verdict.UNCHANGED : Register.isMove(changes) ? Verdict.MOVED : Verdict.CHANGED;
        return RosterRow.of(importId, entry, verdict, write(changes), now).about(person.id());
    }

    private String write(Object changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
