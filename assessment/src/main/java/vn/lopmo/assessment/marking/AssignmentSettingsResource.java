package vn.lopmo.assessment.marking;

import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Announcing;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentChanged;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Conditions;
import vn.lopmo.assessment.paper.Decision;
import vn.lopmo.assessment.sitting.Deadlines;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Changing how a paper was given, and the head's decision on a periodic test away from school.
@Path("/assignments/{id}")
class AssignmentSettingsResource {
    private final Assignments assignments;
    private final Sittings sittings;
    private final Deadlines deadlines;
    private final Announcing announcing;
    private final Releases releases;
    private final AssignmentPolicy policy;
    private final AssignmentBoard board;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Event<AssignmentChanged> changed;

    AssignmentSettingsResource(
            Assignments assignments,
            Sittings sittings,
            Deadlines deadlines,
            Announcing announcing,
            Releases releases,
            AssignmentPolicy policy,
            AssignmentBoard board,
            CurrentCaller caller,
            Clock clock,
            Event<AssignmentChanged> changed) {
        this.assignments = assignments;
        this.sittings = sittings;
        this.deadlines = deadlines;
        this.announcing = announcing;
        this.releases = releases;
        this.policy = policy;
        this.board = board;
        this.caller = caller;
        this.clock = clock;
        this.changed = changed;
    }

    /// @param conditions all of them; what is left out of it is as if it had never been asked for
    record Change(
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable @Min(1) @Max(Assignment.MOST_MINUTES) Integer minutes,
            @Valid Conditions.@Nullable Wish conditions) {
        Assignment.Window window(Assignment.Window before) {
            return new Assignment.Window(
                    opensAt == null ? before.opensAt() : opensAt,
                    closesAt == null ? before.closesAt() : closesAt,
                    minutes == null ? before.minutes() : minutes);
        }
    }

    record ToDecide(
            @NotBlank @Size(max = 60) String number,
            @NotNull LocalDate decidedOn,
            @NotBlank @Size(max = 1_000) String reason) {}

    @PATCH
    @Transactional
    public AssignmentBoard.Line change(UUID id, @NotNull @Valid Change change) {
        var assignment = found(id);
        policy.checkLead(caller.get(), assignment);
        var wanted = change.conditions;
        var window = change.window(assignment.time());
        if (window.closesAt().isAfter(assignment.time().closesAt()) && releases.showKeys(id)) {
            throw new Refusal.Conflict("assignment-answers-shown");
        }
        assignment.change(
                window,
                wanted == null ? assignment.conditions() : wanted.toConditions(),
                sittings.isBegun(id),
                clock.instant());
        assignments.flush();
        deadlines.renew(assignment);
        announcing.announce(assignment);
        return renewed(assignment);
    }

    @PUT
    @Path("/decision")
    @Transactional
    public AssignmentBoard.Line decide(UUID id, @NotNull @Valid ToDecide wanted) {
        var assignment = found(id);
        policy.checkDecide(caller.get(), assignment);
        assignment.decide(new Decision(
                VietnameseText.tidy(wanted.number),
                wanted.decidedOn,
                VietnameseText.tidy(wanted.reason),
                caller.get().id()));
        return renewed(assignment);
    }

    /// Nobody begins while it is changed: whoever has begun is found, and whoever begins finds what is changed.
    private Assignment found(UUID id) {
        var asking = caller.get();
        policy.checkStaff(asking);
        return assignments.getToChange(asking.schoolId(), id);
    }

    private AssignmentBoard.Line renewed(Assignment assignment) {
        changed.fire(new AssignmentChanged(assignment.id()));
        return board.line(assignment);
    }
}
