package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// A learner may see his marks; or sees changed ones, when it comes again for the same sitting.
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
        List<ItemResult> items)
        implements DomainEvent {
    /// What one item earned, with the indicators that it gives evidence of.
    public record ItemResult(
            UUID itemId, int itemVersion, BigDecimal mark, BigDecimal maxMark, List<String> indicators) {}

    @Override
    public String type() {
        return "assessment.result-released.v1";
    }

    @Override
    public UUID key() {
        return learnerId;
    }
}
