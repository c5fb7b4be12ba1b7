package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The judged library of `infra/bench/relevance`: the search may not serve it worse than the best mixture known,
/// and not worse because of the way in which somebody types.
class RelevanceTest {
    private static final double MAY_BE_LOST = 0.01;
    private static final double LEAST = 0.955;
    private static final double LEAST_FOR_SLIPS = 0.95;

    @TempDir
    Path folder;

    private Relevance relevance;

    @BeforeEach
    void theJudgedLibrary() throws IOException {
        var judged = JudgedLibrary.read(Path.of("..", "infra", "bench", "relevance"));
        relevance = new Relevance(judged, folder);
    }

    @AfterEach
    void close() throws IOException {
        relevance.close();
    }

    @Test
    void servesAsWellAsTheBestMixtureAtLeast() throws IOException {
        var product = relevance.ofProduct(Typing.AS_WRITTEN);

        assertTrue(product.mean() >= LEAST, () -> product.mean() + "\n" + product.worst(10));
        for (var mixture : PlainSearch.Mixture.values()) {
            assertTrue(product.mean() >= relevance.ofPlain(mixture).mean(), mixture::toString);
        }
    }

    @Test
    void servesEveryWayOfTypingAsWell() throws IOException {
        double written = relevance.ofProduct(Typing.AS_WRITTEN).mean();

        for (var typing : Typing.values()) {
            var typed = relevance.ofProduct(typing);
            assertTrue(written - typed.mean() <= MAY_BE_LOST, () -> typing + " " + typed.mean());
        }
    }

    @Test
    void forgivesSlips() throws IOException {
        var slips = relevance.ofSlips();

        assertTrue(slips.mean() >= LEAST_FOR_SLIPS, () -> slips.mean() + "\n" + slips.worst(5));
    }

    @ParameterizedTest
    @CsvSource({
        "lập trình pythn, lập trình python",
        "áp xuất chất lỏng, áp suất chất lỏng",
        "chuyện kiều, truyện kiều",
        "bắt lạt, bắt nạt",
        "quanghop, quang hợp"
    })
    void offersABetterWayToWriteIt(String typed, String meant) {
        var better = relevance.found(typed).better();

        assertNotNull(better, typed);
        assertEquals(meant, better.words());
        assertTrue(better.total() > 0);
    }

    @Test
    void offersNothingWhereEnoughIsFound() {
        assertEquals(null, relevance.found("quang hợp").better());
    }

    @Test
    void saysHowWordsWithoutMarksWereUnderstood() {
        assertEquals("áp suất chất lỏng", relevance.found("ap suat chat long").understood());
        assertEquals(null, relevance.found("áp suất chất lỏng").understood());
    }

    @Test
    void countsOnlyWhatFitsTheWholeWish() {
        var found = relevance.found("mạch điện nối tiếp song song");

        assertTrue(
                found.total() < found.hits().size(),
                () -> found.total() + " of " + found.hits().size());
        assertEquals(
                found.total(), found.hits().stream().filter(hit -> !hit.near()).count());
        assertEquals(
                found.total(),
                found.facets().getOrDefault("subject", java.util.Map.of()).values().stream()
                        .mapToInt(n -> n)
                        .sum());
    }
}
