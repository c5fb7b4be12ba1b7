package vn.lopmo.content.material;

import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// A material was taken out of the library.
public record MaterialWithdrawn(UUID schoolId, UUID materialId, String reason, Instant withdrawnAt)
        implements DomainEvent {
    @Override
    public String type() {
        return "content.material-withdrawn.v1";
    }

    @Override
    public UUID key() {
        return materialId;
    }
}
