package vn.lopmo.lms.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.lopmo.lms.organisation.SchoolYear;
import vn.lopmo.platform.time.ClockSource;

/// Brings days of an old course into a new one, and counts what became of them. A day of an earlier school year comes
/// to the same weekday of this one; what is past then is left out, because nobody can keep to it. For one thread.
public final class CopiedDays {
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final int WEEK = 7;

    private final Instant now;
    private int moved;
    private int dropped;

    public CopiedDays(Instant now) {
        this.now = now;
    }

    /// @return empty if it is past in this year too
    public Optional<Instant> bring(Instant day) {
        int years = yearOf(now) - yearOf(day);
        var brought = years > 0 ? later(day, years) : day;
        if (!brought.isAfter(now)) {
            dropped++;
            return Optional.empty();
        }
        moved += brought.equals(day) ? 0 : 1;
        return Optional.of(brought);
    }

    /// One that was brought is left out after all.
    public void leaveOut() {
        moved--;
        dropped++;
    }

    private static int yearOf(Instant instant) {
        return SchoolYear.firstCalendarYear(LocalDate.ofInstant(instant, ClockSource.VIETNAM));
    }

    /// Whole weeks: lessons are on weekdays. Việt Nam has no summer time, so that the hour stays.
    private static Instant later(Instant day, int years) {
        long weeks = Math.round(years * DAYS_OF_A_YEAR / WEEK);
        return day.atZone(ClockSource.VIETNAM).plusWeeks(weeks).toInstant();
    }

    public int moved() {
        return moved;
    }

    public int dropped() {
        return dropped;
    }
}
