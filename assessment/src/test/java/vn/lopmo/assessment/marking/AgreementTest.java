package vn.lopmo.assessment.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.marking.Agreement.Pair;

class AgreementTest {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.25");

    @Test
    void pairsAreCountedExactAndWithinTheTolerance() {
        var agreement = Agreement.of(pairs("1 1", "1 0.75", "0.5 1", "0 0.25"), TOLERANCE);

        assertEquals(4, agreement.pairs());
        assertEquals(1, agreement.exact());
        assertEquals(3, agreement.within());
        assertEquals(new BigDecimal("-0.125"), agreement.meanDifference());
    }

    /// By hand, on a scale of 0, 1, 2: observed mean square 5/25; by chance, each against each, 35/25: 1 - 5/35.
    @Test
    void kappaIsWeightedBySquares() {
        var agreement = Agreement.of(pairs("0 0", "1 0", "1 1", "2 2", "2 2"), TOLERANCE);

        assertEquals(new BigDecimal("0.857"), agreement.kappa());
    }

    @Test
    void fullAgreementIsOneAndNoneIsNotDefined() {
        assertEquals(
                new BigDecimal("1.000"),
                Agreement.of(pairs("0 0", "1 1"), TOLERANCE).kappa());
        assertNull(Agreement.of(pairs("1 1", "1 1"), TOLERANCE).kappa());
        assertNull(Agreement.of(pairs("1 0"), TOLERANCE).kappa());
        assertNull(Agreement.of(List.of(), TOLERANCE).meanDifference());
    }

    private static List<Pair> pairs(String... marks) {
        var pairs = new ArrayList<Pair>();
        for (String both : marks) {
            var two = both.split(" ", -1);
            pairs.add(new Pair(new BigDecimal(two[0]), new BigDecimal(two[1]), new BigDecimal("2")));
        }
        return pairs;
    }
}
