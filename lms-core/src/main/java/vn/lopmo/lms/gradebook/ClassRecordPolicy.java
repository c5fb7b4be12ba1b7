package vn.lopmo.lms.gradebook;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may see the marks and the competence of a whole class: its teachers, the head, the administrator. Never a
/// learner or a guardian: students are not compared with each other (school charter 2026, art. 22.2).
public final class ClassRecordPolicy {
    private ClassRecordPolicy() {}

    /// @param classSchool the school of the class
    /// @param teachesIt whether the caller teaches the class
    public static void check(Caller caller, UUID classSchool, boolean teachesIt) {
        if (!classSchool.equals(caller.schoolId())) {
            throw new Refusal.NotFound("class-not-found");
        }
        boolean may = caller.isAny(Role.HEAD, Role.ADMIN) || (caller.is(Role.TEACHER) && teachesIt);
        if (!may) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
