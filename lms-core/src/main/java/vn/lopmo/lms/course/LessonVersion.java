package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// What a lesson was when it was published for the n-th time. Insert-only.
@Entity
@Immutable
public class LessonVersion {
    @Id
    private UUID id;

    @Column
    private UUID lessonId;

    @Column
    private int version;

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

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LessonPlan plan;

    /// The blocks' ids apart, so that progress can be counted without reading the blocks.
    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> blockIds;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> carries;

    @Column
    private Instant publishedAt;

    @Column
    private UUID publishedBy;

    protected LessonVersion() {}

    LessonVersion(UUID lessonId, int version, LessonContent content, UUID by, Instant now) {
        this.id = Ids.next(now);
        this.lessonId = lessonId;
        this.version = version;
        this.title = content.title();
        this.summary = content.summary();
        this.minutes = content.minutes();
        this.blocks = content.blocks();
        this.indicators = content.indicators();
        this.plan = content.plan();
        this.blockIds = content.blockIds();
        this.carries = content.carries();
        this.publishedAt = now;
        this.publishedBy = by;
    }

    public UUID lessonId() {
        return lessonId;
    }

    public int version() {
        return version;
    }

    public LessonContent content() {
        return new LessonContent(title, summary, minutes, blocks, indicators, LessonPlan.orNone(plan));
    }

    public List<String> blockIds() {
        return List.copyOf(blockIds);
    }

    /// The indicators that finishing it gives evidence for.
    public List<String> carries() {
        return List.copyOf(carries);
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public UUID publishedBy() {
        return publishedBy;
    }
}
