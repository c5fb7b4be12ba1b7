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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.ReviewRequest.State;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.text.VietnameseText;

/// Requests for a review, for those who lead what they are about.
@Path("/")
class ReviewRequestResource {
    private final MarkingDesk desk;
    private final ReviewRequests requests;
    private final Reviewing reviewing;
    private final LedAssignments led;
    private final PaperContents papers;
    private final Clock clock;

    ReviewRequestResource(
            MarkingDesk desk,
            ReviewRequests requests,
            Reviewing reviewing,
            LedAssignments led,
            PaperContents papers,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.reviewing = reviewing;
        this.led = led;
        this.papers = papers;
        this.clock = clock;
    }

    record Reply(@NotBlank @Size(max = 2_000) String answer) {}

    record Line(
            UUID id,
            UUID assignmentId,
            String title,
            UUID sittingId,
            UUID learnerId,
            @Nullable UUID slot,
            @Nullable Integer number,
            String text,
            Instant askedAt,
            State state,
            @Nullable String answer,
            @Nullable UUID answeredBy,
            @Nullable Instant answeredAt) {}

    @GET
    @Path("/assignments/{id}/review-requests")
    @Transactional
    public List<Line> ofAssignment(UUID id) {
        return lines(List.of(desk.assignment(id)), null);
    }

    /// Of all that the caller leads.
    @GET
    @Path("/review-requests")
    @Transactional
    public List<Line> list(@RestQuery @Nullable State state) {
        return lines(led.of(desk.caller()), state);
    }

    @PUT
    @Path("/review-requests/{id}")
    @Transactional
    public Line answer(UUID id, @NotNull @Valid Reply reply) {
        var asking = desk.caller();
        led.check(asking);
        var request = requests.get(asking.schoolId(), id);
        var assignment = desk.assignment(request.assignmentId());
        reviewing.answer(request, VietnameseText.tidy(reply.answer), asking.id(), clock.instant());
        return line(request, assignment);
    }

    private List<Line> lines(List<Assignment> assignments, @Nullable State state) {
        var byId = assignments.stream().collect(Collectors.toMap(Assignment::id, Function.identity()));
        return requests.ofAssignments(byId.keySet(), state).stream()
                .map(request -> line(request, Objects.requireNonNull(byId.get(request.assignmentId()))))
                .toList();
    }

    private Line line(ReviewRequest request, Assignment assignment) {
        var slot = request.slot();
        return new Line(
                request.id(),
                assignment.id(),
                assignment.title(),
                request.sittingId(),
                request.learnerId(),
                slot,
                slot == null ? null : papers.of(assignment).question(slot).number(),
                request.text(),
                request.askedAt(),
                request.state(),
                request.answer(),
                request.answeredBy(),
                request.answeredAt());
    }
}
