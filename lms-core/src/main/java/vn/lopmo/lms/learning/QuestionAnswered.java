package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.UUID;

/// A teacher has answered a learner's question. Fired inside the service, in the transaction of the change.
///
/// @param learnerId who had asked
public record QuestionAnswered(
        UUID schoolId, UUID courseId, UUID lessonId, UUID questionId, UUID learnerId, Instant at) {}
