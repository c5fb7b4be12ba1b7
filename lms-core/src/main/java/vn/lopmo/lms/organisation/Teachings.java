package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.platform.refusal.Refusal;

/// Who teaches what, where and when (phân công chuyên môn).
@ApplicationScoped
public class Teachings implements PanacheRepositoryBase<Teaching, UUID> {
    private final Memberships memberships;
    private final SchoolYears years;

    Teachings(Memberships memberships, SchoolYears years) {
        this.memberships = memberships;
        this.years = years;
    }

    /// Whether somebody teaches a subject in a class on a day. In a class for which the school has entered nothing,
    /// whoever is its teacher teaches everything.
    public boolean teaches(UUID teacherId, UUID classId, String subject, LocalDate on) {
        if (count("classId", classId) == 0) {
            return memberships.teaches(teacherId, classId);
        }
        return list(
                        "classId = ?1 and teacherId = ?2 and subject = ?3 and startsOn <= ?4"
                                + " and (endsOn is null or endsOn >= ?4)",
                        classId,
                        teacherId,
                        subject,
                        on)
                .stream()
                .anyMatch(each -> inTerm(each, on));
    }

    /// A term that is over by a day is not over for the holidays before the next one.
    private boolean inTerm(Teaching teaching, LocalDate on) {
        Integer term = teaching.term();
        return term == null
                || years.termAt(teaching.schoolYearId(), on)
                        .map(at -> at.number() == term)
                        .orElse(true);
    }

    /// All of somebody's that have not ended.
    public List<Teaching> ofTeacher(UUID teacherId) {
        return list("teacherId = ?1 and endsOn is null", teacherId);
    }

    /// What the school has entered for somebody and what holds on a day.
    public List<Teaching> heldOn(UUID teacherId, LocalDate on) {
        return list("teacherId = ?1 and startsOn <= ?2 and (endsOn is null or endsOn >= ?2)", teacherId, on).stream()
                .filter(each -> inTerm(each, on))
                .toList();
    }

    /// Whom the school has entered for a subject in a class, and who holds it on a day.
    public List<UUID> holding(UUID classId, String subject, LocalDate on) {
        return list(
                        "classId = ?1 and subject = ?2 and startsOn <= ?3 and (endsOn is null or endsOn >= ?3)",
                        classId,
                        subject,
                        on)
                .stream()
                .filter(each -> inTerm(each, on))
                .map(Teaching::teacherId)
                .distinct()
                .toList();
    }

    /// Those of some classes for which the school has entered nothing: there whoever is a teacher teaches everything.
    public Set<UUID> withoutAny(Collection<UUID> classIds) {
        var known =
                list("classId in ?1", classIds).stream().map(Teaching::classId).collect(Collectors.toSet());
        return classIds.stream().filter(each -> !known.contains(each)).collect(Collectors.toUnmodifiableSet());
    }

    /// All of a class that have not ended.
    public List<Teaching> ofClass(UUID classId) {
        return list("classId = ?1 and endsOn is null order by subject, term nulls first", classId);
    }

    /// All of a school year that have not ended.
    public List<Teaching> ofYear(UUID schoolYearId) {
        return list("schoolYearId = ?1 and endsOn is null", schoolYearId);
    }

    /// @throws Refusal.NotFound also if it is another school's
    Teaching get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("teaching-not-found"));
    }
}
