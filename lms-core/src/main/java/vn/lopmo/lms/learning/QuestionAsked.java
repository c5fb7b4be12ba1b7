package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.UUID;

/// A learner has asked his teacher something from a lesson. Fired inside the service, in the transaction of the change.
///
/// @param classId the class as whose member he did
public record QuestionAsked(
        UUID schoolId, UUID courseId, UUID lessonId, UUID questionId, UUID classId, UUID learnerId, Instant at) {}
