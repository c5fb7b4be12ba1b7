package vn.lopmo.lms.course;

import java.util.Collection;
import java.util.Collections;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a course and everything in it. Its teacher writes; head and administrator read; learners of
/// its classes read what is published. For learners a course of another class is not there at all, and another
/// school's is there for nobody.
public final class CoursePolicy {
    public enum Verb {
        /// Read what is published.
        READ,
        /// Read drafts too.
        READ_DRAFTS,
        WRITE
    }

    private CoursePolicy() {}

    /// @throws Refusal.Forbidden unless the caller teaches
    static void checkCreate(Caller caller) {
        if (!caller.is(Role.TEACHER)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// @param callersClasses the classes that the caller learns in
    public static void check(Caller caller, Verb verb, Course course, Collection<UUID> callersClasses) {
        if (!course.schoolId().equals(caller.schoolId()) || !knows(caller, course, callersClasses)) {
            throw new Refusal.NotFound("course-not-found");
        }
        if (!may(caller, verb, course, callersClasses)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    private static boolean knows(Caller caller, Course course, Collection<UUID> callersClasses) {
        return caller.isStaff() || learns(course, callersClasses);
    }

    private static boolean may(Caller caller, Verb verb, Course course, Collection<UUID> callersClasses) {
        boolean owns = mayEdit(caller, course);
        return switch (verb) {
            case READ -> owns || caller.isAny(Role.HEAD, Role.ADMIN) || learns(course, callersClasses);
            case READ_DRAFTS -> owns || caller.isAny(Role.HEAD, Role.ADMIN);
            case WRITE -> owns;
        };
    }

    public static boolean mayEdit(Caller caller, Course course) {
        return caller.is(Role.TEACHER) && course.teacherId().equals(caller.id());
    }

    private static boolean learns(Course course, Collection<UUID> callersClasses) {
        return !Collections.disjoint(course.classIds(), callersClasses);
    }
}
