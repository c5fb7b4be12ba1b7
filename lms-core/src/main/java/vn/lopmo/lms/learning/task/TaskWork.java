package vn.lopmo.lms.learning.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// One learner's try at a task: what he handed in, and what his teacher says of it. The learner sees what is said
/// once it is released or the work given back.
@Entity
class TaskWork {
    enum State {
        HANDED_IN,
        /// To be tried again.
        GIVEN_BACK,
        RELEASED
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID taskId;

    @Column
    private UUID learnerId;

    @Column
    private UUID classId;

    /// 1, 2, 3 …
    @Column
    private int number;

    @Column
    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private UUID sentAs;

    @Column
    private String text;

    @Column
    private Instant handedInAt;

    @Column
    private Instant finishedAt;

    /// By the day that counts now.
    @Column
    private boolean late;

    /// By the day that counted when it came.
    @Column
    private boolean cameLate;

    private @Nullable BigDecimal mark;

    @Column
    private String remark;

    private @Nullable UUID markedBy;

    private @Nullable Instant toldAt;

    @Column
    private int revision;

    protected TaskWork() {}

    static TaskWork begin(Task task, UUID learnerId, UUID classId, int number, Instant now) {
        var work = new TaskWork();
        work.id = Ids.next(now);
        work.schoolId = task.schoolId();
        work.taskId = task.id();
        work.learnerId = learnerId;
        work.classId = classId;
        work.number = number;
        work.remark = "";
        return work;
    }

    /// Hands in, the first time or in place of what was there.
    void handIn(UUID as, String said, Instant finished, boolean isLate, Instant now) {
        state = State.HANDED_IN;
        sentAs = as;
        text = said;
        finishedAt = finished.isAfter(now) ? now : finished;
        handedInAt = now;
        late = isLate;
        cameLate = isLate;
        revision++;
    }

    /// What the teacher writes, kept as he goes.
    ///
    /// @throws Refusal.Conflict if it was changed since he looked
    void judge(int known, @Nullable BigDecimal newMark, String newRemark, UUID by) {
        if (known != revision) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
        if (state == State.GIVEN_BACK) {
            throw new Refusal.Conflict("work-given-back");
        }
        mark = newMark;
        remark = newRemark;
        markedBy = by;
        revision++;
    }

    void release(Instant now) {
        if (state == State.GIVEN_BACK) {
            throw new Refusal.Conflict("work-given-back");
        }
        state = State.RELEASED;
        toldAt = now;
        revision++;
    }

    /// For another try. It carries no mark then; one that was released stands until there is a new one.
    void giveBack(UUID by, Instant now) {
        if (state == State.GIVEN_BACK) {
            throw new Refusal.Conflict("work-given-back");
        }
        state = State.GIVEN_BACK;
        mark = null;
        markedBy = by;
        toldAt = now;
        revision++;
    }

    /// The teacher has begun with it: the learner does not change it under his hands.
    boolean isBeingMarked() {
        return markedBy != null;
    }

    boolean isTold() {
        return toldAt != null;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID taskId() {
        return taskId;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID classId() {
        return classId;
    }

    int number() {
        return number;
    }

    State state() {
        return state;
    }

    UUID sentAs() {
        return sentAs;
    }

    String text() {
        return text;
    }

    Instant handedInAt() {
        return handedInAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    boolean isLate() {
        return late;
    }

    @Nullable
    BigDecimal mark() {
        return mark == null ? null : mark.stripTrailingZeros();
    }

    String remark() {
        return remark;
    }

    int revision() {
        return revision;
    }
}
