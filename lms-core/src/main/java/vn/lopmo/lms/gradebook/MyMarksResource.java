package vn.lopmo.lms.gradebook;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// A learner's own marks of quizzes and tasks: no average, no rank, nobody else's.
@Path("/my/marks")
class MyMarksResource {
    record View(
            UUID assignmentId,
            ReleasedMark.Kind kind,
            String title,
            String subject,
            BigDecimal mark,
            BigDecimal maxMark,
            Instant releasedAt) {
        static View of(ReleasedMark mark) {
            return new View(
                    mark.assignmentId(),
                    mark.kind(),
                    mark.title(),
                    mark.subject(),
                    mark.mark(),
                    mark.maxMark(),
                    mark.releasedAt());
        }
    }

    private final CurrentCaller callers;
    private final ReleasedMarks marks;

    MyMarksResource(CurrentCaller callers, ReleasedMarks marks) {
        this.callers = callers;
        this.marks = marks;
    }

    @GET
    public List<View> mine() {
        var caller = callers.get();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return marks.of(caller.schoolId(), caller.id()).stream().map(View::of).toList();
    }
}
