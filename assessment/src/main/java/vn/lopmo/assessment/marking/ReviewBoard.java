package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.ReviewRequest.State;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContents;

/// Requests for a review as staff see them.
@ApplicationScoped
class ReviewBoard {
    private final ReviewRequests requests;
    private final PaperContents papers;

    ReviewBoard(ReviewRequests requests, PaperContents papers) {
        this.requests = requests;
        this.papers = papers;
    }

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

    /// Those that wait longest first.
    List<Line> lines(List<Assignment> assignments, @Nullable State state) {
        var byId = assignments.stream().collect(Collectors.toMap(Assignment::id, Function.identity()));
        return requests.ofAssignments(byId.keySet(), state).stream()
                .map(request -> line(request, Objects.requireNonNull(byId.get(request.assignmentId()))))
                .toList();
    }

    Line line(ReviewRequest request, Assignment assignment) {
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
