package vn.lopmo.assessment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.analysis.classical.ItemFigures;
import vn.lopmo.assessment.analysis.classical.MarkTable;
import vn.lopmo.assessment.analysis.classical.OptionFigures;
import vn.lopmo.assessment.analysis.classical.PaperFigures;
import vn.lopmo.assessment.analysis.classical.Thirds;
import vn.lopmo.assessment.analysis.irt.Calibration;
import vn.lopmo.assessment.analysis.irt.Estimation;
import vn.lopmo.assessment.analysis.irt.Model;
import vn.lopmo.assessment.analysis.irt.Responses;

/// Figures that others have published, on data that lie outside the repository:
/// `-Dtests.excluded= -Dsurefire.args=-Dlopmo.corpus.root=<folder>`. Prints the worst difference of each column.
@Tag("corpus")
class PublishedFiguresTest {
    /// Moodle's own tests allow 1e-6 of the value, and 1e-5 for what is made of covariances.
    private static final double MOODLE = 1e-5;

    private final Map<String, Double> worst = new LinkedHashMap<>();
    private Tables corpus = new Tables(Path.of(""));

    @BeforeEach
    void corpus() {
        var folder = System.getProperty("lopmo.corpus.root");
        Assumptions.assumeTrue(folder != null, "no corpus folder given");
        corpus = new Tables(Path.of(folder));
    }

    @AfterEach
    void print() {
        worst.forEach((name, difference) -> System.out.printf("%-40s %.2e%n", name, difference));
    }

    @Test
    void lsat7IsAsBockAndLiebermanHaveIt() throws IOException {
        var rows = lsat7();
        var table = MarkTable.of(rows, ones(5));
        var items = ItemFigures.of(table);

        double[] facility = {.828, .658, .772, .606, .843};
        double[] itemRest = {.2457, .2467, .3132, .2228, .1748};
        for (int item = 0; item < 5; item++) {
            near("LSAT7 facility", facility[item], items.get(item).facility(), 5e-5);
            near("LSAT7 item-rest r", itemRest[item], items.get(item).itemRest(), 5e-5);
        }
        near("LSAT7 KR-20", .4534, PaperFigures.of(table).kr20(), 5e-5);
    }

    @Test
    void lsat7HasThePublishedCurves() throws IOException {
        byte[][] rows = lsat7().stream().map(PublishedFiguresTest::bytes).toArray(byte[][]::new);
        var found = Estimation.of(new Responses(rows, 5), Model.TWO, new double[5]);

        double[] slopes = {.988, 1.081, 1.706, .765, .736};
        double[] intercepts = {1.856, .808, 1.804, .486, 1.855};
        for (int item = 0; item < 5; item++) {
            near("LSAT7 2PL slope", slopes[item], found.items().get(item).a(), .02);
            near(
                    "LSAT7 2PL intercept",
                    intercepts[item],
                    found.items().get(item).d(),
                    .02);
        }
        assertTrue(found.converged());
        System.out.println("LSAT7 2PL log likelihood " + found.logLikelihood() + ", slopes' standard errors "
                + found.items().stream().map(Calibration.Item::seA).toList());
    }

    private List<double[]> lsat7() throws IOException {
        return corpus.lines("psychometrics/lsat7-expanded.txt").stream()
                .skip(1)
                .map(PublishedFiguresTest::numbers)
                .toList();
    }

    @Test
    void moodlesQuizOfTwentyFiveAttemptsHasMoodlesFigures() throws IOException {
        var results = corpus.records("moodle/statistics/results00.csv");
        var steps = corpus.records("moodle/statistics/steps00.csv");
        for (var expected : corpus.records("moodle/statistics/qstats00.csv")) {
            int slot = Integer.parseInt(Tables.value(expected, "slot"));
            var of = IntStream.range(0, results.size())
                    .filter(i -> isOf(expected, slot, steps.get(i)))
                    .mapToObj(i -> marks(results.get(i)))
                    .toList();
            assertEquals(Integer.parseInt(Tables.value(expected, "s")), of.size());
            boolean drawn = !Tables.value(expected, "subqname").isEmpty();
            compare(expected, drawn ? againstTheTotal(of, slot - 1) : all(of).get(slot - 1));
        }
    }

    private static List<ItemFigures> all(List<double[]> rows) {
        return ItemFigures.of(MarkTable.of(rows, ones(7)));
    }

