package vn.lopmo.lms.learning.task;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with tasks and with what is handed in for them. A learner's work is seen by himself, his guardian
/// and the teachers of his class; for everybody else of the school it is not there.
final class TaskPolicy {
    enum Verb {
        /// Do it, as a learner.
        HAND_IN,
        /// Set the day, the forms and the mark.
        SET,
        /// Give a learner or a group of a class a day of its own.
        GIVE_DAY,
        /// Look at the work of a class, write on it, give it back.
        MARK
    }

    /// How the caller stands to a task.
    ///
    /// @param learns  in a class that the course is given to
    /// @param writes  the course
    /// @param teaches the class that is asked for, or any of the course where none is
    record Standing(boolean learns, boolean writes, boolean teaches) {}

    private TaskPolicy() {}

    /// @throws Refusal.NotFound  where the task is nothing to the caller
    /// @throws Refusal.Forbidden where he may know of it, but not do that
    static void check(Caller caller, Verb verb, UUID schoolOfTask, Standing standing) {
        if (!schoolOfTask.equals(caller.schoolId()) || !(caller.isStaff() || learns(caller, standing))) {
            throw new Refusal.NotFound("task-not-found");
        }
        boolean may =
                switch (verb) {
                    case HAND_IN -> learns(caller, standing);
                    case SET -> caller.is(Role.TEACHER) && standing.writes;
                    case GIVE_DAY -> caller.is(Role.TEACHER) && (standing.writes || standing.teaches);
                    case MARK -> caller.is(Role.TEACHER) && standing.teaches;
                };
        if (!may) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// @param guards  whether the caller is a guardian of the learner
    /// @param teaches the class that it was handed in from
    /// @throws Refusal.NotFound for everybody whom it does not concern
    static void checkSee(Caller caller, UUID schoolOfWork, UUID learnerId, boolean guards, boolean teaches) {
        boolean own = caller.is(Role.STUDENT) && caller.id().equals(learnerId);
        boolean ownChild = caller.is(Role.GUARDIAN) && guards;
        boolean ownClass = caller.is(Role.TEACHER) && teaches;
        if (!schoolOfWork.equals(caller.schoolId()) || !(own || ownChild || ownClass)) {
            throw new Refusal.NotFound("work-not-found");
        }
    }

    private static boolean learns(Caller caller, Standing standing) {
        return caller.is(Role.STUDENT) && standing.learns;
    }
}
