package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Sums of marks, in exact decimals.
final class Totals {
    private Totals() {}

    /// Null while any is pending, or while there are none at all.
    static @Nullable BigDecimal of(Collection<SlotMark> marks) {
        var sum = BigDecimal.ZERO;
        for (var one : marks) {
            var mark = one.mark();
            if (mark == null || one.unsettled()) {
                return null;
            }
            sum = sum.add(mark);
        }
        return marks.isEmpty() ? null : sum;
    }

    static int pending(Collection<SlotMark> marks) {
        return (int) marks.stream().filter(SlotMark::isPending).count();
    }
}
