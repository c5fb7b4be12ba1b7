package vn.lopmo.lms.gradebook.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The result of study of a term or a year in grades 6 to 12 (Circular 22/2021, art. 9.2 and 9.3).
///
/// @param without what it would be without the lift; the same as `level` if there was none
/// @param liftedFor the one subject that had pulled it down
public record StudyResult(
        Level level, Level without, @Nullable String liftedFor) {
    private static final Score GOOD = Score.of("8");
    private static final Score FAIR = Score.of("6.5");
    private static final Score ENOUGH = Score.of("5");
    private static final Score LEAST = Score.of("3.5");
    /// In how many subjects the higher bound must be met.
    private static final int SIX = 6;

    private static final int TWO_LEVELS = 2;

    /// @param outcomes by subject; exempt and not taken ones count for nothing
    /// @return empty as long as one is missing, or there is nothing to judge
    public static Optional<StudyResult> of(Map<String, Outcome> outcomes) {
        var counted = new LinkedHashMap<String, Outcome>();
        for (var each : outcomes.entrySet()) {
            switch (each.getValue()) {
                case Outcome.Missing ignored -> {
                    return Optional.empty();
                }
                case Outcome.Average average -> counted.put(each.getKey(), average);
                case Outcome.Judged judged -> counted.put(each.getKey(), judged);
                case Outcome.Levelled ignored -> {}
                case Outcome.Exempt ignored -> {}
                case Outcome.NotTaken ignored -> {}
            }
        }
        return counted.isEmpty() ? Optional.empty() : Optional.of(lifted(counted));
    }

    /// Art. 9.3: a result that one single subject has pulled two levels or more below Tốt or Khá is lifted by one. Read
    /// as: had this one subject been as good as can be and all others as they are, it would be Tốt or Khá.
    private static StudyResult lifted(Map<String, Outcome> outcomes) {
        var plain = Tally.of(List.copyOf(outcomes.values())).level();
        for (var subject : outcomes.keySet()) {
            var best = Tally.of(withBest(outcomes, subject)).level();
            if (best.isAtLeast(Level.KHA) && plain.below(best) >= TWO_LEVELS) {
                return new StudyResult(plain.next(), plain, subject);
            }
        }
        return new StudyResult(plain, plain, null);
    }

    private static List<Outcome> withBest(Map<String, Outcome> outcomes, String subject) {
        var changed = new ArrayList<Outcome>();
        outcomes.forEach((each, outcome) -> changed.add(
                !each.equals(subject)
                        ? outcome
                        : outcome instanceof Outcome.Average
                                ? new Outcome.Average(Score.of("10"))
                                : new Outcome.Judged(true)));
        return changed;
    }

    /// How many subjects meet which bound.
    private record Tally(
            int failed,
            int good,
            int fair,
            int enough,
            @Nullable Score lowest) {
        static Tally of(List<Outcome> outcomes) {
            int failed = 0;
            int good = 0;
            int fair = 0;
            int enough = 0;
            Score lowest = null;
            for (var outcome : outcomes) {
                if (outcome instanceof Outcome.Judged judged && !judged.passed()) {
                    failed++;
                } else if (outcome instanceof Outcome.Average average) {
                    var score = average.score();
                    good += score.isAtLeast(GOOD) ? 1 : 0;
                    fair += score.isAtLeast(FAIR) ? 1 : 0;
                    enough += score.isAtLeast(ENOUGH) ? 1 : 0;
                    lowest = lowest == null || score.compareTo(lowest) < 0 ? score : lowest;
                }
            }
            return new Tally(failed, good, fair, enough, lowest);
        }

        /// Art. 9.2.
        Level level() {
            if (failed == 0 && allAtLeast(FAIR) && good >= SIX) {
                return Level.TOT;
            }
            if (failed == 0 && allAtLeast(ENOUGH) && fair >= SIX) {
                return Level.KHA;
            }
            return failed <= 1 && allAtLeast(LEAST) && enough >= SIX ? Level.DAT : Level.CHUA_DAT;
        }

        private boolean allAtLeast(Score bound) {
            return lowest == null || lowest.isAtLeast(bound);
        }
    }
}