    /// Of a question that was drawn for a slot, Moodle's fixture has the correlation with the total that the question
    /// is a part of.
    private static ItemFigures againstTheTotal(List<double[]> rows, int item) {
        var pairs = rows.stream()
                .map(row -> new double[] {row[item], Arrays.stream(row).sum()})
                .toList();
        return ItemFigures.of(MarkTable.of(pairs, ones(2))).getFirst();
    }

    /// A row is about a slot, about one question drawn for it, or about one variant of a question.
    private static boolean isOf(Map<String, String> expected, int slot, Map<String, String> step) {
        var question = Tables.value(expected, "subqname");
        var variant = Tables.value(expected, "variant");
        return (question.isEmpty() || question.equals(step.get("randqs." + slot)))
                && (variant.isEmpty() || variant.equals(step.get("variants." + slot)));
    }

    private void compare(Map<String, String> expected, ItemFigures actual) {
        cell(expected, "facility", actual.facility());
        cell(expected, "sd", actual.sd());
        cell(expected, "covariance", actual.spread().covariance());
        cell(expected, "markvariance", actual.spread().mark());
        cell(expected, "othermarkvariance", actual.spread().rest());
        cell(expected, "covariancemax", actual.spread().covarianceMax());
        cell(expected, "discriminationindex", percent(actual.itemRest()));
        cell(expected, "discriminativeefficiency", percent(actual.discriminativeEfficiency()));
        cell(expected, "effectiveweight", percent(actual.effectiveWeight()));
    }

    private void cell(Map<String, String> expected, String name, @Nullable Double actual) {
        var text = Tables.value(expected, name);
        if (!text.isEmpty() && !text.equals("**NULL**")) {
            double number = Double.parseDouble(text);
            near("Moodle qstats00 " + name, number, actual, Math.abs(number) * MOODLE);
        }
    }

    /// Which answers were given how often. (The quizzes of several tries, 01 and 02, count tries, which we have not.)
    @Test
    void moodlesAnswersAreCountedAsMoodleCountsThem() throws IOException {
        for (var quiz : List.of("00", "03")) {
            var steps = corpus.records("moodle/statistics/steps" + quiz + ".csv");
            for (var expected : corpus.records("moodle/statistics/responsecounts" + quiz + ".csv")) {
                assertEquals(Tables.value(expected, "totalcount"), counted(expected, steps), expected::toString);
            }
        }
    }

    private static String counted(Map<String, String> expected, List<Map<String, String>> steps) {
        var slot = expected.getOrDefault("slot", "1");
        var parts = List.of(List.of("answer"), List.of("frog", "cat", "newt"));
        var part = parts.get(slot.equals("3") ? 1 : 0).get(Integer.parseInt(expected.getOrDefault("subpart", "1")) - 1);
        var chosen = steps.stream()
                .filter(step -> isAsked(expected, step, slot))
                .map(step -> step.get("responses." + slot + "." + part))
                .toList();
        var alike = new MarkTable(new double[chosen.size()][1], ones(1));
        return OptionFigures.of(
                                alike,
                                Thirds.of(alike.totals()),
                                0,
                                chosen,
                                List.of(Tables.value(expected, "actualresponse")))
                        .getFirst()
                        .total()
                + "";
    }

    private static boolean isAsked(Map<String, String> expected, Map<String, String> step, String slot) {
        var question = expected.getOrDefault("randq", "");
        return (question.isEmpty() || question.equals(step.get("randqs." + slot)))
                && Tables.value(expected, "variant").equals(step.getOrDefault("variants." + slot, "1"));
    }

    /// The values are those that Moodle's test expects of quiz 00, made in a spreadsheet.
    @Test
    void moodlesQuizAsAWholeHasMoodlesFigures() throws IOException {
        var rows = corpus.records("moodle/statistics/results00.csv").stream()
                .map(PublishedFiguresTest::marks)
                .toList();
        var paper = PaperFigures.of(MarkTable.of(rows, ones(7)));

        quiz("mean", 4.617333332, paper.mean());
        quiz("median", 4.5, paper.median());
        quiz("sd", .8117265554, paper.sd());
        quiz("skewness", -.092502502, paper.skewness());
        quiz("kurtosis", -.7073968557, paper.kurtosis());
        quiz("coefficient of internal consistency", -87.2230935542, percent(paper.alpha()));
        quiz("error ratio", 136.8294900795, percent(paper.errorRatio()));
        quiz("standard error", 1.1106813066, paper.sem());
    }

