package vn.lopmo.assessment.analysis.irt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// Answers that were drawn from known curves: the estimates must find these again.
class EstimationTest {
    private static final double[] NO_GUESSING = new double[60];

    @Test
    void raschFindsTheDifficultiesAgain() {
        var truth = Drawn.items(30, 11, false, 0);
        var found = Estimation.of(truth.answers(1_000, 12), Model.RASCH, NO_GUESSING);

        assertTrue(found.converged());
        assertEquals(1, found.items().getFirst().a(), .08);
        assertTrue(found.items().stream().allMatch(one -> one.a() == found.items().getFirst().a()));
        assertTrue(distance(found, truth.b(), Calibration.Item::b) < .11);
    }

    @Test
    void twoParametersAreFoundAgain() {
        var truth = Drawn.items(40, 21, true, 0);
        var found = Estimation.of(truth.answers(2_000, 22), Model.TWO, NO_GUESSING);

        assertTrue(found.converged());
        assertTrue(distance(found, truth.a(), Calibration.Item::a) < .13);
        assertTrue(distance(found, truth.d(), Calibration.Item::d) < .12);
    }

    @Test
    void standardErrorsSayHowFarOffTheEstimatesAre() {
        var truth = Drawn.items(40, 31, true, 0);
        var found = Estimation.of(truth.answers(1_500, 32), Model.TWO, NO_GUESSING);

        int inside = 0;
        for (int item = 0; item < 40; item++) {
            var one = found.items().get(item);
            double error = Objects.requireNonNull(one.seA());
            inside += Math.abs(one.a() - truth.a()[item]) < 1.96 * error ? 1 : 0;
        }
        assertTrue(inside >= 34, inside + " of 40 slopes within 95 %");
        assertTrue(found.items().stream().allMatch(one -> one.seB() != null && one.seD() != null));
    }

    @Test
    void threeParametersAreFoundAgainWithGuessing() {
        var truth = Drawn.items(40, 41, true, .2);
        var chance = new double[40];
        Arrays.fill(chance, .25);
        var found = Estimation.of(truth.answers(3_000, 42), Model.THREE, chance);

        assertTrue(found.converged());
        assertTrue(distance(found, truth.b(), Calibration.Item::b) < .25);
        assertTrue(distance(found, truth.c(), Calibration.Item::c) < .08);
        // without guessing the same answers look easier and flatter
        var without = Estimation.of(truth.answers(3_000, 42), Model.TWO, NO_GUESSING);
        assertTrue(without.logLikelihood() < found.logLikelihood());
    }

    @Test
    void theOrderOfLearnersIsIrrelevantAndTheSameAnswersGiveTheSameNumbers() {
        var truth = Drawn.items(12, 51, true, 0);
        var rows = truth.rows(300, 52);
        var first = Estimation.of(new Responses(rows, 12), Model.TWO, NO_GUESSING);
        assertEquals(first, Estimation.of(new Responses(rows, 12), Model.TWO, NO_GUESSING));

        var shuffled = Arrays.asList(rows.clone());
        Collections.shuffle(shuffled, new Random(53));
        var other = Estimation.of(new Responses(shuffled.toArray(byte[][]::new), 12), Model.TWO, NO_GUESSING);

        assertEquals(first.logLikelihood(), other.logLikelihood(), 1e-6);
        for (int item = 0; item < 12; item++) {
            assertEquals(first.items().get(item).a(), other.items().get(item).a(), 1e-4);
        }
    }

    @Test
    void twoFormsWithCommonItemsStandOnOneScale() {
        var truth = Drawn.items(30, 61, false, 0);
        var rows = truth.rows(1_200, 62);
        // the first half never saw the last ten items, the second half never the first ten
        for (int learner = 0; learner < rows.length; learner++) {
            int from = learner < 600 ? 20 : 0;
            Arrays.fill(rows[learner], from, from + 10, Responses.MISSING);
        }

        var found = Estimation.of(new Responses(rows, 30), Model.RASCH, NO_GUESSING);

        assertTrue(found.converged());
        assertTrue(distance(found, truth.b(), Calibration.Item::b) < .15);
        assertEquals(600, found.items().getFirst().given());
        assertNull(found.items().getFirst().fit(), "fit needs everybody to have seen everything");
    }

    @Test
    void aWronglyKeyedItemHasANegativeSlope() {
        var truth = Drawn.items(15, 71, false, 0);
        var rows = truth.rows(500, 72);
        for (byte[] row : rows) {
            row[3] = (byte) (1 - row[3]);
        }

        for (var model : new Model[] {Model.TWO, Model.THREE}) {
            var chance = new double[15];
            Arrays.fill(chance, .25);
            var found = Estimation.of(new Responses(rows, 15), model, chance);
            assertTrue(found.items().get(3).a() < 0, model + ": " + found.items().get(3));
            assertTrue(found.items().get(4).a() > 0);
        }
    }

    @Test
    void answersThatDoNotHoldAnItemAreSaidToDoSo() {
        var truth = Drawn.items(4, 81, false, 0);
        var rows = truth.rows(40, 82);
        for (byte[] row : rows) {
            row[1] = row[0];
            row[2] = row[0];
        }

        var found = Estimation.of(new Responses(rows, 4), Model.TWO, NO_GUESSING);

        var held = found.items().getFirst();
        assertTrue(held.ranAway() || !found.converged(), held::toString);
        found.items().forEach(one -> assertTrue(Double.isFinite(one.a()) && Double.isFinite(one.d())));
        if (held.ranAway()) {
            assertNull(held.seA());
        }
    }

    @Test
    void anItemThatTellsNobodyApartIsNotEstimated() {
        byte[][] rows = {{1, 0}, {1, 1}, {1, 0}};

        assertThrows(
                IllegalArgumentException.class,
                () -> Estimation.of(new Responses(rows, 2), Model.RASCH, NO_GUESSING));
    }

    @Test
    void theRightModelFitsAndTheWrongOneDoesNot() {
        var truth = Drawn.items(20, 91, true, 0);
        var answers = truth.answers(3_000, 92);

        assertTrue(misfits(Estimation.of(answers, Model.TWO, NO_GUESSING)) <= 2);
        assertTrue(misfits(Estimation.of(answers, Model.RASCH, NO_GUESSING)) >= 5);
    }

    private static long misfits(Calibration found) {
        return found.items().stream()
                .filter(one -> Objects.requireNonNull(one.fit()).p() < .01)
                .count();
    }

    @Test
    void chiSquareHasItsUsualTails() {
        assertEquals(.05, ChiSquare.above(3.841458820694124, 1), 1e-9);
        assertEquals(.05, ChiSquare.above(18.307038053275146, 10), 1e-9);
        assertEquals(.99, ChiSquare.above(0.020100671707002873, 2), 1e-9);
        assertEquals(1, ChiSquare.above(0, 3));
    }

    @Test
    void aThousandLearnersOnFiftyItemsTakeSeconds() {
        var answers = Drawn.items(50, 101, true, 0).answers(1_000, 102);
        long begun = System.nanoTime();

        assertTrue(Estimation.of(answers, Model.TWO, NO_GUESSING).converged());

        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("2PL, 1,000 learners x 50 items: %.1f s%n", seconds);
        assertTrue(seconds < 30);
    }

    private static double distance(Calibration found, double[] truth, ToDoubleFunction<Calibration.Item> part) {
        double sum = 0;
        for (int item = 0; item < found.items().size(); item++) {
            double away = part.applyAsDouble(found.items().get(item)) - truth[item];
            sum += away * away;
        }
        return Math.sqrt(sum / found.items().size());
    }
}
