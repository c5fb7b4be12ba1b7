package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// A learner's own result.
@Path("/sittings/{id}/result")
class ResultResource {
    private final Sittings sittings;
    private final Assignments assignments;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final Releases releases;
    private final Reviewing reviewing;
    private final ReviewRequests requests;
    private final CurrentCaller caller;

    ResultResource(
            Sittings sittings,
            Assignments assignments,
            PaperContents papers,
            SavedAnswers answers,
            Releases releases,
            Reviewing reviewing,
            ReviewRequests requests,
            CurrentCaller caller) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.papers = papers;
        this.answers = answers;
        this.releases = releases;
        this.reviewing = reviewing;
        this.requests = requests;
        this.caller = caller;
    }

    /// @throws Refusal.NotFound for anybody but the learner, and before it was released
    @GET
    @Transactional
    public LearnerResult get(UUID id) {
        var asking = caller.get();
        var sitting = sittings.own(asking.id(), id);
        var release = releases.of(id).orElseThrow(() -> new Refusal.NotFound("result-not-released"));
        var assignment = assignments.recent(asking.schoolId(), sitting.assignmentId());
        return LearnerResult.of(
                // marks and keys have to be of the same moment: a correction is not waited for
                new LearnerResult.Work(sitting, assignment, papers.ofAssignment(assignment.id()), answers.of(id)),
                release,
                reviewing.until(assignment.id(), release),
                requests.ofSitting(id));
    }
}
