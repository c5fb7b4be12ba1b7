package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.paper.PaperVersion;

/// A learner, or the clock, has ended a sitting. Told inside the service, in the transaction of the change.
///
/// @param touched somebody has changed the sitting before, hence it may have been handed in and reopened
/// @param answers what counts, by slot; blanks are left out
/// @param corrections how many of the key's corrections were made by now
public record SittingHandedIn(
        UUID sittingId,
        UUID assignmentId,
        UUID learnerId,
        boolean touched,
        Map<UUID, JsonNode> answers,
        PaperVersion.Key paper,
        int corrections,
        Instant at) {}
