package vn.lopmo.lms.organisation.roster;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Student lists are the administrator's: they hold what nobody else needs to see.
final class RosterPolicy {
    private RosterPolicy() {}

    static boolean allows(Caller caller) {
        return caller.is(Role.ADMIN);
    }

    static void check(Caller caller) {
        if (!allows(caller)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
