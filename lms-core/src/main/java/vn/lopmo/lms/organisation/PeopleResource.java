package vn.lopmo.lms.organisation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.PersonPolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

@Path("/people")
class PeopleResource {
    /// @param children the names of those he is a guardian of
    record View(UUID id, String name, String username, List<Role> roles, List<String> classes, List<String> children) {}

    record Admitted(UUID id, String username, String firstPassword) {}

    record Ids(@NotNull @Size(max = 2000) List<UUID> ids) {}

    record Named(UUID id, String name) {}

    /// Somebody who works at the school. What else he is, such as a pupil's guardian, is not his colleagues' business.
    record Colleague(UUID id, String name, List<Role> roles) {
        static Colleague of(Person person) {
            var roles = person.roles().stream().filter(Role::isStaff).sorted().toList();
            return new Colleague(person.id(), person.name(), roles);
        }
    }

    private final CurrentCaller caller;
    private final People people;
    private final Schools schools;
    private final Memberships memberships;
    private final Guardianships guardianships;
    private final Admission admission;

    PeopleResource(
            CurrentCaller caller,
            People people,
            Schools schools,
            Memberships memberships,
            Guardianships guardianships,
            Admission admission) {
        this.caller = caller;
        this.people = people;
        this.schools = schools;
        this.memberships = memberships;
        this.guardianships = guardianships;
        this.admission = admission;
    }

    @GET
    @Transactional
    public List<View> search(@RestQuery @Nullable Role role, @RestQuery @Nullable String q) {
        var current = caller.get();
        PersonPolicy.check(current, Verb.SEARCH);
        var found = people.search(current.schoolId(), role, q == null ? "" : q);
        var ids = found.stream().map(Person::id).toList();
        var classNames = memberships.classNames(ids);
        var childNames = guardianships.childNames(ids);
        return found.stream()
                .map(person -> new View(
                        person.id(),
                        person.name(),
                        person.username(),
                        person.roles().stream().sorted().toList(),
                        classNames.getOrDefault(person.id(), List.of()),
                        childNames.getOrDefault(person.id(), List.of())))
                .toList();
    }

    @GET
    @Path("/staff")
    @Transactional
    public List<Colleague> staff() {
        var current = caller.get();
        PersonPolicy.check(current, Verb.LIST_STAFF);
        return people.staffOf(current.schoolId()).stream().map(Colleague::of).toList();
    }

    /// Those that the caller may give, to a new person or one who is there.
    @GET
    @Path("/roles")
    @Transactional
    public List<Role> roles() {
        var current = caller.get();
        PersonPolicy.check(current, Verb.ADMIT);
        return PersonPolicy.givable(current.schoolId(), schools.first().id()).stream()
                .sorted()
                .toList();
    }

    @POST
    @ResponseStatus(201)
    public Admitted admit(@NotNull @Valid Admission.Request request) {
        var current = caller.get();
        PersonPolicy.check(current, Verb.ADMIT);
        return admission.admit(current.schoolId(), request);
    }

    @POST
    @Path("/names")
    @Transactional
    public List<Named> names(@NotNull @Valid Ids ids) {
        var current = caller.get();
        PersonPolicy.check(current, Verb.NAME);
        return people.ofIds(ids.ids, current.schoolId()).stream()
                .sorted(People.inRegisterOrder())
                .map(person -> new Named(person.id(), person.name()))
                .toList();
    }
}
