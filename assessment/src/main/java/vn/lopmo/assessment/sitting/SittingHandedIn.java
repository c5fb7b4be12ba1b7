package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;

/// A learner, or the clock, has ended a sitting. Told inside the service, in the transaction of the change.
public record SittingHandedIn(UUID sittingId, UUID assignmentId, UUID learnerId, Instant at) {}
