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
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// The tasks of a lesson, for whoever reads it.
@Path("/lesson-tasks/{lesson}")
class LessonTaskResource {
    /// @param kinds     in which the caller may do it
    /// @param recordingsOff whether no pictures and no voice of his are taken
    /// @param dueAt     for the caller; null for whoever does not learn there
    /// @param mayHandIn now, by the server's clock
    /// @param works     the caller's own tries, the latest first
    record View(
            UUID taskId,
            String blockId,
            Set<WorkKind> kinds,
            boolean recordingsOff,
            @Nullable BigDecimal maxMark,
            boolean lateAllowed,
            @Nullable Instant dueAt,
            boolean mayHandIn,
            boolean mayMark,
            List<WorkView> works) {
        /// Before a learner who has handed in nothing.
        static View untouched(Task task, boolean off, Optional<Instant> due, Instant now) {
            return of(task, off, due, HandingIn.isOpen(task, null, due, now), false, List.of());
        }

        static View of(
                Task task,
                boolean off,
                Optional<Instant> due,
                boolean mayHandIn,
                boolean mayMark,
                List<WorkView> works) {
            return new View(
                    task.id(),
                    task.blockId(),
                    off ? WorkForms.instead(task.kinds()) : task.kinds(),
                    off,
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
    private final TaskDays days;
    private final WorkForms forms;
    private final Clock clock;

    LessonTaskResource(
            CurrentCaller callers,
            CourseAccess courses,
            ClassCircle circle,
            Tasks tasks,
            TaskWorks works,
            WorkViews views,
            TaskDays days,
            WorkForms forms,
            Clock clock) {
        this.callers = callers;
        this.courses = courses;
        this.circle = circle;
        this.tasks = tasks;
        this.works = works;
        this.views = views;
        this.days = days;
        this.forms = forms;
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
        var learnt = circle.learntIn(caller, course);
        boolean marks = !circle.taughtIn(caller, course).isEmpty();
        var due = learnt.isEmpty()
                ? Map.<UUID, Instant>of()
                : days.of(
                        caller.id(),
                        ids.stream()
                                .map(id -> new TaskDays.Place(id, learnt.getFirst()))
                                .toList());
        boolean off = caller.is(Role.STUDENT)
                && !shown.isEmpty()
                && !forms.withoutRecordings(caller.schoolId(), List.of(caller.id()))
                        .isEmpty();
        return shown.stream()
                .map(task -> view(
                        task,
                        mine.getOrDefault(task.id(), List.of()),
                        Optional.ofNullable(due.get(task.id())),
                        !learnt.isEmpty(),
                        marks,
                        off))
                .toList();
    }

    private View view(
            Task task, List<TaskWork> mine, Optional<Instant> due, boolean learns, boolean marks, boolean off) {
        return View.of(
                task,
                off,
                due,
                learns && HandingIn.isOpen(task, mine.isEmpty() ? null : mine.getFirst(), due, clock.instant()),
                marks,
                views.forLearner(mine));
    }
}
