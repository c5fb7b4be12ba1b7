package vn.lopmo.lms.competency;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may see one learner's record: the learner, his teachers, the head and the administrator of the school, his
/// guardians.
final class LearnerRecordPolicy {
    private LearnerRecordPolicy() {}

    /// What the caller is to the learner.
    ///
    /// @param teaches whether the caller teaches a class that the learner is in
    /// @param guards whether the caller acts for the learner
    record Relation(UUID learnerId, UUID learnersSchool, boolean teaches, boolean guards) {}

    static void check(Caller caller, Relation relation) {
        if (!relation.learnersSchool.equals(caller.schoolId())) {
            throw new Refusal.NotFound("person-not-found");
        }
        if (!may(caller, relation)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    private static boolean may(Caller caller, Relation relation) {
        return relation.learnerId.equals(caller.id())
                || caller.isAny(Role.HEAD, Role.ADMIN)
                || (caller.is(Role.TEACHER) && relation.teaches)
                || (caller.is(Role.GUARDIAN) && relation.guards);
    }

    /// Reads by staff are logged; learners and guardians look into what is their own.
    static boolean isLogged(Caller caller, Relation relation) {
        return caller.isStaff() && !relation.guards && !relation.learnerId.equals(caller.id());
    }
}
