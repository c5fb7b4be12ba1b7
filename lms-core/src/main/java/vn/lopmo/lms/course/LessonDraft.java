package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// What a lesson is being turned into; saved as its authors type, by several at once if they like. Each save that
/// changes something has a number, and every part knows the number at which it was changed last.
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

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LessonPlan plan;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, ChangeMark> marks = Map.of();

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Twin> twins = List.of();

    @Column
    private int revision;

    @Column
    private Instant savedAt;

    private @Nullable UUID savedBy;

    protected LessonDraft() {}

    static LessonDraft begin(UUID lessonId, LessonContent content, UUID by, Instant now) {
        var draft = new LessonDraft();
        draft.lessonId = lessonId;
        draft.take(content, by, now);
        return draft;
    }

    /// Puts a whole draft in place of this one.
    ///
    /// @param onTopOf the revision that the editor began from
    /// @throws Refusal.Conflict if somebody saved since
    void save(int onTopOf, LessonContent content, UUID by, Instant now) {
        checkIsLatest(onTopOf);
        replace(content, by, now);
    }

    /// Every part that differs is news to all pages that are open.
    void replace(LessonContent wanted, UUID by, Instant now) {
        var old = content();
        take(wanted, by, now);
        var news = new ChangeMark(revision, ChangeMark.NO_PAGE);
        var all = new HashMap<>(marks);
        for (var field : DraftField.values()) {
            if (!field.in(old).equals(field.in(wanted))) {
                all.put(field.key(), news);
            }
        }
        wanted.blocks().stream()
                .filter(block -> !old.blocks().contains(block))
                .forEach(block -> all.put(block.id(), news));
        marks = all;
        twins = List.of();
    }

    /// Brings in what one page changed.
    ///
    /// @param change checked
    DraftMerge merge(DraftChange change, Stamp stamp) {
        var merged = new DraftMerge(content(), marks, twins, change, stamp, revision + 1).run();
        if (merged.changed()) {
            merged.content().checkNumber();
            marks = merged.marks();
            twins = merged.twins();
            take(merged.content(), stamp.by(), stamp.at());
        }
        return merged;
    }

    void checkIsLatest(int known) {
        if (known != revision) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
    }

    /// @throws Refusal.Conflict while two versions of something wait for a person's word
    void checkDecided() {
        if (!twins.isEmpty()) {
            throw new Refusal.Conflict("lesson-has-twins");
        }
    }

    private void take(LessonContent content, UUID by, Instant now) {
        title = content.title();
        summary = content.summary();
        minutes = content.minutes();
        blocks = content.blocks();
        indicators = content.indicators();
        plan = content.plan();
        revision++;
        savedAt = now;
        savedBy = by;
    }

    LessonContent content() {
        return new LessonContent(title, summary, minutes, blocks, indicators, LessonPlan.orNone(plan));
    }

    /// What others than this page changed after a revision.
    List<Block> newsTo(UUID page, int known) {
        return blocks.stream().filter(block -> isNews(block.id(), page, known)).toList();
    }

    boolean isNews(String key, UUID page, int known) {
        var mark = marks.get(key);
        return mark != null && mark.isNewsTo(page, known);
    }

    List<Twin> twins() {
        return List.copyOf(twins);
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

    /// Null of drafts from before this was kept.
    @Nullable
    UUID savedBy() {
        return savedBy;
    }
}
