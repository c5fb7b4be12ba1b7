package vn.lopmo.content.material;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// A version of a material can be read from now on.
///
/// @param interactive a file of it is a package that learners play, and that tells their score
public record MaterialPublished(
        UUID schoolId,
        UUID materialId,
        int version,
        String title,
        @JsonProperty("type") MaterialType materialType,
        String subject,
        List<Integer> grades,
        Licence licence,
        boolean interactive,
        Instant publishedAt)
        implements DomainEvent {
    @Override
    public String type() {
        return "content.material-published.v1";
    }

    @Override
    public UUID key() {
        return materialId;
    }
}
