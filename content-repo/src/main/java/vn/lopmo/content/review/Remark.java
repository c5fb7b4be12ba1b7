package vn.lopmo.content.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// A reviewer's comment, tied to the page of a file or to a field of the description; it outlives the submission, so
/// that the next one can be held against it.
@Entity
@Table(name = "review_remark")
public class Remark {
    /// Where: a file's page, or a field; none of them means the whole.
    public record Spot(
            @Nullable UUID fileId,
            @Nullable Integer page,
            @Nullable String field) {}

    @Id
    private UUID id;

    private UUID reviewId;
    private UUID materialId;
    private UUID authorId;
    private String text;
    private @Nullable UUID fileId;
    private @Nullable Integer page;
    private @Nullable String field;
    private Instant createdAt;
    private @Nullable UUID resolvedBy;
    private @Nullable Instant resolvedAt;

    @SuppressWarnings("NullAway.Init")
    protected Remark() {}

    static Remark of(Review review, UUID authorId, String text, Spot spot, Instant now) {
        var remark = new Remark();
        remark.id = Ids.next(now);
        remark.reviewId = review.id();
        remark.materialId = review.materialId();
        remark.authorId = authorId;
        remark.text = text;
        remark.fileId = spot.fileId;
        remark.page = spot.page;
        remark.field = spot.field;
        remark.createdAt = now;
        return remark;
    }

    /// Done once; who was first stays.
    void resolve(UUID person, Instant now) {
        if (resolvedAt == null) {
            resolvedBy = person;
            resolvedAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID materialId() {
        return materialId;
    }

    public UUID authorId() {
        return authorId;
    }

    public String text() {
        return text;
    }

    public Spot spot() {
        return new Spot(fileId, page, field);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable UUID resolvedBy() {
        return resolvedBy;
    }
}
