package vn.lopmo.lms.course;

import java.util.Collection;
import java.util.Collections;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a course and everything in it. Its teacher and the
/// colleagues whom he names write; head and administrator read; learners of
/// its classes read what is published, and so does whoever teaches its subject in one of them, who also sees how far
/// that class is. For learners a course of another class is not there at all, and another
/// school's is there for nobody.
public final class CoursePolicy {
    public enum Verb {
        /// Read what is published.
        READ,
        /// Read drafts too.
        READ_DRAFTS,
        WRITE,
        /// See how far the learners are, and remind them.
        READ_STANDING,
        REMIND,
        /// Look at it as its learners do.
        PREVIEW,
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

    /// What ties a caller to a course, but for writing it.
    ///
    /// @param classes  the classes that he learns in
    /// @param subjects the subjects of his subject groups
    /// @param teaches  the subject of the course in one of its classes
    record Ties(Collection<UUID> classes, Collection<String> subjects, boolean teaches) {}

    static void check(Caller caller, Verb verb, Course course, Ties ties) {
        if (!course.schoolId().equals(caller.schoolId()) || !knows(caller, course, ties.classes)) {
            throw new Refusal.NotFound("course-not-found");
        }
        if (!may(caller, verb, course, ties)
                && !mayAsTeacher(caller, verb, ties)
                && !mayAsColleague(caller, verb, course, ties.subjects)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    private static boolean knows(Caller caller, Course course, Collection<UUID> callersClasses) {
        return caller.isStaff() || learns(course, callersClasses);
    }

    private static boolean may(Caller caller, Verb verb, Course course, Ties ties) {
        boolean owns = mayEdit(caller, course);
        return switch (verb) {
            case READ -> owns || caller.isAny(Role.HEAD, Role.ADMIN) || learns(course, ties.classes);
            case READ_DRAFTS, READ_STANDING, PREVIEW -> owns || caller.isAny(Role.HEAD, Role.ADMIN);
            case WRITE, COPY, REMIND -> owns;
            case NAME_AUTHORS -> owns && course.teacherId().equals(caller.id());
        };
    }

    private static boolean mayAsTeacher(Caller caller, Verb verb, Ties ties) {
        boolean asks =
                switch (verb) {
                    case READ, READ_STANDING, REMIND, PREVIEW -> true;
                    case READ_DRAFTS, WRITE, COPY, NAME_AUTHORS -> false;
                };
        return caller.is(Role.TEACHER) && ties.teaches && asks;
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
