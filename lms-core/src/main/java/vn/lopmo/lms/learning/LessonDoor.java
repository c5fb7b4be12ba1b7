package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Whether a lesson is open to a learner now. Staff are never kept out.
@ApplicationScoped
public class LessonDoor {
    private final StudyPlans plans;
    private final Studies studies;

    LessonDoor(StudyPlans plans, Studies studies) {
        this.plans = plans;
        this.studies = studies;
    }

    /// Empty when it is open.
    public Optional<Lock> lockOf(Caller caller, Lesson lesson) {
        if (!caller.is(Role.STUDENT)
                || plans.said(List.of(lesson.courseId()), caller.id()).isNothing()) {
            return Optional.empty();
        }
        return studies.of(caller.id(), caller.schoolId(), lesson.courseId())
                .flatMap(course -> course.lesson(lesson.id()))
                .map(Standing::lock);
    }

    /// For whatever is done inside a lesson.
    ///
    /// @throws Refusal.Conflict if it is not open to the caller
    public void checkOpen(Caller caller, Lesson lesson) {
        lockOf(caller, lesson).ifPresent(LessonDoor::refuse);
    }

    /// For what was done while it was open and comes only now.
    ///
    /// @throws Refusal.Conflict if it never was open to the caller
    public void checkWasOpen(Caller caller, Lesson lesson) {
        lockOf(caller, lesson).filter(lock -> !(lock instanceof Lock.Over)).ifPresent(LessonDoor::refuse);
    }

    private static void refuse(Lock lock) {
        var why =
                switch (lock) {
                    case Lock.NotYet notYet -> "notYet";
                    case Lock.Needs needs -> "needs";
                    case Lock.Over over -> "over";
                };
        throw new Refusal.Conflict("lesson-locked", Map.of("lock", why));
    }
}
