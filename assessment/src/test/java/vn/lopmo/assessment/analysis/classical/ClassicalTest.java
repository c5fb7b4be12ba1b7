package vn.lopmo.assessment.analysis.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The classical formulas on tables that are small enough for a pencil.
class ClassicalTest {
    private static final double EXACT = 1e-12;

    /// Five learners, three items of one point: totals 3, 2, 2, 1, 0.
    private final MarkTable five = table("111", "110", "101", "010", "000");

    @Test
    void aPaperIsDescribedByItsTotals() {
        var paper = PaperFigures.of(five);

        assertEquals(1.6, paper.mean(), EXACT);
        assertEquals(2, paper.median(), EXACT);
        // squares of the distances from 1.6: 1.96 + .16 + .16 + .36 + 2.56 = 5.2, by 4
        assertEquals(Math.sqrt(1.3), paper.sd(), EXACT);
        // m3 = (2.744 + .064 + .064 - .216 - 4.096) / 5 = -.288; k3 = 25/12 m3 = -.6
        assertEquals(-.6 / Math.pow(1.3, 1.5), Objects.requireNonNull(paper.skewness()), EXACT);
        // m2 = 1.04, m4 = (3.8416 + .0256 + .0256 + .1296 + 6.5536) / 5 = 2.1152; k4 = 25/24 (6 m4 - 12 m2²)
        assertEquals(
                25 / 24.0 * (6 * 2.1152 - 12 * 1.04 * 1.04) / 1.69,
                Objects.requireNonNull(paper.kurtosis()),
                EXACT);
    }

    @Test
    void alphaAndKr20AreOneNumberForItemsThatAreRightOrWrong() {
        var paper = PaperFigures.of(five);

        // p q with 3/5, 3/5, 2/5: .24 each; the totals' variance by n: 1.04
        double kr20 = 3 / 2.0 * (1 - .72 / 1.04);
        assertEquals(kr20, Objects.requireNonNull(paper.kr20()), EXACT);
        assertEquals(kr20, Objects.requireNonNull(paper.alpha()), EXACT);
        assertEquals(Math.sqrt(1 - kr20), Objects.requireNonNull(paper.errorRatio()), EXACT);
        assertEquals(paper.sd() * Math.sqrt(1 - kr20), Objects.requireNonNull(paper.sem()), EXACT);
    }

    @Test
    void partMarksHaveAnAlphaButNoKr20() {
        var paper = PaperFigures.of(new MarkTable(
                new double[][] {{.25, 1}, {1, 2}, {0, 0}, {.5, 1}}, new double[] {1, 2}));

        assertNotNull(paper.alpha());
        assertNull(paper.kr20());
    }

    @Test
    void anItemIsComparedWithTheOthers() {
        var first = ItemFigures.of(five).getFirst();

        assertEquals(.6, first.facility(), EXACT);
        assertEquals(Math.sqrt(.3), first.sd(), EXACT);
        assertEquals(1 / 3.0, first.intendedWeight(), EXACT);
        // rests 2 1 1 1 0 (mean 1): covariance (.4·1 + 0 + 0 + 0 + .6·1) / 4; variance .5
        assertEquals(.25, first.spread().covariance(), EXACT);
        assertEquals(.25 / Math.sqrt(.3 * .5), Objects.requireNonNull(first.itemRest()), EXACT);
        // sorted marks 0 0 1 1 1 against 0 1 1 1 2: the same .25
        assertEquals(1, Objects.requireNonNull(first.discriminativeEfficiency()), EXACT);
    }

    @Test
    void effectiveWeightsAddUpToOne() {
        double sum = ItemFigures.of(five).stream()
                .mapToDouble(one -> Objects.requireNonNull(one.effectiveWeight()))
                .sum();

        assertEquals(1, sum, EXACT);
    }

    @Test
    void anItemThatWorksAgainstTheTotalHasNoEffectiveWeight() {
        var table = table("0111", "0111", "0111", "1000", "1000", "1000");

        var first = ItemFigures.of(table).getFirst();

        assertEquals(-1, Objects.requireNonNull(first.itemRest()), EXACT);
        assertNull(first.effectiveWeight());
        assertEquals(-1, Objects.requireNonNull(first.discriminationIndex()), EXACT);
    }

    @Test
    void anItemWithoutSpreadHasNoDiscriminationRatherThanNaN() {
        var table = new MarkTable(
                new double[][] {{.3, .1, .7}, {.3, .2, .7}, {.3, .7, .7}, {.3, .1, .7}}, new double[] {.3, 1, 1});

        for (int item : new int[] {0, 2}) {
            var flat = ItemFigures.of(table).get(item);
            assertEquals(0, flat.sd(), 1e-9);
            assertNull(flat.discriminationIndex());
            assertNull(flat.itemRest());
            assertNull(flat.discriminativeEfficiency());
        }
        assertNull(ItemFigures.of(table).get(1).itemRest(), "the rest has no spread");
    }

