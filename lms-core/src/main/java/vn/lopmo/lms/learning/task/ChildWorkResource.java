package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// What a guardian's own child has handed in, and what the teachers say of it, as the child may see it.
@Path("/my/children/{child}/work")
class ChildWorkResource {
    private final CurrentCaller callers;
    private final Guardianships guardianships;
    private final LearnerWork work;

    ChildWorkResource(CurrentCaller callers, Guardianships guardianships, LearnerWork work) {
        this.callers = callers;
        this.guardianships = guardianships;
        this.work = work;
    }

    @GET
    @Transactional
    public List<LearnerWork.Line> ofChild(UUID child) {
        var caller = callers.get();
        if (!caller.is(Role.GUARDIAN) || !guardianships.guards(caller.id(), child)) {
            throw new Refusal.NotFound("person-not-found");
        }
        return work.of(child);
    }
}
