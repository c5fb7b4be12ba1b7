package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// A learner asks for a review of his own result.
@Path("/sittings/{id}/review-requests")
class AskingResource {
    private final Sittings sittings;
    private final Assignments assignments;
    private final Reviewing reviewing;
    private final CurrentCaller caller;
    private final Clock clock;

    AskingResource(Sittings sittings, Assignments assignments, Reviewing reviewing, CurrentCaller caller, Clock clock) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.reviewing = reviewing;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param slot null for all of it
    record Request(
            @Nullable UUID slot,
            @NotBlank @Size(max = 1_000) String text) {}

    @POST
    @Transactional
    @ResponseStatus(201)
    public MyReviewRequestResource.Line ask(UUID id, @NotNull @Valid Request request) {
        var asking = caller.get();
        var sitting = sittings.own(asking.id(), id);
        var asked = reviewing.ask(sitting, request.slot, VietnameseText.tidy(request.text), clock.instant());
        return MyReviewRequestResource.Line.of(asked, assignments.get(asking.schoolId(), sitting.assignmentId()));
    }
}
