package vn.lopmo.lms.report;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who reads reports: of his school its head and administrator, of several schools an officer. All read sums.
final class ReportPolicy {
    enum Reach {
        SCHOOL,
        AREA
    }

    private ReportPolicy() {}

    /// @throws Refusal.Forbidden for everybody else
    static Reach reach(Caller caller) {
        if (caller.isAny(Role.HEAD, Role.ADMIN)) {
            return Reach.SCHOOL;
        }
        if (caller.is(Role.OFFICER)) {
            return Reach.AREA;
        }
        throw new Refusal.Forbidden("not-allowed");
    }
}
