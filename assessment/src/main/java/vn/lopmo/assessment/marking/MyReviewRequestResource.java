package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.ReviewRequest.State;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// A learner's own requests for a review.
@Path("/my/review-requests")
class MyReviewRequestResource {
    private final Assignments assignments;
    private final ReviewRequests requests;
    private final CurrentCaller caller;

    MyReviewRequestResource(Assignments assignments, ReviewRequests requests, CurrentCaller caller) {
        this.assignments = assignments;
        this.requests = requests;
        this.caller = caller;
    }

    record Line(
            UUID id,
            UUID assignmentId,
            String title,
            UUID sittingId,
            @Nullable UUID slot,
            String text,
            Instant askedAt,
            State state,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        static Line of(ReviewRequest request, Assignment assignment) {
            return new Line(
                    request.id(),
                    assignment.id(),
                    assignment.title(),
                    request.sittingId(),
                    request.slot(),
                    request.text(),
                    request.askedAt(),
                    request.state(),
                    request.answer(),
                    request.answeredAt());
        }
    }

    @GET
    @Transactional
    public List<Line> mine() {
        var asking = caller.get();
        if (!asking.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var own = requests.ofLearner(asking.id());
        var ids = own.stream().map(ReviewRequest::assignmentId).distinct().toList();
        var known = (ids.isEmpty() ? List.<Assignment>of() : assignments.list("id in ?1", ids))
                .stream().collect(Collectors.toMap(Assignment::id, Function.identity()));
        return own.stream()
                .map(request -> Line.of(request, Objects.requireNonNull(known.get(request.assignmentId()))))
                .toList();
    }
}
