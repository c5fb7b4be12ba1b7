package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.gradebook.book.OldSchoolBooks.OldSchoolBook;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;

/// The mark book of a guardian's own child, as the child may see it.
@Path("/my/children/{child}/marks")
class ChildMarkBookResource {
    private final CurrentCaller callers;
    private final Guardianships guardianships;
    private final LearnerMarks marks;
    private final OldSchoolBooks oldSchools;

    ChildMarkBookResource(
            CurrentCaller callers, Guardianships guardianships, LearnerMarks marks, OldSchoolBooks oldSchools) {
        this.callers = callers;
        this.guardianships = guardianships;
        this.marks = marks;
        this.oldSchools = oldSchools;
    }

    @GET
    @Transactional
    public LearnerMarks.Book ofChild(UUID child, @Context HttpHeaders headers) {
        guardianOf(child);
        return marks.ofLearner(child, RefusalMappers.locale(headers));
    }

    private Caller guardianOf(UUID child) {
        var caller = callers.get();
        if (!caller.is(Role.GUARDIAN) || !guardianships.guards(caller.id(), child)) {
            throw new Refusal.NotFound("person-not-found");
        }
        return caller;
    }

    /// What the child brought along from other schools.
    @GET
    @Path("/old-schools")
    @Transactional
    public List<OldSchoolBook> oldSchoolsOf(UUID child) {
        return oldSchools.of(guardianOf(child).schoolId(), child);
    }
}
