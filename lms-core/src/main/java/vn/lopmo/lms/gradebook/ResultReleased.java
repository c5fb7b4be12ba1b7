package vn.lopmo.lms.gradebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What assessment says when a teacher releases a learner's result, the first time or again. Inside the service it
/// is passed on, in the same transaction, to the slices to the right.
public record ResultReleased(
        UUID schoolId,
        UUID learnerId,
        UUID assignmentId,
        UUID sittingId,
        String title,
        String subject,
        BigDecimal mark,
        BigDecimal maxMark,
        Instant releasedAt,
        List<ItemMark> items) {
    public static final String TYPE = "assessment.result-released.v1";

    public record ItemMark(
            UUID itemId,
            int itemVersion,
            BigDecimal mark,
            BigDecimal maxMark,
            @Nullable List<String> indicators) {}
}
