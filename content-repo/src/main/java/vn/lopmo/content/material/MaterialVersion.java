package vn.lopmo.content.material;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.lopmo.platform.id.Ids;

/// A material as it was when it was published: only ever inserted.
@Entity
@Immutable
@Table(name = "material_version")
public class MaterialVersion {
    @Id
    private UUID id;

    private UUID materialId;
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    private Metadata metadata;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> fileIds;

    private UUID publishedBy;
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected MaterialVersion() {}

    static MaterialVersion of(Material material, int version, List<UUID> fileIds, UUID publisher, Instant now) {
        var published = new MaterialVersion();
        published.id = Ids.next(now);
        published.materialId = material.id();
        published.version = version;
        published.metadata = material.metadata();
        published.fileIds = List.copyOf(fileIds);
        published.publishedBy = publisher;
        published.publishedAt = now;
        return published;
    }

    /// The news for other services.
    MaterialPublished news(UUID schoolId) {
        return new MaterialPublished(
                schoolId,
                materialId,
                version,
                metadata.title(),
                Objects.requireNonNull(metadata.type()),
                Objects.requireNonNull(metadata.subject()),
                metadata.grades(),
                Objects.requireNonNull(metadata.licence()),
                publishedAt);
    }

    /// The tokens that open it ([Readership]); the material's owner is always among them.
    public Set<String> audience(UUID ownerId) {
        return metadata.audience(ownerId);
    }

    public int version() {
        return version;
    }

    public Metadata metadata() {
        return metadata;
    }

    public List<UUID> fileIds() {
        return fileIds;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
