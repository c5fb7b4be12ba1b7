package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.PaperVersion;
import vn.lopmo.platform.refusal.Refusal;

class SittingTest {
    private static final SavedAnswers.ToMark NOTHING =
            new SavedAnswers.ToMark(SavedAnswers.Saved.NOTHING, new PaperVersion.Key(UUID.randomUUID(), 1), 0);
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

        var told = sitting.handIn(Sitting.By.LEARNER, NOTHING, OPENS.plusSeconds(600));

        assertEquals(OPENS.plusSeconds(600), sitting.handedInAt());
        assertEquals(sitting.learnerId(), told.learnerId());
        assertThrows(
                IllegalStateException.class, () -> sitting.handIn(Sitting.By.LEARNER, NOTHING, OPENS.plusSeconds(601)));
    }

    @Test
    void aPausedMinuteIsAMinuteMore() {
        var sitting = openedAt(OPENS);
        var before = sitting.closesAt();

        sitting.pause(OPENS.plusSeconds(600));
        sitting.pause(OPENS.plusSeconds(630));
        sitting.resume(OPENS.plusSeconds(660));
        sitting.resume(OPENS.plusSeconds(700));

        assertEquals(before.plusSeconds(60), sitting.closesAt());
        assertEquals(Duration.ZERO, sitting.extra());
    }

    @Test
    void whatIsPausedIsNeverOver() {
        var sitting = openedAt(OPENS);
        var end = sitting.closesAt();

        sitting.pause(end.minusSeconds(1));

        assertFalse(sitting.isOver(end.plus(Duration.ofDays(1))));
        sitting.resume(end.plus(Duration.ofDays(1)));
        assertFalse(sitting.isOver(end.plus(Duration.ofDays(1)).plusSeconds(31)));
        assertTrue(sitting.isOver(end.plus(Duration.ofDays(1)).plusSeconds(32)));
    }

    @Test
    void extraTimeBeatsTheWindow() {
        var sitting = openedAt(CLOSES.minusSeconds(60));

        sitting.extend(Duration.ofMinutes(10));

        assertEquals(CLOSES.plus(Duration.ofMinutes(10)), sitting.closesAt());
    }

    @Test
    void needsThatChangeKeepWhatTheRoomGaveAndWhatWasPaused() {
        var sitting = openedAt(OPENS);
        var end = sitting.closesAt();
        sitting.extend(Duration.ofMinutes(5));
        sitting.pause(OPENS);
        sitting.resume(OPENS.plusMillis(1500));

        sitting.extendTo(end, Duration.ofMinutes(15));
        sitting.extendTo(end, Duration.ofMinutes(10));

        assertEquals(end.plus(Duration.ofMinutes(15)).plusMillis(1500), sitting.closesAt());
        assertEquals(Duration.ofMinutes(15), sitting.extra());
    }

    @Test
    void whatWasHandedInCanBeTakenAgainForSomeMinutes() {
        var sitting = openedAt(OPENS);
        sitting.handIn(Sitting.By.INVIGILATOR, NOTHING, OPENS.plusSeconds(600));
        assertEquals("sitting-handed-in", refused(() -> sitting.extend(Duration.ofMinutes(1))));
        assertEquals("sitting-handed-in", refused(() -> sitting.pause(OPENS)));

        sitting.reopen(Duration.ofMinutes(5), UUID.randomUUID(), "Máy hỏng", OPENS.plusSeconds(700));

        assertEquals(OPENS.plusSeconds(1000), sitting.closesAt());
        assertEquals(null, sitting.handedInAt());
        assertEquals(
                "sitting-open",
                refused(() -> sitting.reopen(Duration.ofMinutes(5), UUID.randomUUID(), "Máy hỏng", OPENS)));
    }

    @Test
    void whatWasPromisedToWhoTakesItAgainOutlastsAChangeOfTheWindow() {
        var sitting = openedAt(OPENS);
        var end = sitting.closesAt();
        sitting.handIn(Sitting.By.INVIGILATOR, NOTHING, OPENS.plusSeconds(600));
        sitting.reopen(Duration.ofMinutes(5), UUID.randomUUID(), "Máy hỏng", OPENS.plusMillis(700_300));

        sitting.extendTo(end, Duration.ZERO);

        var promised = OPENS.plusMillis(1_000_300);
        assertFalse(sitting.closesAt().isBefore(promised));
        assertTrue(sitting.closesAt().isBefore(promised.plusSeconds(1)));
    }

    @Test
    void oneDeviceHasItUntilItIsReleased() {
        var sitting = openedAt(OPENS);
        sitting.bind("máy 1", OPENS);
        sitting.bind("máy 1", OPENS.plusSeconds(1));

        assertEquals("sitting-on-another-device", refused(() -> sitting.bind("máy 2", OPENS)));
        assertEquals("máy 1", sitting.releaseDevice());
        sitting.bind("máy 2", OPENS.plusSeconds(5));

        assertEquals("máy 2", sitting.device());
        assertEquals(OPENS.plusSeconds(5), sitting.deviceSince());
    }

    private static String refused(Executable verb) {
        return assertThrows(Refusal.Conflict.class, verb).slug();
    }

    private static String refusedAt(Instant now) {
        return assertThrows(Refusal.Conflict.class, () -> openedAt(now)).slug();
    }

    private static Sitting openedAt(Instant now) {
        var assignment = Fixtures.anAssignment(OPENS, CLOSES, 45);
        return Sitting.open(assignment, Fixtures.PERSON, 1, Needs.NONE, 7, now);
    }
}
