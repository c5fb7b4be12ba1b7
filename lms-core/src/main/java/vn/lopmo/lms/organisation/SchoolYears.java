package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

@ApplicationScoped
public class SchoolYears implements PanacheRepositoryBase<SchoolYear, UUID> {
    public SchoolYear get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Refusal.NotFound("not-found"));
    }

    /// The year that the school works in; opened when the first thing of a new year happens.
    public SchoolYear currentOrOpen(UUID schoolId, Instant now) {
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        return find("schoolId = ?1 and name = ?2", schoolId, SchoolYear.nameOn(today))
                .firstResultOptional()
                .orElseGet(() -> open(schoolId, today, now));
    }

    private SchoolYear open(UUID schoolId, LocalDate today, Instant now) {
        var year = SchoolYear.of(schoolId, today, now);
        persist(year);
        return year;
    }
}
