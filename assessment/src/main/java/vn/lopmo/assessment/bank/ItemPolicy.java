package vn.lopmo.assessment.bank;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with the questions of a school: those who teach there. Nobody else may read one, for each holds
/// its key.
public final class ItemPolicy {
    private ItemPolicy() {}

    public enum Verb {
        READ,
        WRITE,
        IMPORT
    }

    public static boolean allows(Caller caller, Verb verb) {
        return switch (verb) {
            case READ, WRITE, IMPORT -> caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN);
        };
    }

    /// @throws Refusal.Forbidden if not
    public static void check(Caller caller, Verb verb) {
        if (!allows(caller, verb)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