    @Test
    void oneLearnerOrOneItemIsNoGroundForReliability() {
        var alone = PaperFigures.of(table("101"));
        assertEquals(2, alone.mean(), EXACT);
        assertEquals(0, alone.sd(), EXACT);
        assertNull(alone.alpha());
        assertNull(alone.skewness());
        assertNull(PaperFigures.of(table("1", "0", "1")).alpha());
        ItemFigures.of(table("101")).forEach(one -> assertNull(one.itemRest()));
        assertThrows(
                IllegalArgumentException.class,
                () -> PaperFigures.of(new MarkTable(new double[0][], new double[] {1})));
    }

    @Test
    void whoHasTheSameTotalIsInTheSameThird() {
        var thirds = Thirds.of(new double[] {9, 8, 8, 5, 5, 5, 2, 2, 1});

        assertEquals(3, thirds.size(Thirds.Third.TOP));
        assertEquals(3, thirds.size(Thirds.Third.MIDDLE));
        assertEquals(3, thirds.size(Thirds.Third.BOTTOM));
        assertEquals(5, Thirds.of(new double[] {7, 7, 7, 7, 7}).size(Thirds.Third.MIDDLE));
        // three places of the top for four equals: all of them, or none
        assertEquals(4, Thirds.of(new double[] {6, 6, 6, 6, 3, 3, 2, 1, 1}).size(Thirds.Third.TOP));
    }

    @Test
    void optionsAreCountedByThirds() {
        var table = table("11", "11", "10", "01", "00", "00");
        var chosen = Arrays.asList("A", "A", "A", "B", null, "C");

        var figures = OptionFigures.of(table, 0, chosen, Arrays.asList("A", "B", "C", "D", null));

        assertEquals(new OptionFigures(2, 1, 0, figures.get(0).rest()), figures.get(0));
        assertEquals(List.of(3, 1, 1, 0, 1), figures.stream().map(OptionFigures::total).toList());
        assertNull(figures.get(3).rest());
        assertTrue(Objects.requireNonNull(figures.get(2).rest()) < 0);
    }

    @Test
    void theOrderOfLearnersIsIrrelevant() {
        var random = new Random(7);
        var rows = new ArrayList<double[]>();
        for (int learner = 0; learner < 37; learner++) {
            rows.add(IntStream.range(0, 9)
                    .mapToDouble(item -> random.nextInt(5) / 4.0)
                    .toArray());
        }
        double[] most = IntStream.range(0, 9).mapToDouble(item -> 1).toArray();
        var before = ItemFigures.of(MarkTable.of(rows, most));
        var paper = PaperFigures.of(MarkTable.of(rows, most));
        Collections.shuffle(rows, random);
        var after = ItemFigures.of(MarkTable.of(rows, most));

        for (int item = 0; item < 9; item++) {
            assertEquals(item(before, item), item(after, item), 1e-9);
            assertEquals(before.get(item).discriminationIndex(), after.get(item).discriminationIndex());
        }
        assertEquals(
                Objects.requireNonNull(paper.alpha()),
                Objects.requireNonNull(PaperFigures.of(MarkTable.of(rows, most)).alpha()),
                1e-9);
    }

    private static double item(List<ItemFigures> figures, int item) {
        return Objects.requireNonNull(figures.get(item).itemRest());
    }

    @Test
    void aTotalOnABordersStandsInTheUpperBar() {
        var bars = Bin.of(new double[] {0, .7, 3.5, 6.99, 7}, 7);

        assertEquals(List.of(1, 1, 0, 0, 0, 1, 0, 0, 0, 2), bars.stream().map(Bin::count).toList());
        assertEquals(5, bars.stream().mapToInt(Bin::count).sum());
    }

    @Test
    void theNormalQuantileIsTheUsualOne() {
        assertEquals(1.959963984540054, Normal.quantile(.975), 1e-9);
        assertEquals(-2.3263478740408408, Normal.quantile(.01), 1e-9);
        assertEquals(0, Normal.quantile(.5), 1e-12);
        assertEquals(13, DeltaPlot.delta(.5), 1e-9);
    }

    @Test
    void oneItemThatHasGotHarderStandsApartFromAGroupThatIsWeaker() {
        double[] there = {.9, .8, .7, .6, .5, .4, .3, .2};
        double[] here = {.82, .69, .57, .08, .36, .27, .19, .12};

        var plot = Objects.requireNonNull(DeltaPlot.of(here, there));

        for (int item = 0; item < here.length; item++) {
            assertEquals(item == 3, Math.abs(plot.distance()[item]) > DeltaPlot.FAR, "item " + item);
        }
        assertNull(DeltaPlot.of(new double[] {.5, .6}, new double[] {.5, .6}));
    }

    private static MarkTable table(String... rows) {
        var marks = Arrays.stream(rows)
                .map(row -> row.chars().mapToDouble(one -> one - '0').toArray())
                .toList();
        double[] most = IntStream.range(0, rows[0].length()).mapToDouble(item -> 1).toArray();
        return MarkTable.of(marks, most);
    }
}
