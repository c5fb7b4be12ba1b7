package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.Option;
import vn.lopmo.assessment.paper.Assignment.Shuffling;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperFixtures;

class ShownPaperTest {
    private static final Shuffling ALL = new Shuffling(true, true);

    private final PaperContent paper = PaperFixtures.content(List.of(
            IntStream.range(0, 12)
                    .mapToObj(n -> Fixtures.aChoice("Câu chọn " + n, "A"))
                    .toList(),
            List.of(Fixtures.aGroup(), Fixtures.aGroup()),
            List.of(Fixtures.aShortAnswer(), Fixtures.anEssay())));

    @Test
    void theSameSeedShowsTheSamePaperForGood() {
        assertEquals(ShownPaper.of(paper, ALL, 42), ShownPaper.of(paper, ALL, 42));
        assertEquals(List.of(5, 4, 1, 3, 2), new Mixing(42, 1).mixed(List.of(1, 2, 3, 4, 5)));
    }

    @Test
    void neighboursSeeOtherOrders() {
        var orders = new HashSet<List<String>>();
        for (long seed = 0; seed < 20; seed++) {
            orders.add(prompts(ShownPaper.of(paper, ALL, seed).getFirst()));
        }

        assertEquals(20, orders.size());
    }

    @Test
    void itemsStayInTheirPartAndAreNumberedAsShown() {
        var shown = ShownPaper.of(paper, ALL, 3);

        assertTrue(prompts(shown.getFirst()).stream().allMatch(prompt -> prompt.startsWith("Câu chọn")));
        var numbers = shown.stream()
                .flatMap(part -> part.items().stream())
                .map(ShownPaper.Question::number)
                .toList();
        assertEquals(IntStream.rangeClosed(1, 16).boxed().toList(), numbers);
    }

    @Test
    void optionsAreMixedWithTheirIdsAndStatementsAreNot() {
        var shown = ShownPaper.of(paper, ALL, 3);

        var letters = new HashSet<List<String>>();
        shown.getFirst().items().forEach(item -> letters.add(ids(item.options())));
        assertNotEquals(1, letters.size());
        assertTrue(letters.stream()
                .allMatch(ids -> new HashSet<>(ids).equals(new HashSet<>(List.of("A", "B", "C", "D")))));
        shown.get(1).items().forEach(item -> assertEquals(List.of("a", "b", "c", "d"), ids(item.statements())));
    }

    @Test
    void withoutShufflingThePaperIsAsItWasWritten() {
        var shown = ShownPaper.of(paper, new Shuffling(false, false), 3);

        assertEquals("Câu chọn 0", shown.getFirst().items().getFirst().prompt());
        assertEquals(
                List.of("A", "B", "C", "D"),
                ids(shown.getFirst().items().getFirst().options()));
    }

    @Test
    void optionsThatSpeakOfOtherOptionsStayWhereTheyAre() {
        for (String text : List.of(
                "Cả A và B đều đúng",
                "Tất cả các đáp án trên",
                "Cả ba phương án trên",
                "A và C",
                "Không đáp án nào đúng")) {
            assertTrue(ShownPaper.speaksOfOthers(new Option("D", "<p>" + text + "</p>")), text);
        }
        for (String text : List.of("Cả nhà", "Tất cả học sinh", "A", "Khí CO và B", "Không có nghiệm")) {
            assertFalse(ShownPaper.speaksOfOthers(new Option("D", text)), text);
        }
        Item item = new Item.SingleChoice("?", Fixtures.options("một", "hai", "ba", "Cả A và B"), "D", null);
        var shown = ShownPaper.of(PaperFixtures.content(List.of(List.of(item))), ALL, 9);
        assertEquals(
                List.of("A", "B", "C", "D"),
                ids(shown.getFirst().items().getFirst().options()));
    }

    private static List<String> prompts(ShownPaper.Section section) {
        return section.items().stream().map(ShownPaper.Question::prompt).toList();
    }

    private static List<String> ids(@Nullable List<Option> options) {
        return Objects.requireNonNull(options).stream().map(Option::id).toList();
    }
}
