package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// What the caller may lay before him to mark: assignments that he leads and their sittings. Anything else is refused,
/// what is another school's as if it were not there.
@ApplicationScoped
class MarkingDesk {
    private final Sittings sittings;
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final CurrentCaller caller;

    MarkingDesk(Sittings sittings, Assignments assignments, AssignmentPolicy policy, CurrentCaller caller) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.policy = policy;
        this.caller = caller;
    }

    record Work(Sitting sitting, Assignment assignment) {}

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
}
