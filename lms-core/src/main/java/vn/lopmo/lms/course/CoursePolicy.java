package vn.lopmo.lms.course;

import java.util.Collection;
import java.util.Collections;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a course and everything in it. Its teacher and the
/// colleagues whom he names write; head and administrator read; learners of
/// its classes read what is published. For learners a course of another class is not there at all, and another
/// school's is there for nobody.
public final class CoursePolicy {
    public enum Verb {
        /// Read what is published.
        READ,
        /// Read drafts too.
        READ_DRAFTS,
        WRITE,
        /// Make another course of it.
        COPY,
        /// Say who writes it.
        NAME_AUTHORS
    }

    private CoursePolicy() {}

    /// @throws Refusal.Forbidden unless the caller teaches
    static void checkCreate(Caller caller) {
        if (!caller.is(Role.TEACHER)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// @param callersClasses the classes that the caller learns in
    /// @param callersSubjects the subjects of the caller's subject groups
    public static void check(
            Caller caller,
            Verb verb,
            Course course,
            Collection<UUID> callersClasses,
            Collection<String> callersSubjects) {
        if (!course.schoolId().equals(caller.schoolId()) || !knows(caller, course, callersClasses)) {
            throw new Refusal.NotFound("course-not-found");
        }
        if (!may(caller, verb, course, callersClasses) && !mayAsColleague(caller, verb, course, callersSubjects)) {
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
            case WRITE, COPY -> owns;
            case NAME_AUTHORS -> owns && course.teacherId().equals(caller.id());
        };
    }

    /// What is shared may be looked at as it was published, and copied.
    private static boolean mayAsColleague(Caller caller, Verb verb, Course course, Collection<String> subjects) {
        return (verb == Verb.READ || verb == Verb.COPY) && mayCopy(caller, course, subjects);
    }

    static boolean mayCopy(Caller caller, Course course, Collection<String> callersSubjects) {
        if (!caller.is(Role.TEACHER) || !course.schoolId().equals(caller.schoolId())) {
            return false;
        }
        return mayEdit(caller, course)
                || switch (course.sharing()) {
                    case NONE -> false;
                    case GROUP -> callersSubjects.contains(course.subject());
                    case SCHOOL -> true;
                };
    }

    public static boolean mayEdit(Caller caller, Course course) {
        return caller.is(Role.TEACHER) && course.isWrittenBy(caller.id());
    }

    private static boolean learns(Course course, Collection<UUID> callersClasses) {
        return !Collections.disjoint(course.classIds(), callersClasses);
    }
}
