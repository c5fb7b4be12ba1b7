package vn.lopmo.assessment.sitting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// What single learners are granted at one assignment.
@Path("/assignments/{id}/needs")
class NeedsResource {
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final Takers takers;
    private final Granting granting;
    private final CurrentCaller caller;
    private final Clock clock;

    NeedsResource(
            Assignments assignments,
            AssignmentPolicy policy,
            Takers takers,
            Granting granting,
            CurrentCaller caller,
            Clock clock) {
        this.assignments = assignments;
        this.policy = policy;
        this.takers = takers;
        this.granting = granting;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param extraMinutes beyond the limit and beyond the end of the window
    /// @param attempts how often he may take it, 0 without limit; null as everybody
    record Granted(
            @Min(0) @Max(600) int extraMinutes,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable @Min(0) @Max(20) Integer attempts,
            @Nullable @Size(max = 500) String note) {
        Needs needs() {
            return new Needs(extraMinutes, opensAt, closesAt, attempts);
        }

        @Nullable
        String tidyNote() {
            var tidy = note == null ? "" : VietnameseText.tidy(note);
            return tidy.isEmpty() ? null : tidy;
        }
    }

    record View(
            UUID learnerId,
            int extraMinutes,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer attempts,
            @Nullable String note,
            Takers.Source source) {
        static View of(Takers.Grant grant) {
            var needs = grant.needs();
            return new View(
                    grant.learnerId(),
                    needs.extraMinutes(),
                    needs.opensAt(),
                    needs.closesAt(),
                    needs.attempts(),
                    grant.note(),
                    grant.source());
        }
    }

    @GET
    @Transactional
    public List<View> list(UUID id) {
        return views(led(id));
    }

    private List<View> views(Assignment assignment) {
        return takers.grants(assignment).stream().map(View::of).toList();
    }

    /// Whoever sits gets his new deadline at once.
    @PUT
    @Path("/{learnerId}")
    @Transactional
    public List<View> grant(UUID id, UUID learnerId, @NotNull @Valid Granted granted) {
        var assignment = ledToChange(id);
        if (!takers.taker(assignment, learnerId).invited()) {
            throw new Refusal.NotFound("learner-not-found");
        }
        granting.here(assignment, learnerId, granted.needs(), granted.tidyNote(), caller.get(), clock.instant());
        return views(assignment);
    }

    /// Back to what he is always granted.
    @DELETE
    @Path("/{learnerId}")
    @Transactional
    public void remove(UUID id, UUID learnerId) {
        granting.asAlways(ledToChange(id), learnerId, caller.get(), clock.instant());
    }

    private Assignment led(UUID id) {
        return led(asking -> assignments.get(asking.schoolId(), id));
    }

    /// Nobody begins with the old needs while they are changed.
    private Assignment ledToChange(UUID id) {
        return led(asking -> assignments.getToChange(asking.schoolId(), id));
    }

    private Assignment led(Function<Caller, Assignment> reading) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var assignment = reading.apply(asking);
        policy.checkLead(asking, assignment);
        return assignment;
    }
}
