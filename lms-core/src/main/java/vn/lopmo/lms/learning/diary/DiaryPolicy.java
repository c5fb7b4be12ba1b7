package vn.lopmo.lms.learning.diary;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with the diary of a class. Never a learner or a guardian: remarks are about others too.
final class DiaryPolicy {
    enum Verb {
        READ,
        /// Write a period that nobody else has written.
        WRITE,
        /// Write and take out anybody's.
        MEND,
        /// Say something of a week.
        SUM_UP
    }

    /// What the caller is to the class.
    ///
    /// @param teaches in the class; to write, the subject of the period
    record Relation(UUID school, boolean teaches, boolean leads) {}

    private DiaryPolicy() {}

    static boolean allows(Caller caller, Verb verb, Relation relation) {
        if (!relation.school.equals(caller.schoolId())) {
            return false;
        }
        boolean teacher = caller.is(Role.TEACHER);
        return switch (verb) {
            case READ -> caller.isAny(Role.HEAD, Role.ADMIN) || teacher && (relation.teaches || relation.leads);
            case WRITE -> caller.is(Role.ADMIN) || teacher && relation.teaches;
            case MEND -> caller.is(Role.ADMIN);
            case SUM_UP -> caller.is(Role.HEAD) || teacher && relation.leads;
        };
    }

    /// @throws Refusal.NotFound for another school's
    static void check(Caller caller, Verb verb, Relation relation) {
        if (!relation.school.equals(caller.schoolId())) {
            throw new Refusal.NotFound("class-not-found");
        }
        if (!allows(caller, verb, relation)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
