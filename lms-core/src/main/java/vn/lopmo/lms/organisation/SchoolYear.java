package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;

/// One school year of one school, September to May.
@Entity
public class SchoolYear {
    /// From June on people prepare the year to come.
    private static final int FIRST_MONTH_OF_PREPARATION = 6;

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    /// `2026-2027`
    @Column
    private String name;

    @Column
    private LocalDate startsOn;

    @Column
    private LocalDate endsOn;

    protected SchoolYear() {}

    static SchoolYear of(UUID schoolId, LocalDate day, Instant now) {
        int first = firstCalendarYear(day);
        var year = new SchoolYear();
        year.id = Ids.next(now);
        year.schoolId = schoolId;
        year.name = nameOn(day);
        year.startsOn = LocalDate.of(first, 9, 1);
        year.endsOn = LocalDate.of(first + 1, 5, 31);
        return year;
    }

    /// The name of the school year that people work in on a day.
    public static String nameOn(LocalDate day) {
        int first = firstCalendarYear(day);
        return first + "-" + (first + 1);
    }

    public static int firstCalendarYear(LocalDate day) {
        return day.getMonthValue() >= FIRST_MONTH_OF_PREPARATION ? day.getYear() : day.getYear() - 1;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }
}
