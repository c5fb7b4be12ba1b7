package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a second marker gave beside the first.
///
/// @param firstMark what the first had given when the two were settled
/// @param settledBy who settled the two; null while nobody had to or has
record SecondMark(
        UUID slot,
        @Nullable BigDecimal mark,
        @Nullable Map<String, BigDecimal> rubricMarks,
        @Nullable String comment,
        UUID markedBy,
        @Nullable BigDecimal firstMark,
        @Nullable UUID settledBy) {
    boolean isSettled() {
        return settledBy != null;
    }

    /// Whether the two are further apart than is agreed, and nobody has settled them.
    boolean differsFrom(SlotMark first, BigDecimal tolerance) {
        var one = first.mark();
        return one != null
                && mark != null
                && !isSettled()
                && one.subtract(mark).abs().compareTo(tolerance) > 0;
    }

    /// What the first marker gave, whatever was settled later.
    @Nullable
    BigDecimal firstOf(SlotMark now) {
        return isSettled() ? firstMark : now.mark();
    }
}
