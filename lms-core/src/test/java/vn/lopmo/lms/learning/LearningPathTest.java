package vn.lopmo.lms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.course.PublishedLesson;

class LearningPathTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final UUID ANY = UUID.randomUUID();

    private final PublishedLesson first = lesson();
    private final PublishedLesson second = lesson();
    private final PublishedLesson third = lesson();
    private final List<PublishedLesson> inOrder = List.of(first, second, third);

    @Test
    void theFirstLessonComesFirst() {
        assertEquals(Optional.of(first), new LearningPath(Map.of()).next(inOrder));
        assertEquals(Optional.empty(), new LearningPath(Map.of()).next(List.of()));
    }

    @Test
    void whatWasBegunLastIsGoneOnWith() {
        var path = new LearningPath(
                Map.of(first.id(), seen(first, NOW, "a"), third.id(), seen(third, NOW.plusSeconds(9), "a", "b", "c")));

        assertEquals(Optional.of(third), path.next(inOrder));
        assertEquals(1, path.partsLeft(third));
        assertEquals(3, path.minutesLeft(third));
        assertEquals(new BigDecimal("0.75"), path.share(third));
    }

    @Test
    void afterAFinishedLessonComesTheNextUnfinishedOfItsCourse() {
        var done = seen(first, NOW, "a", "b", "c", "d");

        assertEquals(Optional.of(second), new LearningPath(Map.of(first.id(), done)).next(inOrder));
    }

    @Test
    void progressGrowsOnlyAndKnowsTheBlocksOfTheVersionOnly() {
        var progress = seen(first, NOW, "a", "zzz");
        progress.see(List.of(), null, 5, first.blockIds(), NOW);

        assertEquals(List.of("a"), progress.seen());
        assertFalse(progress.isDone(first.blockIds()));
        progress.see(List.of("d", "c", "b"), "d", 5, first.blockIds(), NOW);
        assertTrue(progress.isDone(first.blockIds()));
        assertEquals("d", progress.lastBlock());
    }

    private static LessonProgress seen(PublishedLesson lesson, Instant at, String... blocks) {
        var progress = new LessonProgress(ANY, ANY, lesson.id(), ANY, at);
        progress.see(List.of(blocks), null, 10, lesson.blockIds(), at);
        return progress;
    }

    private static PublishedLesson lesson() {
        return new PublishedLesson(UUID.randomUUID(), ANY, ANY, 1, "Bài", 10, List.of("a", "b", "c", "d"), List.of());
    }
}
