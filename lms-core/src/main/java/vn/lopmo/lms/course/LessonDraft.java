package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.lopmo.platform.refusal.Refusal;

/// What a lesson is being turned into; saved as the teacher types. Each save has a number, and a save on top of
/// another than the latest is refused.
@Entity
public class LessonDraft {
    @Id
    private UUID lessonId;

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
    private int revision;

    @Column
    private Instant savedAt;

    protected LessonDraft() {}

    static LessonDraft begin(UUID lessonId, String title, Instant now) {
        var draft = new LessonDraft();
        draft.lessonId = lessonId;
        draft.take(LessonContent.titled(title), now);
        return draft;
    }

    /// @param onTopOf the revision that the editor began from
    /// @throws Refusal.Conflict if somebody saved since
    void save(int onTopOf, LessonContent content, Instant now) {
        checkIsLatest(onTopOf);
        take(content, now);
    }

    void checkIsLatest(int known) {
        if (known != revision) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
    }

    private void take(LessonContent content, Instant now) {
        title = content.title();
        summary = content.summary();
        minutes = content.minutes();
        blocks = content.blocks();
        indicators = content.indicators();
        revision++;
        savedAt = now;
    }

    LessonContent content() {
        return new LessonContent(title, summary, minutes, blocks, indicators);
    }

    public UUID lessonId() {
        return lessonId;
    }

    public String title() {
        return title;
    }

    int minutes() {
        return minutes;
    }

    int revision() {
        return revision;
    }

    public Instant savedAt() {
        return savedAt;
    }
}
