package vn.lopmo.lms.gradebook.book;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Outcome;
import vn.lopmo.lms.gradebook.rules.Score;
import vn.lopmo.lms.gradebook.rules.Slot;

/// What came out of a subject, as it is shown.
///
/// @param level `D`, `CD`, or the level of a primary class
/// @param missing what the result waits for
record OutcomeView(
        @Nullable BigDecimal average,
        @Nullable String level,
        @Nullable BigDecimal test,
        List<String> missing,
        boolean exempt) {
    static OutcomeView of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Average average -> new OutcomeView(value(average.score()), null, null, List.of(), false);
            case Outcome.Judged judged ->
                new OutcomeView(null, judged.passed() ? Entry.PASSED : Entry.FAILED, null, List.of(), false);
            case Outcome.Levelled levelled ->
                new OutcomeView(
                        null,
                        levelled.level(),
                        levelled.test() == null ? null : value(levelled.test()),
                        List.of(),
                        false);
            case Outcome.Missing missing ->
                new OutcomeView(
                        null,
                        null,
                        null,
                        missing.slots().stream().map(Slot::code).toList(),
                        false);
            case Outcome.Exempt ignored -> new OutcomeView(null, null, null, List.of(), true);
            case Outcome.NotTaken ignored -> new OutcomeView(null, null, null, List.of(), false);
        };
    }

    private static BigDecimal value(Score score) {
        return score.value();
    }
}
