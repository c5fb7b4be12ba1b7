package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// One of the two terms of a school year. Both days belong to it.
@Entity
public class Term {
    @Id
    private UUID id;

    @Column
    private UUID schoolYearId;

    @Column
    private int number;

    @Column
    private LocalDate startsOn;

    @Column
    private LocalDate endsOn;

    protected Term() {}

    /// The days of the ministry's frame (usually 5 September to mid January, then to the end of May), until the school
    /// enters its own.
    static Term usual(UUID schoolYearId, int number, int firstCalendarYear, Instant now) {
        var term = new Term();
        term.id = Ids.next(now);
        term.schoolYearId = schoolYearId;
        term.number = number;
        term.startsOn =
                number == 1 ? LocalDate.of(firstCalendarYear, 9, 5) : LocalDate.of(firstCalendarYear + 1, 1, 16);
        term.endsOn =
                number == 1 ? LocalDate.of(firstCalendarYear + 1, 1, 15) : LocalDate.of(firstCalendarYear + 1, 5, 31);
        return term;
    }

    /// @throws Refusal.Invalid if it would end before it starts
    void last(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new Refusal.Invalid("term-days-wrong");
        }
        startsOn = from;
        endsOn = to;
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    public UUID id() {
        return id;
    }

    public UUID schoolYearId() {
        return schoolYearId;
    }

    /// 1 or 2.
    public int number() {
        return number;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }
}
