package vn.lopmo.lms.gradebook.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What holds for all marks whatever they are: ten thousand classes made from a fixed seed.
class RulePropertiesTest {
    private static final int TRIES = 10_000;
    private final Random dice = new Random(22_2021);

    @Test
    void anAverageLiesBetweenTheLowestAndTheHighestScore() {
        for (int n = 0; n < TRIES; n++) {
            var entries = term(4);
            var scores = entries.values().stream().map(Score::of).toList();

            var average = average(entries);

            assertTrue(average.isAtLeast(Collections.min(scores)), () -> entries + " " + average);
            assertTrue(Collections.max(scores).isAtLeast(average), () -> entries + " " + average);
        }
    }

    @Test
    void anAverageIsTheNearestTenthAndTheUpperOneHalfway() {
        for (int n = 0; n < TRIES; n++) {
            var entries = term(4);
            // in whole numbers: tenths times nine against nine tenths of the average
            int sum = 0;
            for (var each : entries.entrySet()) {
                int weight = each.getKey() == Slot.GK ? 2 : each.getKey() == Slot.CK ? 3 : 1;
                sum += weight * tenths(Score.of(each.getValue()));
            }

            int twice = 2 * (9 * tenths(average(entries)) - sum);

            assertTrue(twice > -9 && twice <= 9, entries::toString);
        }
    }

    @Test
    void theOrderOfTheRegularScoresIsIrrelevant() {
        for (int n = 0; n < TRIES; n++) {
            var entries = term(4);
            var regular = new ArrayList<>(IntStream.range(0, 4)
                    .mapToObj(i -> entries.get(Slot.REGULAR.get(i)))
                    .toList());
            Collections.shuffle(regular, dice);
            var mixed = new EnumMap<>(entries);
            for (int i = 0; i < 4; i++) {
                mixed.put(Slot.REGULAR.get(i), regular.get(i));
            }

            assertEquals(average(entries), average(mixed));
        }
    }

    @Test
    void aBetterScoreNeverLowersAnAverage() {
        for (int n = 0; n < TRIES; n++) {
            var entries = term(4);
            var slot = new ArrayList<>(entries.keySet()).get(dice.nextInt(entries.size()));
            var better = new EnumMap<>(entries);
            better.put(
                    slot,
                    score(Math.min(
                            100, tenths(Score.of(Objects.requireNonNull(entries.get(slot)))) + dice.nextInt(20))));

            assertTrue(average(better).isAtLeast(average(entries)));
        }
    }

    @Test
    void theYearLiesBetweenItsTerms() {
        for (int n = 0; n < TRIES; n++) {
            var first = Score.of(score(dice.nextInt(101)));
            var second = Score.of(score(dice.nextInt(101)));

            var year = SubjectYear.yearAverage(first, second);

            assertTrue(year.isAtLeast(first.compareTo(second) < 0 ? first : second));
            assertTrue((first.compareTo(second) < 0 ? second : first).isAtLeast(year));
        }
    }

    @Test
    void theResultDoesNotDependOnTheOrderOfSubjects() {
        for (int n = 0; n < TRIES; n++) {
            var outcomes = outcomes();
            var names = new ArrayList<>(outcomes.keySet());
            Collections.shuffle(names, dice);
            var mixed = new LinkedHashMap<String, Outcome>();
            names.forEach(name -> mixed.put(name, outcomes.get(name)));

            assertEquals(
                    StudyResult.of(outcomes).map(StudyResult::level),
                    StudyResult.of(mixed).map(StudyResult::level));
        }
    }

    @Test
    void theLiftIsOneLevelAndNeverAboveKha() {
        for (int n = 0; n < TRIES; n++) {
            var result = StudyResult.of(outcomes()).orElseThrow();

            assertTrue(result.without().below(result.level()) == (result.liftedFor() == null ? 0 : 1));
            assertTrue(result.liftedFor() == null || result.level() == Level.KHA || result.level() == Level.DAT);
        }
    }

    @Test
    void aBetterSubjectNeverLowersTheResult() {
        for (int n = 0; n < TRIES; n++) {
            var outcomes = outcomes();
            var better = new LinkedHashMap<>(outcomes);
            var name = new ArrayList<>(outcomes.keySet()).get(dice.nextInt(outcomes.size()));
            better.put(
                    name,
                    outcomes.get(name) instanceof Outcome.Average average
                            ? new Outcome.Average(
                                    Score.of(score(Math.min(100, tenths(average.score()) + dice.nextInt(60)))))
                            : new Outcome.Judged(true));

            var before = StudyResult.of(outcomes).orElseThrow();
            var after = StudyResult.of(better).orElseThrow();

            assertTrue(after.level().isAtLeast(before.level()), () -> outcomes + " " + better);
        }
    }

    @Test
    void whatIsReadOnceIsReadTheSameAgain() {
        for (int n = 0; n <= 100; n++) {
            var written = Entry.SCORE.read(score(n).replace('.', ',')).orElseThrow();

            assertEquals(written, Entry.SCORE.read(written).orElseThrow());
            assertEquals(new BigDecimal(score(n)).compareTo(new BigDecimal(written)), 0);
        }
    }

    /// `./lopmo bench marks` measures it; here only that a class is nowhere near what would be felt.
    @RepeatedTest(3)
    void aClassOf45In13SubjectsIsReckonedAtOnce() {
        var rules = List.copyOf(IntStream.range(0, 13)
                .mapToObj(n -> SubjectRule.scored("m" + n, 140))
                .toList());
        var years = new ArrayList<LearnerYear>();
        for (int n = 0; n < 45; n++) {
            var year = LearnerYear.of(rules, Programme.conduct(8));
            year.subjects().values().forEach(subject -> {
                subject.first().putAll(term(4));
                subject.second().putAll(term(4));
            });
            years.add(year);
        }
        long began = System.nanoTime();

        for (var year : years) {
            for (var period : LearnerYear.Period.values()) {
                year.result(period);
            }
        }

        assertTrue(System.nanoTime() - began < 1_000_000_000L);
    }

    private Map<String, Outcome> outcomes() {
        var outcomes = new LinkedHashMap<String, Outcome>();
        int low = 20 + dice.nextInt(50);
        for (int n = 0; n < 8; n++) {
            outcomes.put("m" + n, new Outcome.Average(Score.of(score(low + dice.nextInt(101 - low)))));
        }
        outcomes.put("m8", new Outcome.Average(Score.of(score(dice.nextInt(101)))));
        for (int n = 0; n < 4; n++) {
            outcomes.put("r" + n, new Outcome.Judged(dice.nextInt(8) > 0));
        }
        return outcomes;
    }

    private EnumMap<Slot, String> term(int regular) {
        var entries = new EnumMap<Slot, String>(Slot.class);
        for (int n = 0; n < regular; n++) {
            entries.put(Slot.REGULAR.get(n), score(dice.nextInt(101)));
        }
        entries.put(Slot.GK, score(dice.nextInt(101)));
        entries.put(Slot.CK, score(dice.nextInt(101)));
        return entries;
    }

    private static Score average(Map<Slot, String> entries) {
        var outcome = new SubjectYear(SubjectRule.scored("toan", 140), entries, Map.of(), Map.of()).term(1);
        return ((Outcome.Average) outcome).score();
    }

    private static String score(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toString();
    }

    private static int tenths(Score score) {
        return score.value().movePointRight(1).intValueExact();
    }
}
