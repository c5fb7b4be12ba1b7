package vn.lopmo.lms.organisation;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may arrange the school: its years, groups, assignments, and the ways of its people. That a row is of the
/// caller's own school is settled before.
public final class OrganisationPolicy {
    public enum Verb {
        READ_YEARS,
        SET_TERMS,
        READ_GROUPS,
        ARRANGE_GROUPS,
        READ_TEACHINGS,
        ASSIGN,
        /// One person with his roles, guardians and dates.
        READ_PERSON,
        GIVE_ROLES,
        LINK_GUARDIANS,
        MOVE_PUPILS,
        ROLL_OVER,
        /// OneRoster: everybody of the school in one file.
        EXCHANGE
    }

    private OrganisationPolicy() {}

    static boolean allows(Caller caller, Verb verb) {
        return switch (verb) {
            case READ_YEARS, READ_GROUPS, READ_TEACHINGS -> caller.isStaff();
            case SET_TERMS, ARRANGE_GROUPS, ASSIGN -> caller.isAny(Role.HEAD, Role.ADMIN);
            case READ_PERSON, GIVE_ROLES, LINK_GUARDIANS, MOVE_PUPILS, ROLL_OVER, EXCHANGE -> caller.is(Role.ADMIN);
        };
    }

    public static void check(Caller caller, Verb verb) {
        if (!allows(caller, verb)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
