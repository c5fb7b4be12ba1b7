package vn.lopmo.content.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// Who did what in a review, and when: only ever inserted. The database refuses every change to it.
@Entity
@Immutable
@Table(name = "review_step")
public class Step {
    public enum Act {
        SUBMITTED,
        RECALLED,
        GROUP_APPROVED,
        HEAD_APPROVED,
        RETURNED,
        TICKED,
        UNTICKED,
        COMMENTED,
        RESOLVED
    }

    @Id
    private UUID id;

    private UUID reviewId;
    private UUID materialId;
    private UUID actorId;

    @Enumerated(EnumType.STRING)
    private Act act;

    /// The point that was ticked.
    @Enumerated(EnumType.STRING)
    private @Nullable Point point;

    private String note;

    /// The revision of the draft that the actor had before him.
    private int materialRevision;

    /// The version that an approval published.
    private @Nullable Integer version;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected Step() {}

    /// What beside the act is worth keeping.
    record About(
            String note, @Nullable Point point, @Nullable Integer version) {
        static final About NOTHING = new About("", null, null);

        static About note(String note) {
            return new About(note, null, null);
        }

        static About point(Point point) {
            return new About("", point, null);
        }
    }

    static Step of(Review review, UUID actorId, Act act, About about, int materialRevision, Instant now) {
        var step = new Step();
        step.id = Ids.next(now);
        step.reviewId = review.id();
        step.materialId = review.materialId();
        step.actorId = actorId;
        step.act = act;
        step.note = about.note;
        step.point = about.point;
        step.version = about.version;
        step.materialRevision = materialRevision;
        step.at = now;
        return step;
    }

    public UUID reviewId() {
        return reviewId;
    }

    public UUID actorId() {
        return actorId;
    }

    public Act act() {
        return act;
    }

    public @Nullable Point point() {
        return point;
    }

    public String note() {
        return note;
    }

    public @Nullable Integer version() {
        return version;
    }

    public Instant at() {
        return at;
    }
}
