package vn.lopmo.lms.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/// A teacher has given a learner's task a mark, the first time or again. Fired inside the service, in the transaction
/// of the marking, for the slices to the right.
///
/// @param classId the class that the task was given to
/// @param maxMark above zero
public record TaskMarked(
        UUID schoolId,
        UUID learnerId,
        UUID taskId,
        String title,
        String subject,
        UUID classId,
        BigDecimal mark,
        BigDecimal maxMark,
        Instant at) {}
