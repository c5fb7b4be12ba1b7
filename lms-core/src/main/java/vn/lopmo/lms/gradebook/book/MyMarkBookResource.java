package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;

/// The mark book of a learner's own class as he may see it.
@Path("/my/mark-book")
class MyMarkBookResource {
    private final CurrentCaller callers;
    private final LearnerMarks marks;

    MyMarkBookResource(CurrentCaller callers, LearnerMarks marks) {
        this.callers = callers;
        this.marks = marks;
    }

    @GET
    @Transactional
    public LearnerMarks.Book mine(@Context HttpHeaders headers) {
        var caller = callers.get();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return marks.ofLearner(caller.id(), RefusalMappers.locale(headers));
    }
}
