package vn.lopmo.assessment.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what in a room: those who lead the assignment everything, the invigilators whom they name what is done
/// while it is taken.
@ApplicationScoped
class RoomPolicy {
    private final AssignmentPolicy assignments;
    private final Invigilators invigilators;

    RoomPolicy(AssignmentPolicy assignments, Invigilators invigilators) {
        this.assignments = assignments;
        this.invigilators = invigilators;
    }

    static boolean mayWatch(Caller caller, Assignment assignment, boolean leads, Collection<UUID> invigilators) {
        return caller.schoolId().equals(assignment.schoolId())
                && caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)
                && (leads || invigilators.contains(caller.id()));
    }

    /// Seeing the room, its clocks, collecting, reopening, moving, its minutes.
    ///
    /// @throws Refusal.Forbidden for learners
    /// @throws Refusal.NotFound for staff who have no part in it
    void checkWatch(Caller caller, Assignment assignment) {
        checkStaff(caller);
        if (!mayWatch(caller, assignment)) {
            throw new Refusal.NotFound("assignment-not-found");
        }
    }

    boolean mayWatch(Caller caller, Assignment assignment) {
        boolean leads = mayLead(caller, assignment);
        return mayWatch(caller, assignment, leads, leads ? List.of() : invigilators.of(assignment.id()));
    }

    boolean mayLead(Caller caller, Assignment assignment) {
        return assignments.leads(caller, assignment);
    }

    /// @throws Refusal.Forbidden for learners and everybody else who has no part in any room
    void checkStaff(Caller caller) {
        assignments.checkStaff(caller);
    }

    /// Naming invigilators, what devices have noticed, and deciding on held work.
    void checkLead(Caller caller, Assignment assignment) {
        assignments.checkLead(caller, assignment);
    }
}
