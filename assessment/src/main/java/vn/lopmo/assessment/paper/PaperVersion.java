package vn.lopmo.assessment.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A paper as it was published, with every slot fixed to one version of its item. Inserted once and never changed,
/// so that a sitting can be marked again years later.
@Entity
@Immutable
public class PaperVersion {
    /// Which paper, and which of its versions, counted from 1.
    @Embeddable
    public record Key(UUID paperId, int version) {}

    @EmbeddedId
    private Key key;

    @Column
    private UUID schoolId;

    @Column
    private Headings headings;

    @Column
    @Convert(converter = PartsJson.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<Part> parts;

    @Column
    private int questions;

    @Column
    private BigDecimal points;

    @Column
    private UUID publishedBy;

    @Column
    private Instant publishedAt;

    /// For Hibernate.
    @NullUnmarked
    protected PaperVersion() {}

    PaperVersion(Paper paper, int version, List<Part> fixed, UUID by, Instant now) {
        this.key = new Key(paper.id(), version);
        this.schoolId = paper.schoolId();
        this.headings = paper.headings();
        this.parts = List.copyOf(fixed);
        this.questions = fixed.stream().mapToInt(part -> part.slots().size()).sum();
        this.points = fixed.stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.publishedBy = by;
        this.publishedAt = now;
    }

    /// Whether publishing this again would make the same paper.
    boolean isSameAs(Headings otherHeadings, List<Part> otherParts) {
        return headings.equals(otherHeadings) && parts.equals(otherParts);
    }

    public Key key() {
        return key;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public Headings headings() {
        return headings;
    }

    public List<Part> parts() {
        return parts;
    }

    public int questions() {
        return questions;
    }

    public BigDecimal points() {
        return points;
    }
}
