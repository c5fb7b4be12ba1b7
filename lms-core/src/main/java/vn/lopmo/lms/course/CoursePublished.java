package vn.lopmo.lms.course;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// A version of a lesson came before the learners of its course.
public record CoursePublished(
        UUID schoolId,
        UUID courseId,
        UUID lessonId,
        int lessonVersion,
        String title,
        List<UUID> classIds,
        Instant publishedAt)
        implements DomainEvent {

    static CoursePublished of(Course course, LessonVersion version) {
        return new CoursePublished(
                course.schoolId(),
                course.id(),
                version.lessonId(),
                version.version(),
                version.content().title(),
                course.classIds().stream().sorted().toList(),
                version.publishedAt());
    }

    @Override
    public String type() {
        return "lms.course-published.v1";
    }

    @Override
    public UUID key() {
        return courseId;
    }
}
