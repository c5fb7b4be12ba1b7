package vn.lopmo.lms.learning.live;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a live lesson of a class.
final class LiveLessonPolicy {
    enum Verb {
        READ,
        /// Set one for the class.
        SET,
        /// Change or cancel this one, correct its attendance.
        CHANGE,
        READ_ATTENDANCE,
        /// Open the link as a learner, which is logged.
        JOIN
    }

    /// What the caller is to the class, and to the lesson.
    ///
    /// @param holds whether it is the caller's own lesson
    record Relation(UUID school, boolean teaches, boolean leads, boolean learns, boolean holds) {}

    private LiveLessonPolicy() {}

    static boolean allows(Caller caller, Verb verb, Relation relation) {
        if (!relation.school.equals(caller.schoolId())) {
            return false;
        }
        boolean teacher = caller.is(Role.TEACHER);
        boolean learns = caller.is(Role.STUDENT) && relation.learns;
        return switch (verb) {
            case READ ->
                learns || caller.isAny(Role.HEAD, Role.ADMIN) || teacher && (relation.teaches || relation.leads);
            case SET -> teacher && relation.teaches;
            case CHANGE -> teacher && relation.holds;
            case READ_ATTENDANCE ->
                caller.isAny(Role.HEAD, Role.ADMIN) || teacher && (relation.holds || relation.leads);
            case JOIN -> learns;
        };
    }

    /// @throws Refusal.NotFound for another school's, and for a learner of another class
    static void check(Caller caller, Verb verb, Relation relation) {
        boolean knows = relation.school.equals(caller.schoolId()) && (caller.isStaff() || relation.learns);
        if (!knows) {
            throw new Refusal.NotFound("live-lesson-not-found");
        }
        if (!allows(caller, verb, relation)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
