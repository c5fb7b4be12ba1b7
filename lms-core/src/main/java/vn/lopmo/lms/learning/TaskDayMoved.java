package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Another day counts for some learners who still have to hand a task in. Fired inside the service, in the transaction
/// of the change, for the slices to the right.
///
/// @param dueAt null when it is due no more
public record TaskDayMoved(
        UUID schoolId,
        UUID courseId,
        UUID lessonId,
        UUID taskId,
        Collection<UUID> learnerIds,
        String title,
        @Nullable Instant dueAt,
        Instant at) {}
