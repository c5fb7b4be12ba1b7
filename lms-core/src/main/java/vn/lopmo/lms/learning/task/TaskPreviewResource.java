package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final Clock clock;

    TaskPreviewResource(CourseAccess courses, CoursePreviews previews, Tasks tasks, Clock clock) {
        this.courses = courses;
        this.previews = previews;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<LessonTaskResource.View> ofLesson(UUID lesson, @QueryParam("class") @Nullable UUID ofClass) {
        var placed = courses.lesson(lesson, CoursePolicy.Verb.PREVIEW);
        previews.course(placed.course().id(), ofClass);
        return tasks.ofLesson(lesson).stream()
                .filter(Task::isOpen)
                .map(task -> LessonTaskResource.View.untouched(
                        task, ofClass == null ? Optional.<Instant>empty() : task.dueAt(ofClass), clock.instant()))
                .toList();
    }
}
