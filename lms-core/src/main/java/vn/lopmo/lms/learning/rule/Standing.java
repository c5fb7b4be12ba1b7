package vn.lopmo.lms.learning.rule;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one learner stands in one lesson.
///
/// @param lock  null when it is open to him
/// @param until when he should have finished it, if that was said
public record Standing(
        PlannedLesson lesson,
        Work work,
        boolean done,
        @Nullable Lock lock,
        @Nullable Instant until) {
    public BigDecimal share() {
        return work.share();
    }

    public boolean isBegun() {
        return work.seen() > 0 || work.seconds() > 0;
    }

    /// It should have been finished and was not.
    public boolean isLate(Instant now) {
        return !done && until != null && until.isBefore(now);
    }

    public int partsLeft() {
        return Math.max(0, work.parts() - work.seen());
    }

    /// Rounded up, so that nobody is promised too little.
    public int minutesLeft() {
        return Math.ceilDiv(lesson.minutes() * partsLeft(), Math.max(1, work.parts()));
    }
}
