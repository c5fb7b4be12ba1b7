package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.caller.Caller;

/// What somebody leads: his classes' and his own, or the whole school's.
@ApplicationScoped
class LedAssignments {
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final ClassMembers members;

    LedAssignments(Assignments assignments, AssignmentPolicy policy, ClassMembers members) {
        this.assignments = assignments;
        this.policy = policy;
        this.members = members;
    }

    void check(Caller caller) {
        policy.checkStaff(caller);
    }

    /// Latest first.
    List<Assignment> of(Caller caller) {
        policy.checkStaff(caller);
        return policy.leadsAll(caller)
                ? assignments.ofSchool(caller.schoolId())
                : assignments.ledBy(caller, members.classesOf(caller.id(), Part.TEACHER));
    }
}
