package vn.lopmo.lms.organisation.roster;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lopmo.lms.organisation.table.Sheet;

/// Dates as they stand in lists: dd/MM/yyyy with `/`, `-` or `.`, yyyy-MM-dd, or a spreadsheet's day number.
final class BirthDates {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})(?: 0?0:00(?::00)?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]0?0:00(?::00)?)?");
    /// Day 0 of a spreadsheet that counts from 1900 and believes in 29/02/1900.
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LEAST_DAY = BigDecimal.valueOf(61);
    private static final BigDecimal MOST_DAY = BigDecimal.valueOf(80_000);

    private BirthDates() {}

    /// Empty if there is no such day.
    static Optional<LocalDate> read(Sheet.Cell cell, String text, boolean from1904) {
        var number = cell.number();
        if (number != null) {
            return dayNumber(number, from1904);
        }
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> dayNumber(BigDecimal number, boolean from1904) {
        if (number.compareTo(LEAST_DAY) < 0 || number.compareTo(MOST_DAY) > 0) {
            return Optional.empty();
        }
        return Optional.of((from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(number.longValue()));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
