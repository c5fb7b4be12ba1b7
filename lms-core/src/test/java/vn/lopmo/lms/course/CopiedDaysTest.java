package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.platform.time.ClockSource;

class CopiedDaysTest {
    @ParameterizedTest(name = "{0}, copied on {1}, is {2}")
    @CsvSource({
        // a Monday of last year is a Monday of this one, at the same hour
        "2025-10-06T23:00, 2026-08-20T08:00, 2026-10-05T23:00",
        // of two years ago, of five
        "2024-10-07T07:30, 2026-08-20T08:00, 2026-10-05T07:30",
        "2021-10-04T07:30, 2026-08-20T08:00, 2026-10-05T07:30",
        // spring belongs to the year that began in autumn
        "2026-03-02T07:00, 2026-08-20T08:00, 2027-03-01T07:00",
        // past in this year too
        "2025-10-06T23:00, 2026-11-21T08:00, ",
        // of this year: as it is, or past
        "2026-12-01T23:00, 2026-11-21T08:00, 2026-12-01T23:00",
        "2026-11-20T23:00, 2026-11-21T08:00, ",
    })
    void daysOfEarlierYearsComeToThisOneAndWhatIsPastIsLeftOut(
            LocalDateTime day, LocalDateTime now, @Nullable LocalDateTime brought) {
        var days = new CopiedDays(now.atZone(ClockSource.VIETNAM).toInstant());

        var got = days.bring(day.atZone(ClockSource.VIETNAM).toInstant());

        assertEquals(
                brought,
                got.map(each -> LocalDateTime.ofInstant(each, ClockSource.VIETNAM))
                        .orElse(null));
        assertEquals(brought == null ? 1 : 0, days.dropped());
        assertEquals(brought == null || brought.equals(day) ? 0 : 1, days.moved());
    }

    @Test
    void theyAreCounted() {
        var now = LocalDateTime.of(2026, 8, 20, 8, 0).atZone(ClockSource.VIETNAM);
        var days = new CopiedDays(now.toInstant());
        days.bring(now.minusMonths(10).toInstant());
        days.bring(now.minusMonths(8).toInstant());
        days.bring(now.minusDays(1).toInstant());
        days.bring(now.plusDays(1).toInstant());

        assertEquals(2, days.moved());
        assertEquals(1, days.dropped());
    }
}
