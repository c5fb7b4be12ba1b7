package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// The tasks of a lesson, for whoever reads it.
@Path("/lesson-tasks/{lesson}")
class LessonTaskResource {
    /// @param dueAt     for the caller's class; null for whoever does not learn there
    /// @param mayHandIn now, by the server's clock
    /// @param works     the caller's own tries, the latest first
    record View(
            UUID taskId,
            String blockId,
            Set<WorkKind> kinds,
            @Nullable BigDecimal maxMark,
            boolean lateAllowed,
            @Nullable Instant dueAt,
            boolean mayHandIn,
            boolean mayMark,
            List<WorkView> works) {
        /// Before a learner who has handed in nothing.
        static View untouched(Task task, Optional<Instant> due, Instant now) {
            return of(task, due, HandingIn.isOpen(task, null, due, now), false, List.of());
        }

        static View of(Task task, Optional<Instant> due, boolean mayHandIn, boolean mayMark, List<WorkView> works) {
            return new View(
                    task.id(),
                    task.blockId(),
                    task.kinds(),
                    task.maxMark(),
                    task.lateAllowed(),
                    due.orElse(null),
                    mayHandIn,
                    mayMark,
                    works);
        }
    }

    private final CurrentCaller callers;
    private final CourseAccess courses;
    private final ClassCircle circle;
    private final Tasks tasks;
    private final TaskWorks works;
    private final WorkViews views;
    private final Clock clock;

    LessonTaskResource(
            CurrentCaller callers,
            CourseAccess courses,
            ClassCircle circle,
            Tasks tasks,
            TaskWorks works,
            WorkViews views,
            Clock clock) {
        this.callers = callers;
        this.courses = courses;
        this.circle = circle;
        this.tasks = tasks;
        this.works = works;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<View> ofLesson(UUID lesson) {
        var caller = callers.get();
        var course = courses.lesson(lesson, CoursePolicy.Verb.READ).course();
        var shown = tasks.ofLesson(lesson).stream().filter(Task::isOpen).toList();
        var ids = shown.stream().map(Task::id).toList();
        Map<UUID, List<TaskWork>> mine = caller.is(Role.STUDENT)
                ? works.of(caller.id(), ids).stream().collect(Collectors.groupingBy(TaskWork::taskId))
                : Map.of();
        return shown.stream()
                .map(task -> view(task, course, mine.getOrDefault(task.id(), List.of())))
                .toList();
    }

    private View view(Task task, Course course, List<TaskWork> mine) {
        var caller = callers.get();
        var learnt = circle.learntIn(caller, course);
        var due = learnt.stream().findFirst().flatMap(task::dueAt);
        return View.of(
                task,
                due,
                !learnt.isEmpty()
                        && HandingIn.isOpen(task, mine.isEmpty() ? null : mine.getFirst(), due, clock.instant()),
                !circle.taughtIn(caller, course).isEmpty(),
                views.forLearner(mine));
    }
}
