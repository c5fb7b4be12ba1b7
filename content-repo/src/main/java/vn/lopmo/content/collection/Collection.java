package vn.lopmo.content.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.Visibility;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Materials in an order that somebody thought about. Who sees it follows the rules of materials; what is in it stays
/// each under its own.
@Entity
@Table(name = "collection")
public class Collection {
    public enum Kind {
        /// The library's, put together by librarians.
        COLLECTION,
        /// A teacher's, for classes.
        READING_LIST
    }

    /// What a collection says of itself.
    public record Face(String title, String description, Visibility visibility, List<UUID> classIds) {}

    public record Item(UUID materialId, String note) {}

    @Id
    private UUID id;

    private UUID schoolId;
    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable UUID parentId;
    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> classIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] audience;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Item> items;

    private int place;

    @Version
    private int revision;

    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Collection() {}

    /// @param parent none, or one that has none itself
    static Collection started(
            Kind kind, UUID schoolId, UUID ownerId, Face face, @Nullable Collection parent, int place, Instant now) {
        if (parent != null && parent.parentId != null) {
            throw new Refusal.Invalid("collection-too-deep");
        }
        var collection = new Collection();
        collection.id = Ids.next(now);
        collection.kind = kind;
        collection.schoolId = schoolId;
        collection.ownerId = ownerId;
        collection.parentId = parent == null ? null : parent.id;
        collection.items = List.of();
        collection.place = place;
        collection.createdAt = now;
        collection.show(face, now);
        return collection;
    }

    void describe(int seenRevision, Face face, Instant now) {
        mustBeNewest(seenRevision);
        show(face, now);
    }

    private void show(Face face, Instant now) {
        title = face.title;
        description = face.description;
        visibility = face.visibility;
        classIds = List.copyOf(face.classIds);
        audience = new MetadataEdit()
                .visibility(visibility)
                .classIds(classIds)
                .done()
                .audience(ownerId)
                .toArray(String[]::new);
        updatedAt = now;
    }

    /// All of them, in their order; one material stands there once.
    void arrange(int seenRevision, List<Item> arranged, Instant now) {
        mustBeNewest(seenRevision);
        if (arranged.stream().map(Item::materialId).distinct().count() < arranged.size()) {
            throw new Refusal.Invalid("collection-item-twice");
        }
        items = List.copyOf(arranged);
        updatedAt = now;
    }

    /// Whether all these words, without marks, stand in its title or description.
    boolean speaksOf(List<String> words) {
        var text = VietnameseText.fold(title + " " + description);
        return words.stream().allMatch(text::contains);
    }

    void moveTo(int newPlace) {
        place = newPlace;
    }

    private void mustBeNewest(int seenRevision) {
        if (seenRevision != revision) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public Visibility visibility() {
        return visibility;
    }

    public List<UUID> classIds() {
        return classIds;
    }

    /// The tokens that open it.
    public Set<String> audience() {
        return Set.of(audience);
    }

    public List<Item> items() {
        return items;
    }

    public int revision() {
        return revision;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
