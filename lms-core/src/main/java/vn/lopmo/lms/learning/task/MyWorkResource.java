package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// What a learner has handed in himself.
@Path("/my/work")
class MyWorkResource {
    private final CurrentCaller callers;
    private final LearnerWork work;

    MyWorkResource(CurrentCaller callers, LearnerWork work) {
        this.callers = callers;
        this.work = work;
    }

    @GET
    @Transactional
    public List<LearnerWork.Line> mine() {
        var caller = callers.get();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return work.of(caller.id());
    }
}
