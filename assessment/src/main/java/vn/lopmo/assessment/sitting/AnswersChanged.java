package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answers of a sitting that was handed in are others now, and want marking anew. Told inside the service, in the
/// transaction of the change.
///
/// @param slots what was answered
/// @param accepted who made held work count; null if it had been acknowledged in time
public record AnswersChanged(
        UUID sittingId,
        UUID assignmentId,
        Set<UUID> slots,
        @Nullable Accepted accepted,
        Instant at) {
    public record Accepted(UUID by, String reason) {}
}
