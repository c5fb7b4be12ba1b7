package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// Taking a paper: opening it, coming back to it, handing it in. Only ever the caller's own.
@Path("/")
class SittingResource {
    private static final SecureRandom SEEDS = new SecureRandom();

    private final Sittings sittings;
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final HandingIn handingIn;
    private final CurrentCaller caller;
    private final Clock clock;

    SittingResource(
            Sittings sittings,
            Assignments assignments,
            AssignmentPolicy policy,
            PaperContents papers,
            SavedAnswers answers,
            HandingIn handingIn,
            CurrentCaller caller,
            Clock clock) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.policy = policy;
        this.papers = papers;
        this.answers = answers;
        this.handingIn = handingIn;
        this.caller = caller;
        this.clock = clock;
    }

    /// Everything that the page needs, at the start and after any break.
    record Opening(
            UUID sittingId,
            UUID assignmentId,
            String title,
            Instant serverNow,
            Instant startedAt,
            Instant closesAt,
            List<ShownPaper.Section> parts,
            Map<UUID, JsonNode> answers,
            int seq,
            @Nullable Instant handedInAt) {}

    record HandIn(@Min(0) @Max(StepsReading.LAST_SEQ) int seq) {}

    record HandedIn(Instant handedInAt) {}

    @POST
    @Path("/assignments/{assignmentId}/sittings")
    @Transactional
    public Opening open(UUID assignmentId) {
        var asking = caller.get();
        var assignment = assignments.get(asking.schoolId(), assignmentId);
        var sitting = sittings.of(assignmentId, asking.id()).orElseGet(() -> begin(asking, assignment));
        return opening(sitting, assignment);
    }

    private Sitting begin(Caller asking, Assignment assignment) {
        policy.checkTake(asking, assignment);
        return sittings.addOrGet(Sitting.open(assignment, asking.id(), SEEDS.nextLong(), clock.instant()));
    }

    @GET
    @Path("/sittings/{id}")
    @Transactional
    public Opening get(UUID id) {
        var asking = caller.get();
        var sitting = sittings.own(asking.id(), id);
        return opening(sitting, assignments.get(asking.schoolId(), sitting.assignmentId()));
    }

    @POST
    @Path("/sittings/{id}/hand-in")
    public HandedIn handIn(UUID id, @NotNull @Valid HandIn handIn) {
        return new HandedIn(handingIn.byLearner(id, caller.get().id(), handIn.seq));
    }

    private Opening opening(Sitting sitting, Assignment assignment) {
        return new Opening(
                sitting.id(),
                assignment.id(),
                assignment.title(),
                clock.instant(),
                sitting.startedAt(),
                sitting.closesAt(),
                ShownPaper.of(papers.of(assignment), assignment.shuffling(), sitting.seed()),
                answers.of(sitting.id()),
                answers.lastSeq(sitting.id()),
                sitting.handedInAt());
    }
}
