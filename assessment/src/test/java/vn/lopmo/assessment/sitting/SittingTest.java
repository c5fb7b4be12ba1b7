package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.platform.refusal.Refusal;

class SittingTest {
    private static final Instant OPENS = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-02T03:00:00Z");

    @Test
    void aLearnerHasHisMinutes() {
        var sitting = openedAt(OPENS);

        assertEquals(OPENS.plus(Duration.ofMinutes(45)), sitting.closesAt());
    }

    @Test
    void nobodyHasMoreTimeThanTheWindow() {
        var sitting = openedAt(CLOSES.minusSeconds(60));

        assertEquals(CLOSES, sitting.closesAt());
    }

    @Test
    void itOpensNeitherBeforeTheWindowNorAfterIt() {
        assertEquals("assignment-not-open", refusedAt(OPENS.minusMillis(1)));
        assertEquals("assignment-closed", refusedAt(CLOSES));
    }

    @Test
    void workOnTheWireWhenTimeRanOutStillCounts() {
        var sitting = openedAt(OPENS);

        assertFalse(sitting.isOver(sitting.closesAt().plusSeconds(30)));
        assertTrue(sitting.isOver(sitting.closesAt().plusSeconds(31)));
    }

    @Test
    void handingInSaysWhenAndWhose() {
        var sitting = openedAt(OPENS);

        var told = sitting.handIn(OPENS.plusSeconds(600));

        assertEquals(OPENS.plusSeconds(600), sitting.handedInAt());
        assertEquals(sitting.learnerId(), told.learnerId());
        assertThrows(IllegalStateException.class, () -> sitting.handIn(OPENS.plusSeconds(601)));
    }

    private static String refusedAt(Instant now) {
        return assertThrows(Refusal.Conflict.class, () -> openedAt(now)).slug();
    }

    private static Sitting openedAt(Instant now) {
        var assignment = Fixtures.anAssignment(OPENS, CLOSES, 45);
        return Sitting.open(assignment, Fixtures.PERSON, 7, now);
    }
}
