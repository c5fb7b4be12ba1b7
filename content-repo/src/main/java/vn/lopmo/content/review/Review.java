package vn.lopmo.content.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// One submission of a draft, until it is approved, returned or taken back. Its road is the school's at the time; a
/// school that changes its setting does not change what is under way.
@Entity
@Table(name = "review")
public class Review {
    @Id
    private UUID id;

    private UUID schoolId;
    private UUID materialId;
    private UUID submitterId;

    /// The subject group that is asked.
    private String subject;

    @Enumerated(EnumType.STRING)
    private Road road;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    /// The points that this material's files call for.
    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Point> points;

    private Instant submittedAt;
    private Instant updatedAt;

    @Version
    private int revision;

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    static Review submitted(
            UUID schoolId,
            UUID materialId,
            UUID submitterId,
            String subject,
            Road road,
            Set<Point> points,
            Instant now) {
        if (road == Road.NONE) {
            throw new Refusal.Conflict("review-not-needed");
        }
        var review = new Review();
        review.id = Ids.next(now);
        review.schoolId = schoolId;
        review.materialId = materialId;
        review.submitterId = submitterId;
        review.subject = subject;
        review.road = road;
        review.stage = road == Road.HEAD ? Stage.HEAD : Stage.GROUP;
        review.points = Set.copyOf(points);
        review.submittedAt = now;
        review.updatedAt = now;
        return review;
    }

    /// One stage on.
    ///
    /// @param ticked the points that somebody has looked at
    /// @throws Refusal.Conflict if it is not under way, or the last stage lacks a point
    Step.Act approve(Set<Point> ticked, Instant now) {
        mustBeOpen();
        updatedAt = now;
        if (stage == Stage.GROUP) {
            stage = Stage.HEAD;
            return Step.Act.GROUP_APPROVED;
        }
        if (!ticked.containsAll(points)) {
            throw new Refusal.Conflict("review-checklist-open");
        }
        stage = Stage.APPROVED;
        return Step.Act.HEAD_APPROVED;
    }

    void giveBack(Instant now) {
        mustBeOpen();
        stage = Stage.RETURNED;
        updatedAt = now;
    }

    void recall(Instant now) {
        mustBeOpen();
        stage = Stage.RECALLED;
        updatedAt = now;
    }

    void mustBeOpen() {
        if (!stage.isOpen()) {
            throw new Refusal.Conflict("review-closed");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public UUID materialId() {
        return materialId;
    }

    public UUID submitterId() {
        return submitterId;
    }

    public String subject() {
        return subject;
    }

    public Road road() {
        return road;
    }

    public Stage stage() {
        return stage;
    }

    public Set<Point> points() {
        return points;
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
