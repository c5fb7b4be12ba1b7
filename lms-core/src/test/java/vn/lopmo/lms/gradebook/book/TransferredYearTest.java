package vn.lopmo.lms.gradebook.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.gradebook.book.TransferredYear.Result;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Level;

class TransferredYearTest {
    @Test
    void whoLeavesInTheMiddleOfTheYearHasNoResultOfIt() {
        assertEquals(
                List.of(Period.FIRST_TERM),
                read(of(Period.FIRST_TERM, Level.KHA), of(Period.YEAR, null), of(Period.AFTER_SUMMER, null)));
    }

    @Test
    void aSummerThatChangedNothingIsNotReadTwice() {
        assertEquals(
                List.of(Period.FIRST_TERM, Period.SECOND_TERM, Period.YEAR),
                read(
                        of(Period.FIRST_TERM, null),
                        of(Period.SECOND_TERM, Level.KHA),
                        of(Period.YEAR, Level.KHA),
                        of(Period.AFTER_SUMMER, Level.KHA)));
    }

    @Test
    void whatTheSummerChangedIsRead() {
        assertEquals(
                List.of(Period.YEAR, Period.AFTER_SUMMER),
                read(of(Period.YEAR, Level.CHUA_DAT), of(Period.AFTER_SUMMER, Level.DAT)));
    }

    private static Result of(Period period, @Nullable Level study) {
        return new Result(period, study, null, null, null, null, 2);
    }

    private static List<Period> read(Result... results) {
        return new TransferredYear(List.of(), Stream.of(results).toList(), null)
                .read().stream().map(Result::period).toList();
    }
}
