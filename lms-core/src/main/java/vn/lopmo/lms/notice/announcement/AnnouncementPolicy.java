package vn.lopmo.lms.notice.announcement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may say what to whom, and who may read, correct and withdraw it. For everybody else it is not there.
final class AnnouncementPolicy {
    enum Verb {
        READ,
        CORRECT,
        WITHDRAW
    }

    /// Whom an announcement to a class may be for.
    static final Set<Role> OF_CLASS = Collections.unmodifiableSet(EnumSet.of(Role.STUDENT, Role.GUARDIAN));

    /// An officer belongs to no school.
    static final Set<Role> OF_SCHOOL = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Role.OFFICER)));

    private AnnouncementPolicy() {}

    /// @throws Refusal.Forbidden unless the caller may ever say something
    static void checkWrite(Caller caller) {
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// To whom of the whole school.
    static Set<Role> mayAddressOfSchool(Caller caller) {
        return runs(caller) ? OF_SCHOOL : Set.of();
    }

    /// To whom of a class: its teachers to the pupils, its homeroom teacher to the guardians too.
    ///
    /// @param teaches the class
    /// @param leads   it as homeroom teacher
    static Set<Role> mayAddressOfClass(Caller caller, boolean teaches, boolean leads) {
        if (runs(caller) || caller.is(Role.TEACHER) && leads) {
            return OF_CLASS;
        }
        return caller.is(Role.TEACHER) && teaches ? Set.of(Role.STUDENT) : Set.of();
    }

    /// @throws Refusal.Forbidden if the caller may not say something to all of them
    static void checkAddress(Set<Role> wanted, Set<Role> may) {
        if (!may.containsAll(wanted)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// @param told whether it is for the caller, or to a class that he teaches
    /// @throws Refusal.NotFound  where it is nothing to the caller
    /// @throws Refusal.Forbidden where he may read it, but not do that
    static void check(Caller caller, Verb verb, UUID schoolId, @Nullable UUID ownerId, boolean told) {
        boolean own = caller.id().equals(ownerId);
        if (!schoolId.equals(caller.schoolId()) || !(own || told || runs(caller))) {
            throw new Refusal.NotFound("announcement-not-found");
        }
        boolean may =
                switch (verb) {
                    case READ -> true;
                    case CORRECT -> own && caller.isStaff();
                    case WITHDRAW -> own && caller.isStaff() || runs(caller);
                };
        if (!may) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    static boolean runs(Caller caller) {
        return caller.isAny(Role.HEAD, Role.ADMIN);
    }
}
