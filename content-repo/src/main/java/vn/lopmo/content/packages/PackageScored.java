package vn.lopmo.content.packages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.event.DomainEvent;

/// A learner's standing in an interactive package has changed.
///
/// @param lessonId the lesson that it was opened from, if any
/// @param score 0 to 1; null if the package gives none
public record PackageScored(
        UUID schoolId,
        UUID learnerId,
        UUID materialId,
        int version,
        @Nullable UUID lessonId,
        @Nullable BigDecimal score,
        boolean completed,
        @Nullable Boolean passed,
        Instant at)
        implements DomainEvent {
    @Override
    public String type() {
        return "content.package-scored.v1";
    }

    @Override
    public UUID key() {
        return learnerId;
    }
}
