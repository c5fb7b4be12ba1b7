package vn.lopmo.content.exchange;

import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licence;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Who may take a work away in another form. A book is for everybody who may read the work; a course for another
/// platform for those who teach. Of works only those that anybody may copy on: another form is no adaptation (Creative
/// Commons 4.0, section 2(a)(4)), but what bears all rights or was copied for teaching stays in the school, whoever
/// asks.
final class ExportPolicy {
    private ExportPolicy() {}

    static boolean mayAsk(Caller caller, ExportFormat format) {
        return !format.isCourse() || caller.isStaff();
    }

    static boolean mayLeave(@Nullable Licence licence) {
        return licence != null && licence.isOpen();
    }

    /// @throws Refusal.Forbidden if the format is not for him
    static void check(Caller caller, ExportFormat format) {
        if (!mayAsk(caller, format)) {
            throw new Refusal.Forbidden("export-not-allowed");
        }
    }

    /// @throws Refusal.Conflict if its licence keeps it in the school
    static void check(Work work) {
        if (!mayLeave(work.about().licence())) {
            throw new Refusal.Conflict("export-not-licensed", work.about().title());
        }
    }
}
