package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;

/// What was handed in is being taken again: its marks are void. Told inside the service, in the transaction of the
/// change; a refusal of who hears it undoes the change.
public record SittingReopened(UUID sittingId, UUID assignmentId, UUID learnerId, UUID by, String reason, Instant at) {}
