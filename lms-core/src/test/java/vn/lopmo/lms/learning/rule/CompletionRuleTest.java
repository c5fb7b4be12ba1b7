package vn.lopmo.lms.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lopmo.lms.learning.rule.Condition.HandedIn;
import vn.lopmo.lms.learning.rule.Condition.Minutes;
import vn.lopmo.lms.learning.rule.Condition.Score;
import vn.lopmo.lms.learning.rule.Condition.Viewed;

class CompletionRuleTest {
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(List.of(new Viewed()), work(4, 0), true),
                Arguments.of(List.of(new Viewed()), work(3, 9999), false),
                Arguments.of(List.of(new Viewed()), new Work(0, 0, 0, null), false),
                Arguments.of(List.of(new Minutes(5)), work(0, 299), false),
                Arguments.of(List.of(new Minutes(5)), work(0, 300), true),
                Arguments.of(List.of(new Score("q", 60)), work(4, 0), false),
                Arguments.of(List.of(new Score("q", 60)), scored("0.5999"), false),
                Arguments.of(List.of(new Score("q", 60)), scored("0.6"), true),
                Arguments.of(List.of(new HandedIn("t")), work(4, 0), false),
                Arguments.of(List.of(new HandedIn("t")), work(0, 0).with(Map.of(), Set.of("t")), true),
                Arguments.of(List.of(new Viewed(), new Minutes(5)), work(4, 10), false),
                Arguments.of(List.of(new Viewed(), new Minutes(5)), work(4, 301), true));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void allThatWasSaidHasToBeMet(List<Condition> conditions, Work work, boolean met) {
        assertEquals(met, new CompletionRule(conditions).isMet(work));
    }

    @Test
    void whatIsNoMoreInTheLessonIsNotAskedFor() {
        var rule = new CompletionRule(List.of(new Minutes(5), new Score("gone", 60)));

        assertEquals(List.of(new Minutes(5)), rule.within(Set.of("q")).conditions());
        assertTrue(new CompletionRule(List.of(new Score("gone", 60)))
                .within(Set.of("q"))
                .isUsual());
    }

    private static Work work(int seen, int seconds) {
        return new Work(4, seen, seconds, null);
    }

    private static Work scored(String share) {
        return work(0, 0).with(Map.of("q", new BigDecimal(share)), Set.of());
    }
}
