package vn.lopmo.lms.organisation;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a class. That the class is of the caller's own school is settled before.
final class ClassPolicy {
    enum Verb {
        /// That the classes are there, with their sizes: a teacher his own, the others all.
        LIST,
        LIST_ALL,
        /// Who is in it.
        READ_MEMBERS,
        /// Codes and birth dates of its members.
        READ_REGISTER,
        READ_FIRST_PASSWORDS,
        OPEN,
        /// Its name and its homeroom teacher.
        CHANGE
    }

    private ClassPolicy() {}

    static boolean allows(Caller caller, Verb verb, boolean teachesIt) {
        return switch (verb) {
            case LIST -> caller.isStaff();
            case LIST_ALL -> caller.isAny(Role.HEAD, Role.ADMIN, Role.LIBRARIAN);
            case READ_MEMBERS -> caller.isAny(Role.HEAD, Role.ADMIN) || caller.is(Role.TEACHER) && teachesIt;
            case CHANGE -> caller.isAny(Role.HEAD, Role.ADMIN);
            case READ_REGISTER, READ_FIRST_PASSWORDS, OPEN -> caller.is(Role.ADMIN);
        };
    }

    static void check(Caller caller, Verb verb, boolean teachesIt) {
        if (!allows(caller, verb, teachesIt)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
