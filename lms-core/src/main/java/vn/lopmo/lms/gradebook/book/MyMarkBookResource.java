package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import vn.lopmo.lms.gradebook.book.OldSchoolBooks.OldSchoolBook;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;

/// The mark book of a learner's own class as he may see it.
@Path("/my/mark-book")
class MyMarkBookResource {
    private final CurrentCaller callers;
    private final LearnerMarks marks;
    private final OldSchoolBooks oldSchools;

    MyMarkBookResource(CurrentCaller callers, LearnerMarks marks, OldSchoolBooks oldSchools) {
        this.callers = callers;
        this.marks = marks;
        this.oldSchools = oldSchools;
    }

    @GET
    @Transactional
    public LearnerMarks.Book mine(@Context HttpHeaders headers) {
        return marks.ofLearner(learner().id(), RefusalMappers.locale(headers));
    }

    private Caller learner() {
        var caller = callers.get();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return caller;
    }

    /// What he brought along from other schools.
    @GET
    @Path("/old-schools")
    @Transactional
    public List<OldSchoolBook> oldSchools() {
        var caller = learner();
        return oldSchools.of(caller.schoolId(), caller.id());
    }
}
