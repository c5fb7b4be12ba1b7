package vn.lopmo.lms.organisation.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;

/// The students that a school has, to hold a list against.
final class Register {
    private final Map<String, Person> byCode = new HashMap<>();
    private final Map<UUID, SchoolClass> classes;
    private final UUID currentYear;

    /// @param classes the class of each student
    Register(List<Person> people, Map<UUID, SchoolClass> classes, UUID currentYear) {
        for (var person : people) {
            byCode.put(Objects.requireNonNull(person.code()), person);
        }
        this.classes = classes;
        this.currentYear = currentYear;
    }

    @Nullable
    Person find(@Nullable String code) {
        return code == null ? null : byCode.get(code);
    }

    /// What the list has otherwise than we. What it leaves out is not taken away.
    List<Change> changes(Person person, Entry entry) {
        var changes = new ArrayList<Change>();
        compare(changes, "name", person.name(), entry.name());
        compare(changes, "birthDate", person.birthDate(), entry.birthDate());
        compare(changes, "gender", person.gender(), entry.gender());
        compare(changes, "className", classNameThisYear(person), entry.className());
        return changes;
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

    /// Students in a class whom the list does not name. They are told of and left as they are.
    List<Entry> missingFrom(Set<String> codes) {
        return byCode.values().stream()
                .filter(person -> classes.containsKey(person.id()))
                .filter(person -> !codes.contains(Objects.requireNonNull(person.code())))
                .map(this::entry)
                .toList();
    }

    private Entry entry(Person person) {
        var schoolClass = Objects.requireNonNull(classes.get(person.id()));
        return new Entry(
                0,
                person.code(),
                person.name(),
                person.birthDate(),
                person.gender(),
                schoolClass.name(),
                schoolClass.grade(),
                List.of());
    }
}
