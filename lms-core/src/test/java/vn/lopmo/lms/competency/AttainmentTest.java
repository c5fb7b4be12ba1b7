package vn.lopmo.lms.competency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.competency.Attainment.Reached;

class AttainmentTest {
    private static final Framework FRAMEWORK = FrameworkTest.FRAMEWORK;
    private static final Attainment.Rule HALF = new Attainment.Rule(new BigDecimal("0.5"), new BigDecimal("0.5"));
    private static final Framework.Competence SEARCHING =
            FRAMEWORK.competence("1.1").orElseThrow();
    private static final Framework.Level TC2 = FRAMEWORK.target(8).orElseThrow();
    private static final Framework.Level CB1 = FRAMEWORK.target(1).orElseThrow();

    @Test
    void withoutEvidenceNothingIsReached() {
        var nothing = with(Map.of());

        assertEquals(Optional.empty(), nothing.level(SEARCHING));
        assertEquals(Set.of(), nothing.all());
        assertEquals(0, nothing.share(SEARCHING, TC2).signum());
        assertEquals(0, nothing.met(Optional.of(TC2)));
    }

    @Test
    void halfTheMarksAttainAnIndicatorAndLessDoesNot() {
        assertTrue(with(Map.of("1.1.TC2a", new BigDecimal("0.5"))).attained(indicator("1.1.TC2a")));
        assertFalse(with(Map.of("1.1.TC2a", new BigDecimal("0.4999"))).attained(indicator("1.1.TC2a")));
    }

    @Test
    void halfTheIndicatorsReachALevelAndLessDoesNot() {
        var one = with(Map.of("1.1.TC2a", BigDecimal.ONE));
        var two = with(Map.of("1.1.TC2a", BigDecimal.ONE, "1.1.TC2c", BigDecimal.ONE));

        assertFalse(one.reached(SEARCHING, TC2));
        assertEquals(new BigDecimal("0.2500"), one.share(SEARCHING, TC2));
        assertTrue(two.reached(SEARCHING, TC2));
        assertEquals(new BigDecimal("0.5000"), two.share(SEARCHING, TC2));
        assertEquals(1, two.met(Optional.of(TC2)));
    }

    @Test
    void aReachedLevelImpliesTheLowerOnesButTellsOfItselfOnly() {
        var attainment = with(Map.of("1.1.TC2a", BigDecimal.ONE, "1.1.TC2b", BigDecimal.ONE));

        assertTrue(attainment.reached(SEARCHING, CB1));
        assertEquals(BigDecimal.ONE, attainment.share(SEARCHING, CB1));
        assertEquals(
                Set.of(
                        new Reached("1.1", "TC2", Optional.of("1.1.TC2a")),
                        new Reached("1.1", "TC2", Optional.of("1.1.TC2b")),
                        new Reached("1.1", "TC2", Optional.empty())),
                attainment.all());
    }

    @Test
    void aSchoolMayAskForAll() {
        var all = new Attainment.Rule(new BigDecimal("0.5"), BigDecimal.ONE);
        var two = Map.of("1.1.TC2a", BigDecimal.ONE, "1.1.TC2b", BigDecimal.ONE);

        assertFalse(new Attainment(FRAMEWORK, all, two).reached(SEARCHING, TC2));
    }

    private static Attainment with(Map<String, BigDecimal> shares) {
        return new Attainment(FRAMEWORK, HALF, shares);
    }

    private static Framework.Indicator indicator(String code) {
        return Objects.requireNonNull(FRAMEWORK.indicatorsByCode().get(code));
    }
}
