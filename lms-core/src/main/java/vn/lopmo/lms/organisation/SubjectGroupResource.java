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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.OrganisationPolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// The subject groups of a school (tổ chuyên môn).
@Path("/subject-groups")
class SubjectGroupResource {
    record Form(
            @NotBlank @Size(max = 80) String name,
            @NotEmpty @Size(max = 20) List<@NotNull String> subjects,
            @Nullable UUID leaderId,
            @NotNull @Size(max = 200) List<@NotNull UUID> memberIds) {}

    record Member(UUID id, String name) {}

    record View(
            UUID id,
            String name,
            List<String> subjects,
            @Nullable UUID leaderId,
            List<Member> members) {}

    private final CurrentCaller caller;
    private final SubjectGroups groups;
    private final People people;
    private final Clock clock;

    SubjectGroupResource(CurrentCaller caller, SubjectGroups groups, People people, Clock clock) {
        this.caller = caller;
        this.groups = groups;
        this.people = people;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<View> list() {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.READ_GROUPS);
        return groups.of(current.schoolId()).stream().map(this::view).toList();
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public View make(@NotNull @Valid Form form) {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.ARRANGE_GROUPS);
        var group = SubjectGroup.of(current.schoolId(), clock.instant());
        fill(group, form);
        groups.persist(group);
        return view(group);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public View change(UUID id, @NotNull @Valid Form form) {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.ARRANGE_GROUPS);
        var group = groups.get(id, current.schoolId());
        fill(group, form);
        return view(group);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void remove(UUID id) {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.ARRANGE_GROUPS);
        groups.delete(groups.get(id, current.schoolId()));
    }

    private void fill(SubjectGroup group, Form form) {
        var name = form.name.strip();
        boolean taken = groups.of(group.schoolId()).stream()
                .anyMatch(
                        other -> !other.id().equals(group.id()) && other.name().equalsIgnoreCase(name));
        if (taken) {
            throw new Refusal.Conflict("subject-group-name-taken", name);
        }
        var wanted = new ArrayList<>(form.memberIds);
        if (form.leaderId != null) {
            wanted.add(form.leaderId);
        }
        for (var id : wanted) {
            if (!people.get(id, group.schoolId()).isAny(Role.STAFF)) {
                throw new Refusal.Invalid("not-of-the-staff");
            }
        }
        group.change(name, form.subjects, form.leaderId, form.memberIds);
    }

    private View view(SubjectGroup group) {
        var members = people.ofIds(group.members(), group.schoolId()).stream()
                .sorted(People.inRegisterOrder())
                .map(person -> new Member(person.id(), person.name()))
                .toList();
        return new View(group.id(), group.name(), group.subjects(), group.leaderId(), members);
    }
}
