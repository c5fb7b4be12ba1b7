package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.lopmo.platform.id.Ids;

/// What a draft was when an author had written on it for a while. One is kept up while the same author goes on; a
/// break, another author or a long time begins the next, so that a day's work can be gone back through.
@Entity
class LessonSnapshot {
    static final Duration BREAK = Duration.ofMinutes(20);
    static final Duration LONGEST = Duration.ofHours(1);

    @Id
    private UUID id;

    @Column
    private UUID lessonId;

    @Column
    private UUID savedBy;

    @Column
    private Instant beganAt;

    @Column
    private Instant savedAt;

    @Column
    private int revision;

    @Column
    private String title;

    @Column
    private String summary;

    @Column
    private int minutes;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Block> blocks;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> indicators;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private LessonPlan plan;

    protected LessonSnapshot() {}

    @SuppressWarnings("NullAway.Init")
    LessonSnapshot(UUID lessonId, UUID by, int revision, LessonContent content, Instant now) {
        this.id = Ids.next(now);
        this.lessonId = lessonId;
        this.savedBy = by;
        this.beganAt = now;
        take(revision, content, now);
    }

    /// Whether what this author saves now still belongs to the same sitting.
    boolean goesOn(UUID by, Instant now) {
        return savedBy.equals(by)
                && savedAt.plus(BREAK).isAfter(now)
                && beganAt.plus(LONGEST).isAfter(now);
    }

    void take(int newRevision, LessonContent content, Instant now) {
        revision = newRevision;
        title = content.title();
        summary = content.summary();
        minutes = content.minutes();
        blocks = content.blocks();
        indicators = content.indicators();
        plan = content.plan();
        savedAt = now;
    }

    LessonContent content() {
        return new LessonContent(title, summary, minutes, blocks, indicators, plan);
    }

    UUID id() {
        return id;
    }

    UUID lessonId() {
        return lessonId;
    }

    UUID savedBy() {
        return savedBy;
    }

    Instant savedAt() {
        return savedAt;
    }

    int revision() {
        return revision;
    }
}
