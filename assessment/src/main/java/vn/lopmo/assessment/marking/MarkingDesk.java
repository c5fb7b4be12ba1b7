package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.MarkingPolicy.Turn;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// What the caller may lay before him to mark: assignments that he leads, or marks second, and their sittings.
/// Anything else is refused, what is another school's as if it were not there.
@ApplicationScoped
class MarkingDesk {
    private final Sittings sittings;
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final MarkingSettings settings;
    private final CurrentCaller caller;

    MarkingDesk(
            Sittings sittings,
            Assignments assignments,
            AssignmentPolicy policy,
            MarkingSettings settings,
            CurrentCaller caller) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.policy = policy;
        this.settings = settings;
        this.caller = caller;
    }

    record Work(Sitting sitting, Assignment assignment) {}

    /// What somebody has to mark, and in which turn.
    record Task(
            Assignment assignment,
            MarkingSetting setting,
            Caller marker,
            boolean leads,
            @Nullable Turn turn) {
        boolean isBlind(@Nullable SlotMark first, @Nullable SecondMark second) {
            return MarkingPolicy.isBlind(
                    marker.id(),
                    setting,
                    turn,
                    first == null ? null : first.markedBy(),
                    second == null ? null : second.markedBy());
        }

        /// Whose turn it is who does not say it: who was named for the second turn has no other.
        Turn turnOrUsual() {
            return turn != null ? turn : setting.secondMarkers().contains(marker.id()) ? Turn.SECOND : Turn.FIRST;
        }
    }

    Caller caller() {
        return caller.get();
    }

    Assignment assignment(UUID id) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var assignment = assignments.get(asking.schoolId(), id);
        policy.checkLead(asking, assignment);
        return assignment;
    }

    Work sitting(UUID id) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var sitting = sittings.get(asking.schoolId(), id);
        return new Work(sitting, assignment(sitting.assignmentId()));
    }

    /// @throws Refusal.NotFound for who neither leads nor marks second
    Task task(UUID assignmentId, @Nullable Turn turn) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var assignment = assignments.get(asking.schoolId(), assignmentId);
        var setting = settings.of(assignmentId);
        boolean leads = policy.leads(asking, assignment);
        if (!leads && !setting.secondMarkers().contains(asking.id())) {
            throw new Refusal.NotFound("assignment-not-found");
        }
        return new Task(assignment, setting, asking, leads, turn);
    }

    /// The task at an assignment that the caller is known to lead.
    Task task(Assignment led, @Nullable Turn turn) {
        return new Task(led, settings.of(led.id()), caller.get(), true, turn);
    }

    /// Nobody else marks, reopens or corrects it before the transaction ends.
    Sitting toMark(UUID sittingId) {
        var asking = caller.get();
        policy.checkStaff(asking);
        return sittings.getToChange(asking.schoolId(), sittingId);
    }
}
