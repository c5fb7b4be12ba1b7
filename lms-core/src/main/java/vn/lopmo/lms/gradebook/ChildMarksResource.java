package vn.lopmo.lms.gradebook;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// The marks of quizzes and tasks of a guardian's own child, as the child has them.
@Path("/my/children/{child}/results")
class ChildMarksResource {
    private final CurrentCaller callers;
    private final Guardianships guardianships;
    private final ReleasedMarks marks;

    ChildMarksResource(CurrentCaller callers, Guardianships guardianships, ReleasedMarks marks) {
        this.callers = callers;
        this.guardianships = guardianships;
        this.marks = marks;
    }

    @GET
    @Transactional
    public List<MyMarksResource.View> ofChild(UUID child) {
        var caller = callers.get();
        if (!caller.is(Role.GUARDIAN) || !guardianships.guards(caller.id(), child)) {
            throw new Refusal.NotFound("person-not-found");
        }
        return marks.of(caller.schoolId(), child).stream()
                .map(MyMarksResource.View::of)
                .toList();
    }
}
