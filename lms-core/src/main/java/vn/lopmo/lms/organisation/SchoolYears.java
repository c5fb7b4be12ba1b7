package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

@ApplicationScoped
public class SchoolYears implements PanacheRepositoryBase<SchoolYear, UUID> {
    private final Terms terms;

    SchoolYears(Terms terms) {
        this.terms = terms;
    }

    public SchoolYear get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Refusal.NotFound("not-found"));
    }

    /// @throws Refusal.NotFound also if it is another school's
    public SchoolYear get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("school-year-not-found"));
    }

    /// The latest one first.
    public List<SchoolYear> of(UUID schoolId) {
        return list("schoolId = ?1 order by startsOn desc", schoolId);
    }

    /// The term that a day is in; none in the holidays.
    public Optional<Term> termAt(UUID schoolYearId, LocalDate day) {
        return terms.of(schoolYearId).stream().filter(term -> term.has(day)).findFirst();
    }

    /// As the school has entered its terms.
    public LocalDate lastDayOfLessons(UUID schoolYearId) {
        return terms.of(schoolYearId).getLast().endsOn();
    }

    /// The year that the school works in; opened when the first thing of a new year happens.
    public SchoolYear currentOrOpen(UUID schoolId, Instant now) {
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        return find("schoolId = ?1 and name = ?2", schoolId, SchoolYear.nameOn(today))
                .firstResultOptional()
                .orElseGet(() -> open(schoolId, today, now));
    }

    /// The year after another; opened if it is not there.
    public SchoolYear after(SchoolYear year, Instant now) {
        var day = year.startsOn().plusYears(1);
        return find("schoolId = ?1 and name = ?2", year.schoolId(), SchoolYear.nameOn(day))
                .firstResultOptional()
                .orElseGet(() -> open(year.schoolId(), day, now));
    }

    private SchoolYear open(UUID schoolId, LocalDate day, Instant now) {
        var year = SchoolYear.of(schoolId, day, now);
        persist(year);
        int first = SchoolYear.firstCalendarYear(day);
        terms.persist(Term.usual(year.id(), 1, first, now), Term.usual(year.id(), 2, first, now));
        return year;
    }
}
