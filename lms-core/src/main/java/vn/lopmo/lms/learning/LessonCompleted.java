package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.LessonVersion;
import vn.lopmo.platform.event.DomainEvent;

/// A learner has seen all of a version of a lesson. Told once for each learner and version.
///
/// @param indicators those that the lesson and its tasks carry
public record LessonCompleted(
        UUID schoolId,
        UUID learnerId,
        UUID lessonId,
        int lessonVersion,
        UUID courseId,
        String title,
        List<String> indicators,
        Instant completedAt)
        implements DomainEvent {
    public static final String TYPE = "lms.lesson-completed.v1";

    static LessonCompleted of(Lesson lesson, LessonVersion version, UUID learnerId, Instant now) {
        return new LessonCompleted(
                lesson.schoolId(),
                learnerId,
                lesson.id(),
                version.version(),
                lesson.courseId(),
                version.content().title(),
                version.carries(),
                now);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public UUID key() {
        return learnerId;
    }
}
