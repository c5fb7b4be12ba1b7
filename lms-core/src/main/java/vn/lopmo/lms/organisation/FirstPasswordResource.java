package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.ClassPolicy.Verb;
import vn.lopmo.lms.organisation.identity.FirstPasswordSheet;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// First passwords on paper for grown people: those of the staff, and of the guardians of a class's pupils. Those of
/// the pupils stand with their class. Keycloak is asked outside of any transaction of the reading.
@Path("/first-passwords")
class FirstPasswordResource {
    /// @param password null if it was changed, is none of a list, or is too old to be shown
    /// @param children of a guardian, those of the class
    record Slip(String name, String username, @Nullable String password, List<String> children) {}

    /// @param className null for the staff
    record Sheet(@Nullable String className, String school, List<Slip> rows) {}

    private final CurrentCaller caller;
    private final Schools schools;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final People people;
    private final Guarding guarding;
    private final FirstPasswordSheet passwords;

    FirstPasswordResource(
            CurrentCaller caller,
            Schools schools,
            SchoolClasses classes,
            Memberships memberships,
            People people,
            Guarding guarding,
            FirstPasswordSheet passwords) {
        this.caller = caller;
        this.schools = schools;
        this.classes = classes;
        this.memberships = memberships;
        this.people = people;
        this.guarding = guarding;
        this.passwords = passwords;
    }

    private Caller admin() {
        var current = caller.get();
        ClassPolicy.check(current, Verb.READ_FIRST_PASSWORDS, false);
        return current;
    }

    private record Listed(
            @Nullable String className, String school, List<Person> people, Map<UUID, List<String>> children) {}

    /// Those who work here now.
    @GET
    @Path("/staff")
    public Sheet ofStaff() {
        var school = admin().schoolId();
        return sheet(QuarkusTransaction.requiringNew().call(() -> staff(school)));
    }

    private Listed staff(UUID school) {
        var staff = people.staffOf(school).stream()
                .filter(person -> person.leftOn() == null)
                .toList();
        return new Listed(null, schools.get(school).name(), staff, Map.of());
    }

    /// In the order of the pupils.
    @GET
    @Path("/guardians/{classId}")
    public Sheet ofGuardians(UUID classId) {
        var school = admin().schoolId();
        return sheet(QuarkusTransaction.requiringNew().call(() -> guardians(classId, school)));
    }

    private Listed guardians(UUID classId, UUID school) {
        var schoolClass = classes.get(classId, school);
        var ties = guarding.ofSchool(school);
        var children = new LinkedHashMap<UUID, List<String>>();
        for (var child : memberships.learnersOf(classId)) {
            ties.guardiansOf(child.id())
                    .forEach(guardian -> children.computeIfAbsent(guardian, unused -> new ArrayList<>())
                            .add(child.name()));
        }
        var known = people.byId(children.keySet());
        var guardians = children.keySet().stream()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
        return new Listed(schoolClass.name(), schools.get(school).name(), guardians, children);
    }

    private Sheet sheet(Listed listed) {
        var known = passwords.of(listed.people);
        var rows = listed.people.stream()
                .map(each -> new Slip(
                        each.name(),
                        each.username(),
                        known.get(each.id()),
                        listed.children.getOrDefault(each.id(), List.of())))
                .toList();
        return new Sheet(listed.className, listed.school, rows);
    }
}
