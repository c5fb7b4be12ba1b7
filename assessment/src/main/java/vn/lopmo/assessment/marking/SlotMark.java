package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one slot of a sitting earned.
///
/// @param mark at most two decimals; null while a person has to look at it
/// @param markedBy the person who gave it; null if it came from the key
/// @param rubricMarks points by criterion, in the rubric's own points
/// @param unsettled two markers differ by more than is agreed
public record SlotMark(
        UUID slot,
        @Nullable BigDecimal mark,
        BigDecimal maxMark,
        @Nullable UUID markedBy,
        @Nullable String comment,
        @Nullable Map<String, BigDecimal> rubricMarks,
        boolean unsettled) {
    /// By the key.
    static SlotMark byKey(UUID slot, @Nullable BigDecimal mark, BigDecimal maxMark) {
        return new SlotMark(slot, mark, maxMark, null, null, null, false);
    }

    boolean isPending() {
        return mark == null || unsettled;
    }

    boolean isByHand() {
        return markedBy != null;
    }

    /// Whether a learner would see a difference.
    boolean looksLike(SlotMark other) {
        return earnsLike(other) && Objects.equals(comment, other.comment);
    }

    boolean earnsLike(SlotMark other) {
        return mark != null
                && other.mark != null
                && mark.compareTo(other.mark) == 0
                && maxMark.compareTo(other.maxMark) == 0;
    }

    /// Whether the key says what stands already.
    boolean isStill(SlotMark byKey) {
        return earnsLike(byKey) && !isByHand() && !unsettled;
    }

    /// The same by the key as it is now; a person's comment stays.
    SlotMark earning(@Nullable BigDecimal earned, BigDecimal most) {
        return new SlotMark(slot, earned, most, null, comment, null, false);
    }

    SlotMark unsettled(boolean differs) {
        return new SlotMark(slot, mark, maxMark, markedBy, comment, rubricMarks, differs);
    }
}
