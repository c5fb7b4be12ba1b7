package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.learning.CoursePreviews;

/// The tasks of a lesson as the learner of a class gets them before he hands anything in, for those who teach it.
@Path("/task-previews/{lesson}")
class TaskPreviewResource {
    private final CourseAccess courses;
    private final CoursePreviews previews;
    private final Tasks tasks;
    private final TaskDays days;
    private final WorkForms forms;
    private final Clock clock;

    TaskPreviewResource(
            CourseAccess courses, CoursePreviews previews, Tasks tasks, TaskDays days, WorkForms forms, Clock clock) {
        this.courses = courses;
        this.previews = previews;
        this.tasks = tasks;
        this.days = days;
        this.forms = forms;
        this.clock = clock;
    }

    /// @param as whose own day and forms they are shown with; null for somebody who has none
    @GET
    @Transactional
    public List<LessonTaskResource.View> ofLesson(
            UUID lesson, @QueryParam("class") @Nullable UUID ofClass, @QueryParam("as") @Nullable UUID as) {
        var course = previews.course(
                courses.lesson(lesson, CoursePolicy.Verb.PREVIEW).course().id(), ofClass, as);
        var shown = tasks.ofLesson(lesson).stream().filter(Task::isOpen).toList();
        var due = ofClass == null ? Map.<UUID, Instant>of() : due(shown, ofClass, as);
        boolean off = as != null
                && !forms.withoutRecordings(course.schoolId(), List.of(as)).isEmpty();
        return shown.stream()
                .map(task -> LessonTaskResource.View.untouched(
                        task, off, Optional.ofNullable(due.get(task.id())), clock.instant()))
                .toList();
    }

    private Map<UUID, Instant> due(List<Task> shown, UUID ofClass, @Nullable UUID as) {
        if (as != null) {
            var places = shown.stream().map(task -> new TaskDays.Place(task.id(), ofClass));
            return days.of(as, places.toList());
        }
        var due = new HashMap<UUID, Instant>();
        shown.forEach(task -> task.dueAt(ofClass).ifPresent(day -> due.put(task.id(), day)));
        return due;
    }
}
