package vn.lopmo.lms.learning.live;

import java.time.Instant;
import java.util.UUID;

/// A live lesson was set, moved or cancelled. Fired inside the service, in the transaction of the change.
public record LiveLessonSet(
        UUID schoolId,
        UUID liveLessonId,
        UUID classId,
        String subject,
        String title,
        Instant startsAt,
        boolean cancelled,
        Instant at) {
    static LiveLessonSet of(LiveLesson lesson, Instant now) {
        return new LiveLessonSet(
                lesson.schoolId(),
                lesson.id(),
                lesson.classId(),
                lesson.subject(),
                lesson.title(),
                lesson.startsAt(),
                lesson.isCancelled(),
                now);
    }
}
