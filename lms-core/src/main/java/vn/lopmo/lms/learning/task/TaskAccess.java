package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.learning.task.TaskPolicy.Standing;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Teachings;
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
    private final CourseAccess access;
    private final Memberships memberships;
    private final Teachings teachings;
    private final Guardianships guardianships;
    private final Clock clock;

    TaskAccess(
            CurrentCaller callers,
            Tasks tasks,
            TaskWorks works,
            WorkFiles files,
            Courses courses,
            CourseAccess access,
            Memberships memberships,
            Teachings teachings,
            Guardianships guardianships,
            Clock clock) {
        this.callers = callers;
        this.tasks = tasks;
        this.works = works;
        this.files = files;
        this.courses = courses;
        this.access = access;
        this.memberships = memberships;
        this.teachings = teachings;
        this.guardianships = guardianships;
        this.clock = clock;
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
        boolean learns = !learntIn(caller, course).isEmpty();
        boolean teaches = classId == null ? !taughtIn(caller, course).isEmpty() : teaches(caller, course, classId);
        return new Standing(learns, course.isWrittenBy(caller.id()), teaches);
    }

    /// The classes of the course that the caller learns in: one, as a rule.
    List<UUID> learntIn(Caller caller, Course course) {
        return access.classesLearntIn(caller).stream()
                .filter(course.classIds()::contains)
                .toList();
    }

    /// The classes of the course whose work the caller looks at.
    List<UUID> taughtIn(Caller caller, Course course) {
        return course.classIds().stream()
                .filter(classId -> teaches(caller, course, classId))
                .sorted()
                .toList();
    }

    /// A teacher of the class who writes the course or teaches its subject there.
    private boolean teaches(Caller caller, Course course, UUID classId) {
        return caller.is(Role.TEACHER)
                && memberships.teaches(caller.id(), classId)
                && (course.isWrittenBy(caller.id())
                        || teachings.teaches(caller.id(), classId, course.subject(), LocalDate.now(clock)));
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
        if (!teaches(caller, course, work.classId())) {
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
        return file;
    }

    private boolean teachesWork(Caller caller, TaskWork work) {
        return caller.is(Role.TEACHER)
                && teaches(
                        caller,
                        courses.get(tasks.get(work.taskId(), caller.schoolId()).courseId(), caller.schoolId()),
                        work.classId());
    }
}
