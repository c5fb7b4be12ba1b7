package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A teacher has reminded learners of what they are behind with in a course. Fired inside the service, in the
/// transaction that keeps the reminders.
///
/// @param task the work that is waited for; null where it is the course as a whole
public record Reminded(
        UUID schoolId,
        UUID courseId,
        UUID teacherId,
        List<UUID> learnerIds,
        String text,
        @Nullable OfTask task,
        Instant at) {
    public record OfTask(UUID taskId, UUID lessonId, String title) {}
}
