package vn.lopmo.content.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.platform.refusal.Refusal;

class ReviewTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Set<Point> ASKED = EnumSet.of(Point.LICENCE, Point.SOURCES);

    @Test
    void theGroupComesBeforeTheHead() {
        var review = review(Road.GROUP_AND_HEAD);

        assertEquals(Step.Act.GROUP_APPROVED, review.approve(Set.of(), NOW));
        assertEquals(Stage.HEAD, review.stage());
        assertEquals(Step.Act.HEAD_APPROVED, review.approve(ASKED, NOW));
        assertEquals(Stage.APPROVED, review.stage());
    }

    @Test
    void theLastStageNeedsEveryPoint() {
        var review = review(Road.HEAD);

        var refused = assertThrows(Refusal.Conflict.class, () -> review.approve(Set.of(Point.LICENCE), NOW));

        assertEquals("review-checklist-open", refused.slug());
        assertEquals(Stage.HEAD, review.stage());
    }

    @Test
    void whatIsOverStaysOver() {
        var review = review(Road.HEAD);
        review.giveBack(NOW);

        assertThrows(Refusal.Conflict.class, () -> review.approve(ASKED, NOW));
        assertThrows(Refusal.Conflict.class, () -> review.recall(NOW));
    }

    @Test
    void whereNobodyIsAskedNothingIsSubmitted() {
        assertThrows(Refusal.Conflict.class, () -> review(Road.NONE));
    }

    private static Review review(Road road) {
        return Review.submitted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "khtn", road, ASKED, NOW);
    }
}
