package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One answer as it was given. The number comes from the learner's device; the same number again is the same step.
///
/// @param answer JSON, or null for a blank
record AnswerStep(
        UUID sittingId, int seq, UUID slot, @Nullable String answer, Instant typedAt, Instant receivedAt) {}
