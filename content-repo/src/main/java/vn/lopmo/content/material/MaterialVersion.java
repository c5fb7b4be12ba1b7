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
    private List<FilePlace> files;

    /// What is new in it.
    private String note;

    private UUID publishedBy;
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected MaterialVersion() {}

    static MaterialVersion of(
            Material material,
            int version,
            List<FilePlace> files,
            List<BasedOn> credits,
            UUID publisher,
            String note,
            Instant now) {
        var published = new MaterialVersion();
        published.id = Ids.next(now);
        published.materialId = material.id();
        published.version = version;
        published.metadata = material.metadata().edit().basedOn(credits).done();
        published.files = List.copyOf(files);
        published.note = note;
        published.publishedBy = publisher;
        published.publishedAt = now;
        return published;
    }

    /// The news for other services.
    MaterialPublished news(UUID schoolId, boolean interactive) {
        return new MaterialPublished(
                schoolId,
                materialId,
                version,
                metadata.title(),
                Objects.requireNonNull(metadata.type()),
                Objects.requireNonNull(metadata.subject()),
                metadata.grades(),
                Objects.requireNonNull(metadata.licence()),
                interactive,
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

    /// In the readers' order.
    public List<FilePlace> files() {
        return files;
    }

    public List<UUID> fileIds() {
        return files.stream().map(FilePlace::id).toList();
    }

    public String note() {
        return note;
    }

    public UUID materialId() {
        return materialId;
    }

    public UUID publishedBy() {
        return publishedBy;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
