package vn.lopmo.assessment.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// How a true/false group counts its right statements. In school tests the choice is the school's.
public enum Scoring {
    /// The state exam from 2025: 1, 2, 3, 4 right earn 0.1, 0.25, 0.5, 1 of the full points. A group of other than
    /// four counts equally.
    LADDER {
        @Override
        BigDecimal share(int right, int of) {
            return of == STEPS.size() - 1 ? STEPS.get(right) : EQUAL.share(right, of);
        }
    },
    /// Each right statement earns the same.
    EQUAL {
        @Override
        BigDecimal share(int right, int of) {
            return BigDecimal.valueOf(right).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP);
        }
    };

    private static final List<BigDecimal> STEPS = List.of(
            BigDecimal.ZERO, new BigDecimal("0.1"), new BigDecimal("0.25"), new BigDecimal("0.5"), BigDecimal.ONE);

    abstract BigDecimal share(int right, int of);
}
