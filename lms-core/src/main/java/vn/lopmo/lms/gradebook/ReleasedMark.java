package vn.lopmo.lms.gradebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;

/// The latest released mark of a learner for one assignment.
@Entity
class ReleasedMark {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID learnerId;

    @Column
    private UUID assignmentId;

    @Column
    private UUID sittingId;

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
        mark.take(event);
        return mark;
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

    UUID learnerId() {
        return learnerId;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    String title() {
        return title;
    }

    String subject() {
        return subject;
    }

    BigDecimal mark() {
        return mark;
    }

    /// On the scale of the paper as it was given: a question that was dropped afterwards has made what could be earned
    /// less. Two decimals, half up.
    BigDecimal outOf(BigDecimal most) {
        return maxMark.compareTo(most) == 0 ? mark : mark.multiply(most).divide(maxMark, 2, RoundingMode.HALF_UP);
    }

    BigDecimal maxMark() {
        return maxMark;
    }

    Instant releasedAt() {
        return releasedAt;
    }
}
