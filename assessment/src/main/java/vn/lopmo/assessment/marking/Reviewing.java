package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.platform.refusal.Refusal;

/// Asking for a review of marks that were released, and answering. Runs in the caller's transaction.
@ApplicationScoped
class Reviewing {
    private final ReviewRequests requests;
    private final Releases releases;
    private final Releasing releasing;
    private final SlotMarks marks;
    private final MarkingSettings settings;
    private final Assignments assignments;
    private final PaperContents papers;

    Reviewing(
            ReviewRequests requests,
            Releases releases,
            Releasing releasing,
            SlotMarks marks,
            MarkingSettings settings,
            Assignments assignments,
            PaperContents papers) {
        this.requests = requests;
        this.releases = releases;
        this.releasing = releasing;
        this.marks = marks;
        this.settings = settings;
        this.assignments = assignments;
        this.papers = papers;
    }

    /// Until when the learner may ask.
    Instant until(UUID assignmentId, Release release) {
        return release.releasedAt()
                .plus(Duration.ofDays(settings.of(assignmentId).reviewDays()));
    }

    /// @throws Refusal.NotFound if the result was not released, or the paper has no such slot
    /// @throws Refusal.Conflict if it is too late, or he waits for an answer to the same
    ReviewRequest ask(Sitting sitting, @Nullable UUID slot, String text, Instant now) {
        var release = releases.of(sitting.id()).orElseThrow(() -> new Refusal.NotFound("result-not-released"));
        if (slot != null) {
            papers.ofAssignment(sitting.assignmentId()).question(slot);
        }
        var request = ReviewRequest.ask(sitting, slot, text, until(sitting.assignmentId(), release), now);
        requests.add(request);
        return request;
    }

    /// The learner sees the answer and the marks as they are now.
    void answer(ReviewRequest request, String words, UUID by, Instant now) {
        releasing.hold(request.assignmentId());
        request.answer(words, by, now);
        var release = releases.of(request.sittingId()).orElse(null);
        var own = List.copyOf(marks.of(request.sittingId()).values());
        if (release != null && Totals.of(own) != null) {
            releasing.renew(release, own, now);
            var assignment = assignments.findById(request.assignmentId());
            releasing.tell(assignment, papers.ofAssignment(assignment.id()), now);
        }
    }
}
