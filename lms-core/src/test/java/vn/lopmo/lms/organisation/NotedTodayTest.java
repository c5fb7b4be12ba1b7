package vn.lopmo.lms.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotedTodayTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final UUID reader = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final NotedToday noted = new NotedToday();

    @Test
    void whatIsKeptIsNotFreshAgainThatDay() {
        assertEquals(List.of(one), noted.fresh(MONDAY, reader, List.of(one, one), "marks"));
        noted.keep(MONDAY, reader, List.of(one), "marks");

        assertEquals(List.of(other), noted.fresh(MONDAY, reader, List.of(one, other), "marks"));
        assertEquals(List.of(one), noted.fresh(MONDAY, reader, List.of(one), "work"));
        assertEquals(List.of(one), noted.fresh(MONDAY, other, List.of(one), "marks"));
    }

    @Test
    void aNewDayBeginsWithNothing() {
        noted.fresh(MONDAY, reader, List.of(one), "marks");
        noted.keep(MONDAY, reader, List.of(one), "marks");

        assertEquals(List.of(one), noted.fresh(TUESDAY, reader, List.of(one), "marks"));
        noted.keep(MONDAY, reader, List.of(one), "marks");
        assertEquals(List.of(one), noted.fresh(TUESDAY, reader, List.of(one), "marks"), "kept after midnight");
    }

    @Test
    void itForgetsRatherThanGrows() {
        noted.fresh(MONDAY, reader, List.of(one), "marks");
        noted.keep(MONDAY, reader, List.of(one), "marks");
        var many = Stream.generate(UUID::randomUUID).limit(NotedToday.MOST).toList();
        noted.keep(MONDAY, reader, many, "marks");

        assertEquals(List.of(one), noted.fresh(MONDAY, reader, List.of(one), "marks"));
        assertEquals(List.of(), noted.fresh(MONDAY, reader, many, "marks"));
    }
}
