package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.UUID;

/// A learner has asked his teacher something from a lesson. Fired inside the service, in the transaction of the change.
public record QuestionAsked(UUID schoolId, UUID courseId, UUID lessonId, UUID questionId, UUID learnerId, Instant at) {}
