package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A learner, or the clock, has ended a sitting. Told inside the service, in the transaction of the change.
///
/// @param touched somebody has changed the sitting before, hence it may have been handed in and reopened
/// @param answers what counts, by slot; blanks are left out
public record SittingHandedIn(
        UUID sittingId, UUID assignmentId, UUID learnerId, boolean touched, Map<UUID, JsonNode> answers, Instant at) {}
