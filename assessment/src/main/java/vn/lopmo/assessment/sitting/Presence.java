package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a learner was at his last sign of life.
///
/// @param seq the last number that his device has given
/// @param acked the last one that it knows to be saved
record Presence(
        UUID sittingId,
        UUID assignmentId,
        Instant seenAt,
        @Nullable String device,
        @Nullable String address,
        int seq,
        int acked,
        int answered,
        @Nullable UUID slot) {}
