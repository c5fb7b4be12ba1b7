package vn.lopmo.assessment.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.platform.refusal.Refusal;

/// deadline = min(start + minutes + extra, close + extra); what a learner is granted beats the window.
class NeedsTest {
    private static final Conditions.Wish ANY =
            new Conditions.Wish(null, null, null, null, null, null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        // start, extra minutes, own opening, own closing, deadline: a window from 8:00 to 9:00, 45 minutes
        "08:00, 0,   ,      ,      08:45",
        "08:30, 0,   ,      ,      09:00",
        "08:00, 15,  ,      ,      09:00",
        "08:30, 15,  ,      ,      09:15",
        "08:59, 600, ,      ,      19:00",
        "09:30, 0,   ,      10:00, 10:00",
        "09:05, 0,   ,      10:00, 09:50",
        "07:30, 0,   07:00, ,      08:15",
        "07:30, 10,  07:00, 08:00, 08:10"
    })
    void aLearnersDeadline(String start, int extra, @Nullable String opens, @Nullable String closes, String deadline) {
        var needs = new Needs(extra, time(opens), time(closes), null);

        var end = assignment(ANY).open(at(start), needs);

        assertEquals(at(deadline), end.plus(needs.extra()));
    }

    @ParameterizedTest
    @CsvSource({
        "07:59, ,      ,      assignment-not-open",
        "09:00, ,      ,      assignment-closed",
        "08:10, 08:30, ,      assignment-not-open",
        "08:10, ,      08:05, assignment-closed"
    })
    void whoComesOutsideHisWindowIsRefused(String now, @Nullable String opens, @Nullable String closes, String slug) {
        var needs = new Needs(30, time(opens), time(closes), null);

        assertEquals(
                slug,
                assertThrows(Refusal.Conflict.class, () -> assignment(ANY).open(at(now), needs))
                        .slug());
    }

    @ParameterizedTest
    @CsvSource({"0, 45, 0", "25, 45, 12", "34, 15, 6", "100, 90, 90", "200, 50, 100", "1, 1, 1"})
    void moreTimeAlwaysIsWholeMinutes(int percent, int minutes, int extra) {
        assertEquals(extra, Needs.ofPercent(percent, minutes).extraMinutes());
    }

    @ParameterizedTest
    @CsvSource({
        // purpose, addresses, decided, whether it waits
        "REGULAR,  ,           false, false",
        "PERIODIC, ,           false, true",
        "PERIODIC, ,           true,  false",
        "PERIODIC, 10.0.0.0/8, false, false"
    })
    void aPeriodicTestIsTakenAtSchoolOrDecided(
            Conditions.Purpose purpose, @Nullable String addresses, boolean decided, boolean waits) {
        var assignment = assignment(new Conditions.Wish(
                null, purpose, null, null, null, addresses == null ? null : List.of(addresses), null, null, null));
        if (decided) {
            assignment.decide(new Decision("1", LocalDate.of(2026, 11, 1), "Bão", Fixtures.PERSON));
        }

        assertEquals(waits, assignment.awaitsDecision());
    }

    @ParameterizedTest
    @CsvSource({
        // what is changed when somebody has begun, whether that is allowed
        "passcode,  true",
        "addresses, true",
        "keys,      true",
        "later,     true",
        "earlier,   false",
        "opening,   false",
        "minutes,   false",
        "mode,      false",
        "attempts,  false",
        "counts,    false",
        "device,    false",
        "paging,    false",
        "purpose,   false"
    })
    void onceBegunOnlyTheDoorAndALaterEndMayChange(String what, boolean allowed) {
        var window = new Assignment.Window(
                at(what.equals("opening") ? "07:00" : "08:00"),
                at(what.equals("later") ? "10:00" : what.equals("earlier") ? "08:50" : "09:00"),
                what.equals("minutes") ? 50 : 45);
        var wanted = new Conditions.Wish(
                        what.equals("mode") ? Conditions.Mode.HOMEWORK : null,
                        what.equals("purpose") ? Conditions.Purpose.PERIODIC : null,
                        what.equals("attempts") ? 2 : null,
                        what.equals("counts") ? Conditions.Counts.LAST : null,
                        what.equals("passcode") ? "1234" : null,
                        what.equals("addresses") ? List.of("10.0.0.1") : null,
                        what.equals("keys") ? List.of("a".repeat(64)) : null,
                        what.equals("device") ? true : null,
                        what.equals("paging") ? Conditions.Paging.ALL : null)
                .toConditions();

        assignment(ANY).change(window, wanted, false, at("07:30"));
        if (allowed) {
            assignment(ANY).change(window, wanted, true, at("08:30"));
        } else {
            assertThrows(Refusal.Conflict.class, () -> assignment(ANY).change(window, wanted, true, at("08:30")));
        }
    }

    @Test
    void aLearnersAttemptsAreEverybodysUnlessHeHasHisOwn() {
        assertEquals(1, assignment(ANY).attemptsFor(Needs.NONE));
        assertEquals(0, assignment(ANY).attemptsFor(new Needs(0, null, null, 0)));
        assertEquals(3, assignment(ANY).attemptsFor(new Needs(0, null, null, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "hoa ban, HOABAN,  true",
        "hoa ban, hoa ban, true",
        "1234,    1 2 3 4, true",
        "hoa ban, hoa,     false",
        "hoa ban, '',      false",
        "phượng,  phuong,  false"
    })
    void aPasscodeIsHeardNotRead(String passcode, String typed, boolean accepted) {
        var conditions = new Conditions.Wish(null, null, null, null, passcode, null, null, null, null).toConditions();

        assertEquals(accepted, conditions.acceptsPasscode(typed));
        assertEquals(false, conditions.acceptsPasscode(null));
    }

    private static Assignment assignment(Conditions.Wish wish) {
        return Fixtures.anAssignment(at("08:00"), at("09:00"), 45, wish.toConditions());
    }

    private static Instant at(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2026, 11, 2)).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant time(@Nullable String time) {
        return time == null ? null : at(time);
    }
}
