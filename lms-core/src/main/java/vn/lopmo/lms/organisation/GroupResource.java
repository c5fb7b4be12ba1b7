package vn.lopmo.lms.organisation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.refusal.Refusal;

/// Groups of learners, to give work to.
@Path("/groups")
class GroupResource {
    private static final int MOST = 300;

    private final CurrentCaller caller;
    private final LearnerGroups groups;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final People people;
    private final Regrouping regrouping;
    private final Outbox outbox;
    private final Clock clock;

    GroupResource(
            CurrentCaller caller,
            LearnerGroups groups,
            SchoolClasses classes,
            Memberships memberships,
            People people,
            Regrouping regrouping,
            Outbox outbox,
            Clock clock) {
        this.caller = caller;
        this.groups = groups;
        this.classes = classes;
        this.memberships = memberships;
        this.people = people;
        this.regrouping = regrouping;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Making(
            @NotBlank @Size(max = 60) String name,
            @NotNull UUID classId,
            @NotEmpty @Size(max = MOST) List<@NotNull UUID> personIds) {}

    record Change(
            @NotBlank @Size(max = 60) String name,
            @NotEmpty @Size(max = MOST) List<@NotNull UUID> personIds) {}

    record MemberName(UUID id, String name) {}

    record View(UUID id, String name, UUID classId, int grade, List<MemberName> members) {}

    @GET
    @Transactional
    public List<View> list() {
        var current = caller.get();
        GroupPolicy.checkStaff(current);
        var found = GroupPolicy.hasAll(current)
                ? groups.of(current.schoolId())
                : groups.madeBy(current.schoolId(), current.id());
        var named = named(current, found);
        return found.stream().map(group -> view(group, named)).toList();
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public View make(@NotNull @Valid Making making) {
        var current = caller.get();
        GroupPolicy.checkStaff(current);
        var home = classes.get(making.classId, current.schoolId());
        if (!GroupPolicy.mayMake(current, memberships.teaches(current.id(), home.id()))) {
            throw new Refusal.NotFound("class-not-found");
        }
        checkPupils(current, making.personIds);
        var group = LearnerGroup.of(home, current.id(), clock.instant());
        group.change(making.name, making.personIds).forEach(outbox::publish);
        groups.persist(group);
        return view(group, named(current, List.of(group)));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public View change(UUID id, @NotNull @Valid Change change) {
        var current = caller.get();
        var group = groups.getInHand(current, id);
        checkPupils(current, change.personIds);
        Runnable made = () -> group.change(change.name, change.personIds).forEach(outbox::publish);
        if (group.members().equals(Set.copyOf(change.personIds))) {
            made.run();
        } else {
            regrouping.change(id, made);
        }
        return view(group, named(current, List.of(group)));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void end(UUID id) {
        var group = groups.getInHand(caller.get(), id);
        regrouping.change(id, () -> group.end(clock.instant()).forEach(outbox::publish));
    }

    /// @throws Refusal.Invalid if one of them learns in no class of the caller's
    private void checkPupils(Caller current, Collection<UUID> persons) {
        var wanted = new HashSet<>(persons);
        var taught = GroupPolicy.hasAll(current)
                ? memberships.classOfEachStudent(current.schoolId()).keySet()
                : memberships.learnersTaughtBy(current.id());
        if (!taught.containsAll(wanted)) {
            throw new Refusal.Invalid("group-not-your-pupil");
        }
    }

    private Map<UUID, Person> named(Caller current, List<LearnerGroup> found) {
        var ids = found.stream().flatMap(group -> group.members().stream()).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : people.ofIds(ids, current.schoolId()).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private static View view(LearnerGroup group, Map<UUID, Person> named) {
        var members = group.members().stream()
                .map(named::get)
                .filter(Objects::nonNull)
                .sorted(People.inRegisterOrder())
                .map(person -> new MemberName(person.id(), person.name()))
                .toList();
        return new View(group.id(), group.name(), group.classId(), group.grade(), members);
    }
}
