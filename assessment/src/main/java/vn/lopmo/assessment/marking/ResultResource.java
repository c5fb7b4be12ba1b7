package vn.lopmo.assessment.marking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// A learner's own result.
@Path("/sittings/{id}/result")
class ResultResource {
    private final Results results;
    private final Assignments assignments;
    private final SavedAnswers answers;
    private final ReviewRequests requests;
    private final CurrentCaller caller;

    ResultResource(
            Results results,
            Assignments assignments,
            SavedAnswers answers,
            ReviewRequests requests,
            CurrentCaller caller) {
        this.results = results;
        this.assignments = assignments;
        this.answers = answers;
        this.requests = requests;
        this.caller = caller;
    }

    /// @throws Refusal.NotFound for anybody but the learner, and before it was released
    @GET
    public LearnerResult get(UUID id) {
        var asking = caller.get();
        var result = results.own(asking.id(), id);
        var assignment = assignments.recent(asking.schoolId(), result.assignmentId());
        List<ReviewRequest> asked = result.isAsked() ? requests.ofSitting(id) : List.of();
        return LearnerResult.of(result, assignment, answers.of(id), asked);
    }
}
