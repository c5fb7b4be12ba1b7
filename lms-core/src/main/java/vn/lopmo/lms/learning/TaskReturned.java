package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.UUID;

/// A learner may look at what his teacher wrote on his work: it was released to him, or given back for another try.
/// Fired inside the service, in the transaction of the change.
///
/// @param again whether he is asked to try again
public record TaskReturned(
        UUID schoolId,
        UUID courseId,
        UUID lessonId,
        UUID taskId,
        UUID learnerId,
        String title,
        boolean again,
        Instant at) {}
