package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;

/// Work that was held has become answers of a sitting that was handed in, and wants marking anew. Told inside the
/// service, in the transaction of the change.
public record HeldAccepted(UUID sittingId, UUID assignmentId, UUID learnerId, Instant at) {}
