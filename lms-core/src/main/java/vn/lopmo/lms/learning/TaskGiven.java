package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task stands in a published lesson for the first time. Fired inside the service, in the transaction of the change,
/// for the slices to the right.
///
/// @param classIds all of the course
/// @param dueAt    null when nobody set a day
public record TaskGiven(
        UUID schoolId,
        UUID courseId,
        UUID lessonId,
        UUID taskId,
        Collection<UUID> classIds,
        String title,
        @Nullable Instant dueAt,
        Instant at) {}
