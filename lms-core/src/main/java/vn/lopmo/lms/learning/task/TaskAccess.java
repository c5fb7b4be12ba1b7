package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.task.TaskPolicy.Standing;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Gets tasks and handed-in work for the caller in hand, or refuses as [TaskPolicy] says.
@ApplicationScoped
class TaskAccess {
    private final CurrentCaller callers;
    private final Tasks tasks;
    private final TaskWorks works;
    private final WorkFiles files;
    private final Courses courses;
    private final ClassCircle circle;
    private final Guardianships guardianships;
    private final RecordReads reads;

    TaskAccess(
            CurrentCaller callers,
            Tasks tasks,
            TaskWorks works,
            WorkFiles files,
            Courses courses,
            ClassCircle circle,
            Guardianships guardianships,
            RecordReads reads) {
        this.callers = callers;
        this.tasks = tasks;
        this.works = works;
        this.files = files;
        this.courses = courses;
        this.circle = circle;
        this.guardianships = guardianships;
        this.reads = reads;
    }

    /// A task and its course.
    record Placed(Task task, Course course) {}

    /// A try, for its teacher.
    record PlacedWork(TaskWork work, Task task, Course course) {}

    /// @param classId whose work is meant; null for any class of the course
    Placed task(UUID id, Verb verb, @Nullable UUID classId) {
        var caller = callers.get();
        var task = tasks.get(id, caller.schoolId());
        var course = courses.get(task.courseId(), caller.schoolId());
        TaskPolicy.check(caller, verb, task.schoolId(), standing(caller, course, classId));
        return new Placed(task, course);
    }

    private Standing standing(Caller caller, Course course, @Nullable UUID classId) {
        boolean learns = !circle.learntIn(caller, course).isEmpty();
        boolean teaches =
                classId == null ? !circle.taughtIn(caller, course).isEmpty() : circle.teaches(caller, course, classId);
        return new Standing(learns, course.isWrittenBy(caller.id()), teaches);
    }

    /// Of a class of the caller's, to be written on.
    PlacedWork workToMark(UUID id) {
        var caller = callers.get();
        return toMark(caller, works.getToChange(id, caller.schoolId()));
    }

    PlacedWork workToRead(UUID id) {
        var caller = callers.get();
        return toMark(caller, works.get(id, caller.schoolId()));
    }

    private PlacedWork toMark(Caller caller, TaskWork work) {
        var task = tasks.get(work.taskId(), caller.schoolId());
        var course = courses.get(task.courseId(), caller.schoolId());
        if (!circle.teaches(caller, course, work.classId())) {
            throw new Refusal.NotFound("work-not-found");
        }
        return new PlacedWork(work, task, course);
    }

    /// Something handed in, for whom it concerns. What is not yet part of any work is the learner's alone.
    @Transactional
    WorkFile file(UUID id) {
        var caller = callers.get();
        var file = files.get(id, caller.schoolId());
        var workId = file.workId();
        boolean guards =
                workId != null && caller.is(Role.GUARDIAN) && guardianships.guards(caller.id(), file.learnerId());
        boolean teaches = workId != null && teachesWork(caller, works.get(workId, caller.schoolId()));
        TaskPolicy.checkSee(caller, file.schoolId(), file.learnerId(), guards, teaches);
        reads.note(caller, file.learnerId(), RecordReads.WORK);
        return file;
    }

    private boolean teachesWork(Caller caller, TaskWork work) {
        return caller.is(Role.TEACHER)
                && circle.teaches(
                        caller,
                        courses.get(tasks.get(work.taskId(), caller.schoolId()).courseId(), caller.schoolId()),
                        work.classId());
    }
}
