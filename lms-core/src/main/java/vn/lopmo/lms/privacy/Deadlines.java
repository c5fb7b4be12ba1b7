package vn.lopmo.lms.privacy;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Days that the law counts.
final class Deadlines {
    private Deadlines() {}

    /// The last of so many working days after a day; Saturdays and Sundays are none.
    static LocalDate workingDaysAfter(LocalDate day, int count) {
        var last = day;
        for (int left = count; left > 0; ) {
            last = last.plusDays(1);
            if (last.getDayOfWeek() != DayOfWeek.SATURDAY && last.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return last;
    }
}
