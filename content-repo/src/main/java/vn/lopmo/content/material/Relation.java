package vn.lopmo.content.material;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// How one material stands to another of the same school: the words of LOM 7.1 and DCMI that a school needs.
@Entity
@Table(name = "material_relation")
public class Relation {
    public enum Kind {
        /// A chapter of a book, a unit of a course.
        PART_OF,
        /// The same content in another form: a recording, a translation.
        VERSION_OF,
        /// Made from it: its author must be named in every copy.
        BASED_ON
    }

    @Id
    private UUID id;

    private UUID materialId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private UUID targetId;
    private @Nullable Integer targetVersion;
    private int place;

    @SuppressWarnings("NullAway.Init")
    protected Relation() {}

    static Relation of(
            UUID materialId, Kind kind, UUID targetId, @Nullable Integer targetVersion, int place, Instant now) {
        var relation = new Relation();
        relation.id = Ids.next(now);
        relation.materialId = materialId;
        relation.kind = kind;
        relation.targetId = targetId;
        relation.targetVersion = targetVersion;
        relation.place = place;
        return relation;
    }

    public UUID materialId() {
        return materialId;
    }

    public Kind kind() {
        return kind;
    }

    public UUID targetId() {
        return targetId;
    }

    public @Nullable Integer targetVersion() {
        return targetVersion;
    }
}
