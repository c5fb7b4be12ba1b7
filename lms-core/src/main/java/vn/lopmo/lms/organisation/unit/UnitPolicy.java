package vn.lopmo.lms.organisation.unit;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who arranges the units above the schools: the administrators of the school that the install was set up with. No
/// other school's: an officer reads the sums of all the schools of his unit.
final class UnitPolicy {
    private UnitPolicy() {}

    static boolean allows(Caller caller, UUID firstSchool) {
        return caller.is(Role.ADMIN) && caller.schoolId().equals(firstSchool);
    }

    static void check(Caller caller, UUID firstSchool) {
        if (!allows(caller, firstSchool)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
