package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// The mark book of a learner's own class as he may see it, and of a guardian's children.
@Path("/my")
class MyMarkBookResource {
    private final CurrentCaller callers;
    private final Memberships memberships;
    private final Guardianships guardianships;
    private final LearnerMarks marks;

    MyMarkBookResource(
            CurrentCaller callers, Memberships memberships, Guardianships guardianships, LearnerMarks marks) {
        this.callers = callers;
        this.memberships = memberships;
        this.guardianships = guardianships;
        this.marks = marks;
    }

    @GET
    @Path("/mark-book")
    @Transactional
    public LearnerMarks.Book mine() {
        var caller = callers.get();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return of(caller.id());
    }

    @GET
    @Path("/children/{child}/marks")
    @Transactional
    public LearnerMarks.Book ofChild(UUID child) {
        var caller = callers.get();
        if (!caller.is(Role.GUARDIAN) || !guardianships.guards(caller.id(), child)) {
            throw new Refusal.NotFound("person-not-found");
        }
        return of(child);
    }

    private LearnerMarks.Book of(UUID learnerId) {
        return memberships.rolesOf(learnerId).stream()
                .filter(in -> in.role() == ClassRole.STUDENT)
                .findFirst()
                .map(in -> marks.of(in.schoolClass(), learnerId))
                .orElseThrow(() -> new Refusal.NotFound("class-not-found"));
    }
}
