package vn.lopmo.lms.course;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a lesson that was handed in. Nobody approves what he wrote himself.
final class LessonReviewPolicy {
    private LessonReviewPolicy() {}

    /// @throws Refusal.Forbidden unless the caller runs the school
    static void checkChoose(Caller caller) {
        if (!caller.isAny(Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// @param leads whether the caller leads a group of the lesson's subject
    /// @param writes whether the caller is one of its authors
    static boolean mayDecide(Caller caller, LessonReview.Stage stage, boolean leads, boolean writes) {
        if (writes) {
            return false;
        }
        return switch (stage) {
            case GROUP -> leads && caller.is(Role.TEACHER);
            case HEAD -> caller.is(Role.HEAD);
            case APPROVED, RETURNED, WITHDRAWN -> false;
        };
    }

    /// Its authors, who decides on it, and those who run the school.
    static boolean mayRead(Caller caller, boolean leads, boolean writes) {
        return writes || caller.isAny(Role.HEAD, Role.ADMIN) || (leads && caller.is(Role.TEACHER));
    }
}
