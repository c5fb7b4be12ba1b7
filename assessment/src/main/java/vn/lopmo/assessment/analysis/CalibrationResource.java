package vn.lopmo.assessment.analysis;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.irt.Model;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Conditions.Mode;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Estimating the parameters of items from what classes answered; the bank keeps them.
@Path("/calibrations")
class CalibrationResource {
    /// One teacher must not keep the others waiting.
    private static final int MOST_OPEN = 5;

    private final CalibrationJobs jobs;
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final Sittings sittings;
    private final CurrentCaller caller;
    private final Clock clock;

    CalibrationResource(
            CalibrationJobs jobs,
            Assignments assignments,
            AssignmentPolicy policy,
            Sittings sittings,
            CurrentCaller caller,
            Clock clock) {
        this.jobs = jobs;
        this.assignments = assignments;
        this.policy = policy;
        this.sittings = sittings;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param itemIds null for all items of the assignments
    record Wanted(
            @Nullable @Size(max = 500) List<@NotNull UUID> itemIds,
            @NotEmpty @Size(max = 50) List<@NotNull UUID> assignmentIds,
            @NotNull @Pattern(regexp = "RASCH|2PL|3PL") String model) {}

    record Asked(UUID id) {}

    @POST
    @Transactional
    @ResponseStatus(202)
    public Asked ask(@NotNull @Valid Wanted wanted) {
        var asking = caller.get();
        AnalysisPolicy.checkCalibrate(asking);
        var model = Model.ofLabel(wanted.model).orElseThrow();
        checkEnough(asking, wanted.assignmentIds, model);
        if (jobs.openOf(asking) >= MOST_OPEN) {
            throw new Refusal.Conflict("calibration-queue-full");
        }
        var job = CalibrationJob.ask(
                asking, model, wanted.assignmentIds.stream().distinct().toList(), wanted.itemIds, clock.instant());
        jobs.persist(job);
        return new Asked(job.id());
    }

    private void checkEnough(Caller asking, List<UUID> ids, Model model) {
        var learners = new HashSet<UUID>();
        for (var id : new HashSet<>(ids)) {
            var assignment = assignments.get(asking.schoolId(), id);
            policy.checkLead(asking, assignment);
            if (assignment.conditions().mode() == Mode.PRACTICE) {
                throw new Refusal.Invalid("calibration-of-practice", assignment.title());
            }
            sittings.ofAssignment(id).stream()
                    .filter(one -> one.handedInAt() != null)
                    .forEach(one -> learners.add(one.learnerId()));
        }
        if (learners.size() < model.fewest()) {
            throw new Refusal.Invalid("calibration-too-few", model.fewest(), learners.size());
        }
    }

    @GET
    @Transactional
    public List<CalibrationView.Line> list() {
        var asking = caller.get();
        AnalysisPolicy.checkCalibrate(asking);
        return jobs.ofAsker(asking).stream().map(CalibrationView.Line::of).toList();
    }

    @GET
    @Path("/{id}")
    @Transactional
    public CalibrationView read(UUID id, @Context HttpHeaders headers) {
        var asking = caller.get();
        AnalysisPolicy.checkCalibrate(asking);
        return CalibrationView.of(jobs.get(asking, id), Words.of(headers));
    }
}
