package vn.lopmo.lms.competency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.event.DomainEvent;

/// A learner reached an indicator, or (without one) a level of a competence. Told once each, whatever becomes of
/// the evidence later.
public record CompetencyAttained(
        UUID schoolId,
        UUID learnerId,
        String competence,
        String levelCode,
        @Nullable String indicator,
        Instant attainedAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competency.attained.v1";
    }

    @Override
    public UUID key() {
        return learnerId;
    }
}
