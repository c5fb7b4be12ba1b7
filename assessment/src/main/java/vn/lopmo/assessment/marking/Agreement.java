package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far two markers agree over the answers that both marked.
///
/// @param exact pairs of the same mark
/// @param within pairs that are no further apart than the tolerance
/// @param meanDifference first minus second, in marks; null without pairs
/// @param kappa quadratic weighted (Cohen 1968) over the share of what each answer could earn; null where it is not
///     defined: under two pairs, or both markers gave one and the same mark throughout
record Agreement(
        int pairs,
        int exact,
        int within,
        @Nullable BigDecimal meanDifference,
        @Nullable BigDecimal kappa) {
    private static final int DECIMALS = 3;

    record Pair(BigDecimal first, BigDecimal second, BigDecimal max) {
        BigDecimal difference() {
            return first.subtract(second);
        }

        double firstShare() {
            return first.doubleValue() / max.doubleValue();
        }

        double secondShare() {
            return second.doubleValue() / max.doubleValue();
        }
    }

    static Agreement of(List<Pair> pairs, BigDecimal tolerance) {
        int exact = count(pairs, BigDecimal.ZERO);
        return new Agreement(pairs.size(), exact, count(pairs, tolerance), meanDifference(pairs), kappa(pairs));
    }

    private static int count(List<Pair> pairs, BigDecimal apart) {
        return (int) pairs.stream()
                .filter(pair -> pair.difference().abs().compareTo(apart) <= 0)
                .count();
    }

    private static @Nullable BigDecimal meanDifference(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return null;
        }
        var sum = pairs.stream().map(Pair::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(pairs.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    /// With weights (x - y)², observed and chance disagreement are means of squares: no table of categories is needed.
    private static @Nullable BigDecimal kappa(List<Pair> pairs) {
        double observed = 0;
        double chance = 0;
        for (var one : pairs) {
            observed += square(one.firstShare() - one.secondShare());
            for (var other : pairs) {
                chance += square(one.firstShare() - other.secondShare());
            }
        }
        if (pairs.size() < 2 || chance == 0) {
            return null;
        }
        return BigDecimal.valueOf(1 - observed * pairs.size() / chance).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static double square(double difference) {
        return difference * difference;
    }
}
