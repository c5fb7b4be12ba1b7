package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;

/// What a learner is granted at an assignment has changed. Told inside the service, in the transaction of the change; a
/// refusal of who hears it undoes the change.
public record NeedsChanged(UUID schoolId, UUID assignmentId, UUID learnerId, Instant at) {}
