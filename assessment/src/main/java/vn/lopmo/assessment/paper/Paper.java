package vn.lopmo.assessment.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A paper that somebody writes: its draft, and which version is published. What was published lies in
/// [PaperVersion] and never changes.
@Entity
public class Paper {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID authorId;

    @Column
    private Headings headings;

    @Column
    @Convert(converter = PartsJson.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<Part> parts;

    @Version
    private int revision;

    private @Nullable Integer publishedVersion;

    @Column
    private Instant updatedAt;

    /// For Hibernate.
    @NullUnmarked
    protected Paper() {}

    private Paper(UUID id, UUID schoolId, UUID authorId, Headings headings, Instant now) {
        this.id = id;
        this.schoolId = schoolId;
        this.authorId = authorId;
        this.headings = headings;
        this.parts = List.of();
        this.updatedAt = now;
    }

    public static Paper draft(UUID schoolId, UUID authorId, Headings headings, Instant now) {
        return new Paper(Ids.next(now), schoolId, authorId, headings, now);
    }

    /// @param seen the revision that the writer had before him
    /// @throws Refusal.Conflict if somebody else has changed the draft since
    public void revise(int seen, Headings headings, List<Part> parts, Instant now) {
        if (seen != revision) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
        write(headings, parts, now);
    }

    void write(Headings headings, List<Part> parts, Instant now) {
        this.headings = headings;
        this.parts = List.copyOf(parts);
        this.updatedAt = now;
    }

    /// Makes the next version out of the draft, with every slot fixed to the item's version of now.
    ///
    /// @throws Refusal.Conflict if there is nothing to answer
    PaperVersion publish(List<Part> fixed, UUID by, Instant now) {
        if (fixed.stream().allMatch(part -> part.slots().isEmpty())) {
            throw new Refusal.Conflict("paper-empty");
        }
        int version = publishedVersion == null ? 1 : publishedVersion + 1;
        publishedVersion = version;
        return new PaperVersion(this, version, fixed, by, now);
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public UUID authorId() {
        return authorId;
    }

    public Headings headings() {
        return headings;
    }

    public List<Part> parts() {
        return parts;
    }

    public int revision() {
        return revision;
    }

    public @Nullable Integer publishedVersion() {
        return publishedVersion;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int questions() {
        return parts.stream().mapToInt(part -> part.slots().size()).sum();
    }

    public BigDecimal points() {
        return parts.stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
