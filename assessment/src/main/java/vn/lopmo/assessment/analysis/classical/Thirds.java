package vn.lopmo.assessment.analysis.classical;

import java.util.Arrays;

/// Learners in three groups by their total, the analysed item included, so that one learner is in the same group for
/// every item. Learners with the same total are always in the same group, which makes the groups independent of any
/// order, and now and then of unequal size. When all have the same total, all are in the middle.
public final class Thirds {
    /// One of the groups.
    public enum Third {
        BOTTOM,
        MIDDLE,
        TOP
    }

    private final Third[] thirds;

    private Thirds(Third[] thirds) {
        this.thirds = thirds;
    }

    public static Thirds of(double[] totals) {
        var sorted = Sample.sorted(totals);
        return new Thirds(
                Arrays.stream(totals).mapToObj(total -> third(total, sorted)).toArray(Third[]::new));
    }

    /// By the middle of the places that its equals take.
    private static Third third(double total, double[] sorted) {
        long below = Arrays.stream(sorted).filter(one -> one < total - SAME).count();
        long equal = Arrays.stream(sorted)
                .filter(one -> Math.abs(one - total) <= SAME)
                .count();
        double place = (below + equal / 2.0) / sorted.length;
        if (place < 1 / 3.0) {
            return Third.BOTTOM;
        }
        return place > 2 / 3.0 ? Third.TOP : Third.MIDDLE;
    }

    /// Totals are sums of binary fractions: equal ones may differ by a little.
    private static final double SAME = 1e-9;

    public Third of(int learner) {
        return thirds[learner];
    }

    public int size(Third third) {
        return (int) Arrays.stream(thirds).filter(one -> one == third).count();
    }
}
