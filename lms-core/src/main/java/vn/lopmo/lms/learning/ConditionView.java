package vn.lopmo.lms.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Condition;
import vn.lopmo.lms.learning.rule.Work;

/// One thing that finishing a lesson takes, and how far its reader is with it.
///
/// @param kind   `viewed`, `minutes`, `score` or `handedIn`
/// @param block  the quiz, package or task that it speaks of
/// @param wanted parts, minutes or percent; 1 for a task
/// @param soFar  of what is wanted; null when a quiz has no result yet
record ConditionView(
        String kind,
        @Nullable String block,
        int wanted,
        @Nullable Integer soFar,
        boolean met) {
    static List<ConditionView> of(CompletionRule rule, Work work) {
        return rule.conditions().stream().map(each -> of(each, work)).toList();
    }

    private static ConditionView of(Condition condition, Work work) {
        boolean met = condition.isMet(work);
        return switch (condition) {
            case Condition.Viewed viewed -> new ConditionView("viewed", null, work.parts(), work.seen(), met);
            case Condition.Minutes wanted ->
                new ConditionView("minutes", null, wanted.minutes(), work.seconds() / 60, met);
            case Condition.Score wanted ->
                new ConditionView(
                        "score",
                        wanted.block(),
                        wanted.percent(),
                        percent(work.shares().get(wanted.block())),
                        met);
            case Condition.HandedIn wanted -> new ConditionView("handedIn", wanted.block(), 1, met ? 1 : 0, met);
        };
    }

    /// Rounded down: 79.6 % of 80 is not enough.
    private static @Nullable Integer percent(@Nullable BigDecimal share) {
        return share == null
                ? null
                : share.movePointRight(2).setScale(0, RoundingMode.DOWN).intValueExact();
    }
}
