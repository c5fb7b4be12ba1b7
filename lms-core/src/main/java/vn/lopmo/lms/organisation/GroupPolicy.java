package vn.lopmo.lms.organisation;

import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a group: a teacher makes them of his own pupils and has them to himself; heads and
/// administrators have all of the school's.
final class GroupPolicy {
    private GroupPolicy() {}

    static boolean hasAll(Caller caller) {
        return caller.isAny(Role.HEAD, Role.ADMIN);
    }

    static boolean mayMake(Caller caller, boolean teachesHomeClass) {
        return hasAll(caller) || caller.is(Role.TEACHER) && teachesHomeClass;
    }

    static boolean mayUse(Caller caller, UUID schoolId, UUID madeBy) {
        return caller.schoolId().equals(schoolId)
                && (hasAll(caller) || caller.is(Role.TEACHER) && caller.id().equals(madeBy));
    }

    /// A teacher keeps nobody in his groups whom he no longer teaches.
    static boolean mayKeep(Set<Role> maker, boolean teachesHim) {
        return teachesHim || maker.contains(Role.HEAD) || maker.contains(Role.ADMIN);
    }

    static void checkStaff(Caller caller) {
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
