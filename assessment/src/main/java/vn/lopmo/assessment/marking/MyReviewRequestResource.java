package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.ReviewRequest.State;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// A learner's own requests for a review.
@Path("/")
class MyReviewRequestResource {
    private final Sittings sittings;
    private final Assignments assignments;
    private final ReviewRequests requests;
    private final Reviewing reviewing;
    private final CurrentCaller caller;
    private final Clock clock;

    MyReviewRequestResource(
            Sittings sittings,
            Assignments assignments,
            ReviewRequests requests,
            Reviewing reviewing,
            CurrentCaller caller,
            Clock clock) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.requests = requests;
        this.reviewing = reviewing;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param slot null for all of it
    record Request(
            @Nullable UUID slot, @NotBlank @Size(max = 1_000) String text) {}

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

    @POST
    @Path("/sittings/{id}/review-requests")
    @Transactional
    @ResponseStatus(201)
    public Line ask(UUID id, @NotNull @Valid Request request) {
        var asking = caller.get();
        var sitting = sittings.own(asking.id(), id);
        var asked = reviewing.ask(sitting, request.slot, VietnameseText.tidy(request.text), clock.instant());
        return Line.of(asked, assignments.get(asking.schoolId(), sitting.assignmentId()));
    }

    @GET
    @Path("/my/review-requests")
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
