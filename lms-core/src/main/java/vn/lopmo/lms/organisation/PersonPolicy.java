package vn.lopmo.lms.organisation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with people.
final class PersonPolicy {
    enum Verb {
        SEARCH,
        ADMIT,
        /// Put names to ids that one has already.
        NAME,
        /// See who works at the school, by name and role: nothing else of them, and no pupils.
        LIST_STAFF
    }

    /// Officers read the sums of many schools and are not of one.
    private static final Set<Role> OF_A_SCHOOL = EnumSet.complementOf(EnumSet.of(Role.OFFICER));

    private PersonPolicy() {}

    static boolean allows(Caller caller, Verb verb) {
        return switch (verb) {
            case SEARCH, ADMIT -> caller.is(Role.ADMIN);
            case NAME, LIST_STAFF -> caller.isStaff();
        };
    }

    static void check(Caller caller, Verb verb) {
        if (!allows(caller, verb)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// What the administrators of a school may give and take. Officers are made only where the units are arranged: at
    /// the school that the install was set up with.
    static Set<Role> givable(UUID school, UUID firstSchool) {
        return school.equals(firstSchool) ? EnumSet.allOf(Role.class) : OF_A_SCHOOL;
    }

    /// @throws Refusal.Invalid if an administrator of the school cannot give or take these roles
    static void checkGiven(Collection<Role> roles, UUID school, UUID firstSchool) {
        if (!givable(school, firstSchool).containsAll(roles)) {
            throw new Refusal.Invalid("role-not-of-a-school");
        }
    }
}