    private void quiz(String name, double expected, @Nullable Double actual) {
        near("Moodle quiz 00 " + name, expected, actual, Math.abs(expected) * 1.5 * MOODLE);
    }

    /// Twenty slots, of which three are worth nothing. The values are those that Moodle's test expects.
    @Test
    void moodlesGeneratedQuizHasMoodlesFigures() throws IOException {
        var slots = corpus.records("moodle/statistics/mdl_question.csv").stream()
                .filter(one -> Double.parseDouble(Tables.value(one, "maxmark")) > 0)
                .toList();
        double[] most = slots.stream()
                .mapToDouble(one -> Double.parseDouble(Tables.value(one, "maxmark")))
                .toArray();
        var bySlot = new LinkedHashMap<String, List<Double>>();
        for (var state : corpus.records("moodle/statistics/mdl_question_states.csv")) {
            bySlot.computeIfAbsent(Tables.value(state, "slot"), slot -> new ArrayList<>())
                    .add(Double.parseDouble(Tables.value(state, "mark")));
        }
        var columns = slots.stream()
                .map(slot -> Objects.requireNonNull(bySlot.get(Tables.value(slot, "slot"))))
                .toList();
        var rows = IntStream.range(0, columns.getFirst().size())
                .mapToObj(row ->
                        columns.stream().mapToDouble(column -> column.get(row)).toArray())
                .toList();
        var items = ItemFigures.of(MarkTable.of(rows, most));

        generated(
                "facility",
                items,
                ItemFigures::facility,
                0,
                0,
                0,
                0,
                41.19318182,
                81.36363636,
                71.36363636,
                65.45454545,
                65.90909091,
                36.36363636,
                59.09090909,
                50,
                59.09090909,
                63.63636364,
                45.45454545,
                27.27272727,
                50);
        generated(
                "effective weight",
                items,
                ItemFigures::effectiveWeight,
                0,
                0,
                0,
                0,
                26.58464457,
                3.368456046,
                3.253955259,
                7.584083694,
                3.79658376,
                3.183278505,
                4.532356904,
                7.78856243,
                10.08351572,
                8.381139345,
                8.727645713,
                7.946277111,
                4.769500946);
        var nothing = Double.NaN;
        generated(
                "discrimination index",
                items,
                ItemFigures::itemRest,
                nothing,
                nothing,
                nothing,
                nothing,
                25.88327077,
                1.170256965,
                -4.207816809,
                28.16930644,
                -2.513606859,
                -12.99017581,
                -8.900638238,
                8.670004606,
                29.63337745,
                15.18945843,
                16.21079629,
                15.52451404,
                -8.396734802);
        generated(
                "discriminative efficiency",
                items,
                ItemFigures::discriminativeEfficiency,
                nothing,
                nothing,
                nothing,
                nothing,
                27.23492723,
                1.382386552,
                -4.691171307,
                31.12404354,
                -2.877487579,
                -17.5074184,
                -10.27568922,
                10.86956522,
                34.58997279,
                17.4790556,
                20.14359793,
                22.06477733,
                -10);
        // of a question worth eight, Moodle's sd is in marks
        assertEquals(1.912733589, items.get(4).sd() * most[4], 1e-8);
    }

    private void generated(
            String name, List<ItemFigures> items, Function<ItemFigures, @Nullable Double> figure, double... expected) {
        for (int item = 0; item < expected.length; item++) {
            if (Double.isNaN(expected[item])) {
                assertEquals(null, figure.apply(items.get(item)), name + " of item " + item);
            } else {
                near("Moodle generated quiz " + name, expected[item], percent(figure.apply(items.get(item))), 1e-6);
            }
        }
    }

    private void near(String name, double expected, @Nullable Double actual, double within) {
        assertTrue(actual != null, name);
        worst.merge(name, Math.abs(expected - actual), Math::max);
        assertEquals(expected, actual, within, name);
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : Double.valueOf(share * 100);
    }

    private static double[] marks(Map<String, String> result) {
        return IntStream.rangeClosed(1, 7)
                .mapToDouble(slot -> Double.parseDouble(Tables.value(result, "slots." + slot + ".mark")))
                .toArray();
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static byte[] bytes(double[] row) {
        var bytes = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            bytes[i] = (byte) row[i];
        }
        return bytes;
    }

    private static double[] ones(int items) {
        return IntStream.range(0, items).mapToDouble(item -> 1).toArray();
    }
}
