package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.platform.refusal.Refusal;

class DraftMergeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Stamp HUYEN = new Stamp(UUID.randomUUID(), UUID.randomUUID(), NOW);
    private static final Stamp DUC = new Stamp(UUID.randomUUID(), UUID.randomUUID(), NOW);

    private final LessonDraft draft = LessonDraft.begin(
            UUID.randomUUID(),
            new LessonContent(
                    "Bài 16", "", 10, List.of(text("a", "một"), text("b", "hai"), text("c", "ba")), List.of()),
            HUYEN.by(),
            NOW);

    @Test
    void whoWritesAnotherBlockIsNeverInTheWay() {
        draft.merge(writing(1, text("a", "một, cô Huyền")), HUYEN);
        draft.merge(writing(1, text("c", "ba, thầy Đức")), DUC);

        assertEquals(List.of("một, cô Huyền", "hai", "ba, thầy Đức"), words());
        assertTrue(draft.twins().isEmpty());
    }

    @Test
    void ofABlockThatBothWroteBothStayNextToEachOther() {
        draft.merge(writing(1, text("b", "hai, cô Huyền")), HUYEN);
        var merged = draft.merge(writing(1, text("b", "hai, thầy Đức")), DUC);

        assertEquals(List.of("một", "hai, cô Huyền", "hai, thầy Đức", "ba"), words());
        var twin = draft.twins().getFirst();
        assertEquals("b", twin.block());
        assertEquals(twin.copy(), merged.copied().get("b"));
        assertEquals(DUC.by(), twin.by());
        assertEquals(
                "lesson-has-twins",
                assertThrows(Refusal.Conflict.class, draft::checkDecided).slug());
    }

    @Test
    void aPageThatLostTheAnswerMakesNoSecondCopy() {
        draft.merge(writing(1, text("b", "hai, cô Huyền")), HUYEN);
        draft.merge(writing(1, text("b", "hai, thầy")), DUC);
        draft.merge(writing(1, text("b", "hai, thầy Đức")), DUC);

        assertEquals(List.of("một", "hai, cô Huyền", "hai, thầy Đức", "ba"), words());
    }

    @Test
    void aPagesOwnEarlierSavesAreNotSomebodyElses() {
        draft.merge(writing(1, text("b", "h")), DUC);
        draft.merge(writing(1, text("b", "ha")), DUC);
        draft.merge(writing(1, text("b", "hai ba")), DUC);

        assertEquals(List.of("một", "hai ba", "ba"), words());
    }

    @Test
    void theSameWordsFromBothAreOne() {
        draft.merge(writing(1, text("b", "hai!")), HUYEN);
        draft.merge(writing(1, text("b", "hai!")), DUC);

        assertEquals(List.of("một", "hai!", "ba"), words());
        assertEquals(2, draft.revision());
    }

    @Test
    void whatIsWrittenOnIsNotTakenAwayAndWhatWasTakenAwayComesBackWhenWrittenOn() {
        draft.merge(writing(1, text("b", "hai, cô Huyền")), HUYEN);
        draft.merge(change(1, List.of(), List.of("b"), List.of("a", "c"), List.of()), DUC);
        assertEquals(List.of("một", "hai, cô Huyền", "ba"), words());

        draft.merge(change(2, List.of(), List.of("b"), List.of("a", "c"), List.of()), DUC);
        assertEquals(List.of("một", "ba"), words());
        draft.merge(writing(2, text("b", "hai, viết tiếp")), HUYEN);
        assertEquals(List.of("một", "hai, viết tiếp", "ba"), words());
    }

    @Test
    void newBlocksOfBothStandWhereTheyWerePut() {
        draft.merge(
                change(1, List.of(text("x", "sau a")), List.of(), List.of("a", "x", "b", "c"), List.of("x")), HUYEN);
        draft.merge(change(1, List.of(text("y", "sau c")), List.of(), List.of("a", "b", "c", "y"), List.of("y")), DUC);
        draft.merge(change(1, List.of(text("z", "đầu")), List.of(), List.of("z", "a", "b", "c"), List.of("z")), DUC);

        assertEquals(List.of("đầu", "một", "sau a", "hai", "ba", "sau c"), words());
    }

    @Test
    void aMovedBlockKeepsWhatAnotherWroteInIt() {
        draft.merge(writing(1, text("a", "một, cô Huyền")), HUYEN);
        draft.merge(change(1, List.of(), List.of(), List.of("b", "c", "a"), List.of("a")), DUC);

        assertEquals(List.of("hai", "ba", "một, cô Huyền"), words());
    }

    @Test
    void ofALineBothAreKeptUntilSomebodyDecides() {
        draft.merge(line(1, "Bài 16. Áp suất"), HUYEN);
        draft.merge(line(1, "Bài 16. Áp suất chất lỏng"), DUC);

        assertEquals("Bài 16. Áp suất", draft.title());
        var twin = draft.twins().getFirst();
        assertEquals("Bài 16. Áp suất chất lỏng", twin.value());

        draft.merge(line(draft.revision(), "Bài 16. Áp suất chất lỏng"), HUYEN);
        assertTrue(draft.twins().isEmpty());
    }

    @Test
    void aDecisionIsMadeByTakingOneAway() {
        draft.merge(writing(1, text("b", "hai, cô Huyền")), HUYEN);
        var copy = draft.merge(writing(1, text("b", "hai, thầy Đức")), DUC)
                .copied()
                .get("b");

        draft.merge(change(draft.revision(), List.of(), List.of("b"), List.of(), List.of()), HUYEN);

        assertEquals(List.of("một", "hai, thầy Đức", "ba"), words());
        assertEquals(copy, draft.content().blocks().get(1).id());
        assertTrue(draft.twins().isEmpty());
    }

    @Test
    void aWholeDraftPutInItsPlaceIsNewsToEveryPage() {
        draft.replace(draft.content().with(List.of(text("b", "khôi phục"))), HUYEN.by(), NOW);

        assertTrue(draft.isNews("b", HUYEN.device(), 1));
        draft.merge(writing(1, text("b", "đang gõ")), HUYEN);
        assertEquals(List.of("khôi phục", "đang gõ"), words());
    }

    /// Two pages write, move, take away and fetch news in any order, with answers that get lost; at the end every
    /// text that was typed last in a block that nobody took away stands in the draft or beside it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void noWordsAreLost(long seed) {
        var random = new Random(seed);
        var pages = List.of(new Page(HUYEN), new Page(DUC));
        var expected = new HashSet<String>();
        for (int turn = 0; turn < 300; turn++) {
            var page = pages.get(random.nextInt(2));
            page.write(random.nextInt(3), "w" + turn, expected);
            page.send(random.nextInt(4) > 0);
        }
        pages.forEach(page -> page.send(true));
        var stands = new HashSet<>(words());
        for (var text : expected) {
            assertTrue(stands.contains(text), () -> text + " of seed " + seed + " is not in " + stands);
        }
        assertFalse(stands.isEmpty());
    }

    /// A page as the editor is: what it shows, what it has not sent, what it knows.
    private final class Page {
        private final Stamp stamp;
        private final List<Block> shown = new ArrayList<>(draft.content().blocks());
        private final Set<String> dirty = new HashSet<>();
        private int known = 1;

        Page(Stamp stamp) {
            this.stamp = stamp;
        }

        void write(int place, String words, Set<String> expected) {
            var at = place % shown.size();
            var block = (Block.Text) shown.get(at);
            expected.remove(block.html());
            expected.add(words);
            shown.set(at, text(block.id(), words));
            dirty.add(block.id());
        }

        void send(boolean answered) {
            var written =
                    shown.stream().filter(block -> dirty.contains(block.id())).toArray(Block[]::new);
            var order = shown.stream().map(Block::id).toList();
            draft.merge(change(known, List.of(written), List.of(), order, List.of()), stamp);
            if (!answered) {
                return;
            }
            shown.clear();
            shown.addAll(draft.content().blocks());
            known = draft.revision();
            dirty.clear();
        }
    }

    private List<String> words() {
        return draft.content().blocks().stream()
                .map(block -> ((Block.Text) block).html())
                .toList();
    }

    private static Block text(String id, String words) {
        return new Block.Text(id, words);
    }

    private static DraftChange writing(int known, Block... blocks) {
        return change(known, Arrays.asList(blocks), List.of(), List.of("a", "b", "c"), List.of());
    }

    private static DraftChange change(
            int known, List<Block> blocks, List<String> removed, List<String> order, List<String> moved) {
        return new DraftChange(known, Map.of(), null, null, blocks, removed, order, moved, List.of());
    }

    private static DraftChange line(int known, String title) {
        return new DraftChange(
                known,
                Map.of(DraftField.TITLE, title),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
