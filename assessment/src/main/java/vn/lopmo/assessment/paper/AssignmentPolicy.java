package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with an assignment: its classes' teachers lead it, its classes' learners take it.
@ApplicationScoped
public class AssignmentPolicy {
    private final ClassMembers members;

    AssignmentPolicy(ClassMembers members) {
        this.members = members;
    }

    /// Whether he may give papers to these classes, of which he teaches `taught`: to all of them, or as head or
    /// administrator.
    static boolean mayAssign(Caller caller, Collection<UUID> classes, Set<UUID> taught) {
        return caller.isAny(Role.HEAD, Role.ADMIN) || caller.is(Role.TEACHER) && taught.containsAll(classes);
    }

    /// Whether he may see results, mark and release.
    static boolean mayLead(Caller caller, Assignment assignment, Set<UUID> taught) {
        if (!caller.schoolId().equals(assignment.schoolId())) {
            return false;
        }
        return caller.isAny(Role.HEAD, Role.ADMIN)
                || caller.is(Role.TEACHER)
                        && (caller.id().equals(assignment.assignedBy())
                                || taught.stream().anyMatch(assignment.classes()::contains));
    }

    static boolean mayTake(Caller caller, Assignment assignment, Set<UUID> learning) {
        return caller.schoolId().equals(assignment.schoolId())
                && caller.is(Role.STUDENT)
                && learning.stream().anyMatch(assignment.classes()::contains);
    }

    /// @throws Refusal.NotFound if the school has no such class
    /// @throws Refusal.Forbidden if he does not teach all of them
    void checkAssign(Caller caller, Collection<UUID> classes) {
        checkStaff(caller);
        if (!members.known(caller.schoolId(), classes).containsAll(new HashSet<>(classes))) {
            throw new Refusal.NotFound("class-not-found");
        }
        if (!mayAssign(caller, classes, members.classesOf(caller.id(), Part.TEACHER))) {
            throw new Refusal.Forbidden("not-your-class");
        }
    }

    public void checkLead(Caller caller, Assignment assignment) {
        checkStaff(caller);
        if (!mayLead(caller, assignment, members.classesOf(caller.id(), Part.TEACHER))) {
            throw new Refusal.NotFound("assignment-not-found");
        }
    }

    public void checkTake(Caller caller, Assignment assignment) {
        if (!mayTake(caller, assignment, members.classesOf(caller.id(), Part.STUDENT))) {
            throw new Refusal.NotFound("assignment-not-found");
        }
    }

    public void checkStaff(Caller caller) {
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    public boolean leadsAll(Caller caller) {
        return caller.isAny(Role.HEAD, Role.ADMIN);
    }
}
