package vn.lopmo.assessment.analysis;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may calibrate and see what came of it, and who sees his own path. What concerns one assignment is up to
/// [vn.lopmo.assessment.paper.AssignmentPolicy].
final class AnalysisPolicy {
    private AnalysisPolicy() {}

    /// Those who teach; which assignments, is asked of each.
    static boolean mayCalibrate(Caller caller) {
        return caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN);
    }

    /// Who asked for it, the heads and the administrators of the school.
    static boolean maySee(Caller caller, CalibrationJob job) {
        return caller.schoolId().equals(job.schoolId())
                && (caller.isAny(Role.HEAD, Role.ADMIN)
                        || caller.is(Role.TEACHER) && caller.id().equals(job.askedBy()));
    }

    static boolean hasOwnPath(Caller caller) {
        return caller.is(Role.STUDENT);
    }

    static void checkCalibrate(Caller caller) {
        if (!mayCalibrate(caller)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    static void checkOwnPath(Caller caller) {
        if (!hasOwnPath(caller)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
