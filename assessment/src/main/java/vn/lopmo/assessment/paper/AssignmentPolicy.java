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

    /// Whether he may give papers to these learners, of whom he teaches `taught`.
    static boolean mayAssignTo(Caller caller, Collection<UUID> learners, Set<UUID> taught) {
        return caller.isAny(Role.HEAD, Role.ADMIN) || caller.is(Role.TEACHER) && taught.containsAll(learners);
    }

    /// @param invited whether it was given to him or to a class of his
    static boolean mayTake(Caller caller, Assignment assignment, boolean invited) {
        return caller.schoolId().equals(assignment.schoolId()) && caller.is(Role.STUDENT) && invited;
    }

    /// Whether he may decide that a periodic test is not taken at school.
    static boolean mayDecide(Caller caller, Assignment assignment) {
        return caller.schoolId().equals(assignment.schoolId()) && caller.is(Role.HEAD);
    }

    /// @throws Refusal.NotFound if the school has no such class or learner
    /// @throws Refusal.Forbidden if he does not teach all of them
    void checkAssign(Caller caller, Audience audience) {
        checkStaff(caller);
        checkClasses(caller, audience.classesAndGroups());
        var learners = audience.learners();
        if (!members.knownLearners(caller.schoolId(), learners).containsAll(learners)) {
            throw new Refusal.NotFound("learner-not-found");
        }
        if (!mayAssignTo(caller, learners, members.taughtBy(caller.id(), learners))) {
            throw new Refusal.Forbidden("not-your-learner");
        }
    }

    private void checkClasses(Caller caller, Collection<UUID> classes) {
        if (!members.known(caller.schoolId(), classes).containsAll(new HashSet<>(classes))) {
            throw new Refusal.NotFound("class-not-found");
        }
        if (!mayAssign(caller, classes, members.classesOf(caller.id(), Part.TEACHER))) {
            throw new Refusal.Forbidden("not-your-class");
        }
    }

    public boolean leads(Caller caller, Assignment assignment) {
        return mayLead(caller, assignment, members.classesOf(caller.id(), Part.TEACHER));
    }

    public void checkLead(Caller caller, Assignment assignment) {
        checkStaff(caller);
        if (!leads(caller, assignment)) {
            throw new Refusal.NotFound("assignment-not-found");
        }
    }

    /// @throws Refusal.Forbidden for everybody but the head
    public void checkDecide(Caller caller, Assignment assignment) {
        checkStaff(caller);
        if (!mayDecide(caller, assignment)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    public void checkTake(Caller caller, Assignment assignment, boolean invited) {
        if (!mayTake(caller, assignment, invited)) {
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
