package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// A lesson on its way to the learners: handed in by an author, looked at by the subject group's leader, by the head,
/// or by both. What was handed in stays as it was, so that what is approved is what was read.
@Entity
class LessonReview {
    enum Stage {
        /// Waits for the leader of the subject group.
        GROUP,
        /// Waits for the head.
        HEAD,
        APPROVED,
        RETURNED,
        WITHDRAWN;

        boolean isOpen() {
            return this == GROUP || this == HEAD;
        }
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID lessonId;

    @Column
    private String subject;

    @Column
    @Enumerated(EnumType.STRING)
    private LessonRoad road;

    @Column
    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Column
    private int revision;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private LessonContent content;

    @Column
    private UUID submittedBy;

    @Column
    private Instant submittedAt;

    private @Nullable UUID decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String reason;

    @Version
    private int version;

    protected LessonReview() {}

    static LessonReview submit(
            CourseAccess.Placed placed, LessonDraft draft, LessonRoad road, Stage first, UUID by, Instant now) {
        draft.content().checkPublishable();
        draft.checkDecided();
        var review = new LessonReview();
        review.id = Ids.next(now);
        review.schoolId = placed.lesson().schoolId();
        review.lessonId = placed.lesson().id();
        review.subject = placed.course().subject();
        review.road = road;
        review.stage = first;
        review.revision = draft.revision();
        review.content = draft.content();
        review.submittedBy = by;
        review.submittedAt = now;
        return review;
    }

    /// Lets it go on.
    ///
    /// @return whether it is through and may be published
    boolean approve(UUID by, Instant now) {
        checkOpen();
        var next = road.after(stage);
        stage = next.orElse(Stage.APPROVED);
        decide(by, now);
        return next.isEmpty();
    }

    /// @throws Refusal.Invalid without a reason: an author must know what to mend
    void giveBack(UUID by, String why, Instant now) {
        checkOpen();
        var tidy = VietnameseText.tidy(why);
        if (tidy.isEmpty()) {
            throw new Refusal.Invalid("reason-missing");
        }
        stage = Stage.RETURNED;
        reason = tidy;
        decide(by, now);
    }

    void withdraw(UUID by, Instant now) {
        checkOpen();
        stage = Stage.WITHDRAWN;
        decide(by, now);
    }

    private void decide(UUID by, Instant now) {
        decidedBy = by;
        decidedAt = now;
    }

    void checkOpen() {
        if (!stage.isOpen()) {
            throw new Refusal.Conflict("review-over");
        }
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID lessonId() {
        return lessonId;
    }

    String subject() {
        return subject;
    }

    Stage stage() {
        return stage;
    }

    int revision() {
        return revision;
    }

    LessonContent content() {
        return content;
    }

    UUID submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
