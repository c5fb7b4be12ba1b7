package vn.lopmo.lms.learning.task;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Block;
import vn.lopmo.lms.course.LessonPublished;
import vn.lopmo.platform.id.Ids;

/// What a task block of a published lesson asks for. The words are the block's; day, forms and mark are set here, by
/// the teacher.
@Entity
class Task {
    private static final BigDecimal USUAL_MARK = BigDecimal.TEN;

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID courseId;

    @Column
    private UUID lessonId;

    @Column
    private String blockId;

    @Column
    private String title;

    @Column
    private String html;

    @Column
    private boolean open;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> kinds;

    private @Nullable BigDecimal maxMark;

    @Column
    private boolean lateAllowed;

    @Column
    private Instant madeAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "task_due", joinColumns = @JoinColumn(name = "task_id"))
    @MapKeyColumn(name = "class_id")
    @Column(name = "due_at")
    @BatchSize(size = 50)
    private Map<UUID, Instant> due = new HashMap<>();

    protected Task() {}

    static Task of(LessonPublished lesson, Block.Task block) {
        var task = new Task();
        task.id = Ids.next(lesson.at());
        task.schoolId = lesson.schoolId();
        task.courseId = lesson.courseId();
        task.lessonId = lesson.lessonId();
        task.blockId = block.id();
        task.kinds = Arrays.stream(WorkKind.values()).map(WorkKind::name).toList();
        task.maxMark = USUAL_MARK;
        task.lateAllowed = true;
        task.madeAt = lesson.at();
        task.says(block);
        return task;
    }

    /// The lesson shows it, in these words.
    void says(Block.Task block) {
        title = block.title() == null ? "" : block.title();
        html = block.html() == null ? "" : block.html();
        open = true;
    }

    /// The lesson does not show it any more; what was handed in stays.
    void close() {
        open = false;
    }

    void ask(Collection<WorkKind> forms, @Nullable BigDecimal most, boolean late) {
        kinds = forms.stream().distinct().sorted().map(WorkKind::name).toList();
        maxMark = most;
        lateAllowed = late;
    }

    /// @param at null: no day
    void dueAt(UUID classId, @Nullable Instant at) {
        if (at == null) {
            due.remove(classId);
        } else {
            due.put(classId, at);
        }
    }

    Optional<Instant> dueAt(UUID classId) {
        return Optional.ofNullable(due.get(classId));
    }

    /// Whether something done in this form is taken.
    boolean takes(WorkKind kind) {
        return kinds.contains(kind.name()) || (kind != WorkKind.TEXT && kinds.contains(WorkKind.FILE.name()));
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID courseId() {
        return courseId;
    }

    UUID lessonId() {
        return lessonId;
    }

    String blockId() {
        return blockId;
    }

    String title() {
        return title;
    }

    String html() {
        return html;
    }

    boolean isOpen() {
        return open;
    }

    Set<WorkKind> kinds() {
        return kinds.stream().map(WorkKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    BigDecimal maxMark() {
        return maxMark == null ? null : maxMark.stripTrailingZeros();
    }

    boolean lateAllowed() {
        return lateAllowed;
    }
}
