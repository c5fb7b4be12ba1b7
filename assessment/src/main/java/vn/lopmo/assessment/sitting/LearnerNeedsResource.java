package vn.lopmo.assessment.sitting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.roster.LearnerNeeds;
import vn.lopmo.assessment.roster.LearnerNeeds.Standing;
import vn.lopmo.assessment.roster.NeedsPolicy;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// What a learner needs at every paper. Sensitive: for those who teach him, the head and the administrator.
@Path("/learners/{learnerId}/needs")
class LearnerNeedsResource {
    private final LearnerNeeds needs;
    private final NeedsPolicy policy;
    private final Granting granting;
    private final CurrentCaller caller;
    private final Clock clock;

    LearnerNeedsResource(LearnerNeeds needs, NeedsPolicy policy, Granting granting, CurrentCaller caller, Clock clock) {
        this.needs = needs;
        this.policy = policy;
        this.granting = granting;
        this.caller = caller;
        this.clock = clock;
    }

    record Wanted(
            @Min(0) @Max(200) int extraPercent,
            @Nullable @Size(max = 500) String note) {
        Standing standing() {
            var tidy = note == null ? "" : VietnameseText.tidy(note);
            return new Standing(extraPercent, tidy.isEmpty() ? null : tidy);
        }
    }

    @GET
    @Transactional
    public Standing get(UUID learnerId) {
        var asking = caller.get();
        policy.check(asking, learnerId);
        return needs.of(asking.schoolId(), learnerId);
    }

    @PUT
    @Transactional
    public Standing put(UUID learnerId, @NotNull @Valid Wanted wanted) {
        var asking = caller.get();
        policy.check(asking, learnerId);
        granting.always(learnerId, wanted.standing(), asking, clock.instant());
        return needs.of(asking.schoolId(), learnerId);
    }
}
