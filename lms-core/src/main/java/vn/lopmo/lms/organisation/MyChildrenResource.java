package vn.lopmo.lms.organisation;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// A guardian's own children, and nobody else.
@Path("/my/children")
class MyChildrenResource {
    /// @param accepted whether the guardian has said that he acts for the child
    record Child(
            UUID id,
            String name,
            @Nullable String className,
            @Nullable String relation,
            boolean accepted,
            @Nullable String homeroomTeacher) {}

    private final CurrentCaller caller;
    private final Guardianships guardianships;
    private final Guarding guarding;
    private final Memberships memberships;
    private final People people;

    MyChildrenResource(
            CurrentCaller caller,
            Guardianships guardianships,
            Guarding guarding,
            Memberships memberships,
            People people) {
        this.caller = caller;
        this.guardianships = guardianships;
        this.guarding = guarding;
        this.memberships = memberships;
        this.people = people;
    }

    private Caller guardian() {
        var current = caller.get();
        if (!current.is(Role.GUARDIAN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return current;
    }

    @GET
    @Transactional
    public List<Child> list() {
        var current = guardian();
        return guardianships.childrenOf(current.id()).stream()
                .map(child -> view(current, child))
                .toList();
    }

    private Child view(Caller current, Person child) {
        var tie = guardianships.find(current.id(), child.id()).orElseThrow();
        var room = memberships.rolesOf(child.id()).stream()
                .filter(in -> in.role() == Membership.ClassRole.STUDENT)
                .map(Memberships.InClass::schoolClass)
                .findFirst();
        var teacher = room.map(SchoolClass::homeroomTeacherId)
                .flatMap(people::findByIdOptional)
                .map(Person::name);
        return new Child(
                child.id(),
                child.name(),
                room.map(SchoolClass::name).orElse(null),
                tie.relation(),
                tie.acceptedAt() != null,
                teacher.orElse(null));
    }

    /// The guardian says that he acts for the child.
    @POST
    @Path("/{child}/acceptance")
    @Transactional
    public List<Child> accept(UUID child) {
        guarding.accept(guardian().id(), child);
        return list();
    }
}
