package vn.lopmo.lms.organisation.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;
import vn.lopmo.platform.caller.Role;

/// The people that a school has, to hold a list against.
final class Register {
    private final Map<String, Person> byCode = new HashMap<>();
    private final Map<String, Person> byUsername = new HashMap<>();
    private final Map<String, Person> bySourceId = new HashMap<>();
    private final Collection<Person> people;
    private final Map<UUID, SchoolClass> classes;
    private final UUID currentYear;

    /// @param classes the class of each student
    /// @param sourceIds whom another system's ids mean
    Register(Collection<Person> people, Map<UUID, SchoolClass> classes, Map<String, UUID> sourceIds, UUID currentYear) {
        this.people = people;
        this.classes = classes;
        this.currentYear = currentYear;
        var byId = new HashMap<UUID, Person>();
        for (var person : people) {
            byId.put(person.id(), person);
            byUsername.put(person.username(), person);
            bySourceId.put(person.id().toString(), person);
            if (person.code() != null) {
                byCode.put(person.code(), person);
            }
        }
        sourceIds.forEach((source, id) -> {
            var person = byId.get(id);
            if (person != null) {
                bySourceId.put(source, person);
            }
        });
    }

    /// By what the other system calls him, by the ministry's code, by the name he signs in with.
    @Nullable
    Person find(Entry entry) {
        for (var mark : entry.marks()) {
            if (bySourceId.containsKey(mark)) {
                return bySourceId.get(mark);
            }
        }
        var source = entry.source();
        if (entry.code() != null && byCode.containsKey(entry.code())) {
            return byCode.get(entry.code());
        }
        return source == null || source.username() == null ? null : byUsername.get(source.username());
    }

    @Nullable
    Person ofSourceId(String sourceId) {
        return bySourceId.get(sourceId);
    }

    @Nullable
    Person ofCode(String code) {
        return byCode.get(code);
    }

    @Nullable
    Person ofId(UUID id) {
        return bySourceId.get(id.toString());
    }

    Collection<Person> people() {
        return people;
    }

    @Nullable
    SchoolClass classOf(Person person) {
        return classes.get(person.id());
    }

    /// Marks of this kind by which somebody is known.
    List<String> marksOf(Person person, String kind) {
        return bySourceId.entrySet().stream()
                .filter(each -> each.getValue() == person && each.getKey().startsWith(kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What the list has otherwise than we. What it leaves out is not taken away.
    List<Change> changes(Person person, Entry entry) {
        var changes = new ArrayList<Change>();
        compare(changes, "code", person.code(), entry.code());
        compare(changes, "name", person.name(), entry.name());
        compare(changes, "birthDate", person.birthDate(), entry.birthDate());
        compare(changes, "gender", person.gender(), entry.gender());
        compare(changes, "className", classNameThisYear(person), entry.className());
        if (!person.roles().containsAll(entry.roles())) {
            var all = new HashSet<>(person.roles());
            all.addAll(entry.roles());
            changes.add(new Change("roles", line(person.roles()), line(all)));
        }
        return changes;
    }

    Finding judge(Entry entry) {
        if (!entry.sound()) {
            return Finding.rejected(entry);
        }
        var person = find(entry);
        if (person == null) {
            return Finding.fresh(entry);
        }
        var changes = changes(person, entry);
        var verdict = changes.isEmpty() ? Verdict.UNCHANGED : isMove(changes) ? Verdict.MOVED : Verdict.CHANGED;
        return new Finding(entry, verdict, changes, person);
    }

    private static String line(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    /// Whether a change is that of a class within this year.
    static boolean isMove(List<Change> changes) {
        return changes.stream().anyMatch(change -> change.field().equals("className") && change.from() != null);
    }

    private @Nullable String classNameThisYear(Person person) {
        var schoolClass = classes.get(person.id());
        return schoolClass != null && schoolClass.schoolYearId().equals(currentYear) ? schoolClass.name() : null;
    }

    private static void compare(List<Change> changes, String field, @Nullable Object ours, @Nullable Object theirs) {
        if (theirs == null || theirs.equals(ours)) {
            return;
        }
        boolean onlyCase = field.equals("className") && theirs.toString().equalsIgnoreCase(String.valueOf(ours));
        if (!onlyCase) {
            changes.add(new Change(field, ours == null ? null : ours.toString(), theirs.toString()));
        }
    }

    /// Students in a class whom the list does not name.
    List<Entry> missingFrom(Set<UUID> named) {
        return people.stream()
                .filter(person -> classes.containsKey(person.id()))
                .filter(person -> !named.contains(person.id()))
                .map(this::entry)
                .toList();
    }

    private Entry entry(Person person) {
        var schoolClass = classes.get(person.id());
        return new Entry(
                0,
                person.code(),
                person.name(),
                person.birthDate(),
                person.gender(),
                schoolClass == null ? null : schoolClass.name(),
                schoolClass == null ? null : schoolClass.grade(),
                List.of());
    }
}
