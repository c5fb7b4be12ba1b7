package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.ReviewRequest.State;
import vn.lopmo.platform.text.VietnameseText;

/// Requests for a review, for those who lead what they are about.
@Path("/review-requests")
class ReviewRequestResource {
    private final MarkingDesk desk;
    private final ReviewRequests requests;
    private final Reviewing reviewing;
    private final LedAssignments led;
    private final ReviewBoard board;
    private final Clock clock;

    ReviewRequestResource(
            MarkingDesk desk,
            ReviewRequests requests,
            Reviewing reviewing,
            LedAssignments led,
            ReviewBoard board,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.reviewing = reviewing;
        this.led = led;
        this.board = board;
        this.clock = clock;
    }

    record Reply(@NotBlank @Size(max = 2_000) String answer) {}

    /// Of all that the caller leads.
    @GET
    @Transactional
    public List<ReviewBoard.Line> list(@RestQuery @Nullable State state) {
        return board.lines(led.of(desk.caller()), state);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public ReviewBoard.Line answer(UUID id, @NotNull @Valid Reply reply) {
        var asking = desk.caller();
        led.check(asking);
        var request = requests.get(asking.schoolId(), id);
        var assignment = desk.assignment(request.assignmentId());
        reviewing.answer(request, VietnameseText.tidy(reply.answer), asking.id(), clock.instant());
        return board.line(request, assignment);
    }
}
