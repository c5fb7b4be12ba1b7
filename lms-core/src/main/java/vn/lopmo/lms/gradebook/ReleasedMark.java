package vn.lopmo.lms.gradebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.TaskMarked;
import vn.lopmo.platform.id.Ids;

/// The latest released mark of a learner for one assignment or one task.
@Entity
public class ReleasedMark {
    public enum Kind {
        ASSIGNMENT,
        TASK
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID learnerId;

    @Column
    private UUID assignmentId;

    /// Of a task there is none.
    private @Nullable UUID sittingId;

    @Column
    @Enumerated(EnumType.STRING)
    private Kind kind;

    /// Of a task: the class it was given to.
    private @Nullable UUID classId;

    @Column
    private String title;

    @Column
    private String subject;

    @Column
    private BigDecimal mark;

    @Column
    private BigDecimal maxMark;

    @Column
    private Instant releasedAt;

    protected ReleasedMark() {}

    static ReleasedMark of(ResultReleased event) {
        var mark = new ReleasedMark();
        mark.id = Ids.next(event.releasedAt());
        mark.schoolId = event.schoolId();
        mark.learnerId = event.learnerId();
        mark.assignmentId = event.assignmentId();
        mark.kind = Kind.ASSIGNMENT;
        mark.take(event);
        return mark;
    }

    static ReleasedMark of(TaskMarked event) {
        var mark = new ReleasedMark();
        mark.id = Ids.next(event.at());
        mark.schoolId = event.schoolId();
        mark.learnerId = event.learnerId();
        mark.assignmentId = event.taskId();
        mark.kind = Kind.TASK;
        mark.take(event);
        return mark;
    }

    /// The latest marking counts, whichever comes last.
    void markedAgain(TaskMarked event) {
        if (!event.at().isBefore(releasedAt)) {
            take(event);
        }
    }

    private void take(TaskMarked event) {
        classId = event.classId();
        title = event.title();
        subject = event.subject();
        mark = event.mark();
        maxMark = event.maxMark();
        releasedAt = event.at();
    }

    /// The latest release counts, whichever comes last.
    void releasedAgain(ResultReleased event) {
        if (!event.releasedAt().isBefore(releasedAt)) {
            take(event);
        }
    }

    private void take(ResultReleased event) {
        sittingId = event.sittingId();
        title = event.title();
        subject = event.subject();
        mark = event.mark();
        maxMark = event.maxMark();
        releasedAt = event.releasedAt();
    }

    public UUID learnerId() {
        return learnerId;
    }

    Kind kind() {
        return kind;
    }

    /// The assignment, or the task.
    public UUID assignmentId() {
        return assignmentId;
    }

    public String title() {
        return title;
    }

    public String subject() {
        return subject;
    }

    public BigDecimal mark() {
        return mark;
    }

    /// On the scale of the paper as it was given: a question that was dropped afterwards has made what could be earned
    /// less. Two decimals, half up.
    BigDecimal outOf(BigDecimal most) {
        return maxMark.compareTo(most) == 0 ? mark : mark.multiply(most).divide(maxMark, 2, RoundingMode.HALF_UP);
    }

    public BigDecimal maxMark() {
        return maxMark;
    }

    public Instant releasedAt() {
        return releasedAt;
    }
}
