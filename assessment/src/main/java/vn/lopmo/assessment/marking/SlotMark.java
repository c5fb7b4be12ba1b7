package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one slot of a sitting earned.
///
/// @param mark at most two decimals; null while a person has to look at it
/// @param markedBy the person who gave it; null if it came from the key
public record SlotMark(
        UUID slot,
        @Nullable BigDecimal mark,
        BigDecimal maxMark,
        @Nullable UUID markedBy,
        @Nullable String comment) {
    boolean isPending() {
        return mark == null;
    }

    /// Whether a learner would see a difference.
    boolean looksLike(SlotMark other) {
        return mark != null
                && other.mark != null
                && mark.compareTo(other.mark) == 0
                && Objects.equals(comment, other.comment);
    }
}
