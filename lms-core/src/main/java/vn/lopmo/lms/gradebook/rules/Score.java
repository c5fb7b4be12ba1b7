package vn.lopmo.lms.gradebook.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// A score on the scale of 10: a whole number or one with one decimal (Circular 22/2021, art. 5.3). Decimal arithmetic
/// throughout, so that 6.45 is 6.5 and not 6.4.
public record Score(BigDecimal value) implements Comparable<Score> {
    public static final Score ZERO = new Score(BigDecimal.ZERO);
    private static final Pattern TYPED = Pattern.compile("(?:10(?:[.,]0+)?|\\d(?:[.,]\\d0*)?)");

    /// @throws IllegalArgumentException if it is not between 0 and 10, or finer than a tenth
    public Score {
        if (value.signum() < 0 || value.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("no score: " + value);
        }
        value = value.setScale(1, RoundingMode.UNNECESSARY);
    }

    /// To one decimal, half up.
    public static Score rounded(BigDecimal exact) {
        return new Score(exact.setScale(1, RoundingMode.HALF_UP));
    }

    static Score quotient(BigDecimal sum, int weight) {
        return new Score(sum.divide(BigDecimal.valueOf(weight), 1, RoundingMode.HALF_UP));
    }

    public static Score of(String text) {
        return new Score(new BigDecimal(text));
    }

    /// `8`, `8.5`, `8,5`, `10`; empty if it is no score.
    public static Optional<Score> typed(String text) {
        return TYPED.matcher(text).matches() ? Optional.of(of(text.replace(',', '.'))) : Optional.empty();
    }

    /// A mark of another scale brought to the scale of 10 (art. 5.3), half up. More than the most there is counts
    /// as 10.
    ///
    /// @param most above zero
    public static Score converted(BigDecimal mark, BigDecimal most) {
        var tenth = mark.multiply(BigDecimal.TEN).divide(most, 1, RoundingMode.HALF_UP);
        return new Score(tenth.min(BigDecimal.TEN).max(BigDecimal.ZERO));
    }

    public boolean isAtLeast(Score least) {
        return compareTo(least) >= 0;
    }

    public boolean isWhole() {
        return value.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public int compareTo(Score other) {
        return value.compareTo(other.value);
    }

    /// `8`, `8.5`: the one way that it is stored and told.
    @Override
    public String toString() {
        return isWhole() ? value.toBigInteger().toString() : value.toString();
    }
}
