package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.KeyChange.Effect;
import vn.lopmo.assessment.sitting.Sitting;

/// What a corrected key does to everybody who has handed in.
///
/// @param lines those whose mark of the slot changes, and those that a person marked
/// @param of all that are marked
record Outcome(List<Line> lines, int of, BigDecimal maxBefore, BigDecimal maxAfter) {
    /// @param totalBefore null while anything of the sitting has to be marked
    record Line(
            Sitting sitting,
            SlotMark before,
            SlotMark after,
            @Nullable BigDecimal totalBefore,
            @Nullable BigDecimal totalAfter,
            @Nullable Release release) {
        boolean isChanged() {
            return !before.earnsLike(after) && !(before.mark() == null && after.mark() == null);
        }
    }

    List<Line> changed() {
        return lines.stream().filter(Line::isChanged).toList();
    }

    int byHand() {
        return (int) lines.stream().filter(line -> line.after.isByHand()).count();
    }

    Effect effect() {
        return new Effect(changed().size(), of, count(1), count(-1));
    }

    private int count(int direction) {
        return (int)
                changed().stream().filter(line -> direction(line) == direction).count();
    }

    /// By the share of what could be earned: with a question dropped, who had it wrong comes out better.
    private int direction(Line line) {
        if (line.totalBefore == null || line.totalAfter == null) {
            return compare(line.after.mark(), line.before.mark());
        }
        return Integer.signum(line.totalAfter.multiply(maxBefore).compareTo(line.totalBefore.multiply(maxAfter)));
    }

    private static int compare(@Nullable BigDecimal after, @Nullable BigDecimal before) {
        return after == null || before == null ? 0 : Integer.signum(after.compareTo(before));
    }
}
