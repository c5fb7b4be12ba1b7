package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class SchoolClasses implements PanacheRepositoryBase<SchoolClass, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    public SchoolClass get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("class-not-found"));
    }

    public List<SchoolClass> of(UUID schoolYearId) {
        return list("schoolYearId = ?1 order by grade, name", schoolYearId);
    }

    public List<SchoolClass> ofIds(Collection<UUID> ids, UUID schoolId) {
        return list("id in ?1 and schoolId = ?2 order by grade, name", ids, schoolId);
    }

    public Optional<SchoolClass> findNamed(UUID schoolYearId, String name) {
        return find("schoolYearId = ?1 and lower(name) = lower(?2)", schoolYearId, name)
                .firstResultOptional();
    }

    /// The homeroom teacher of a class.
    public Optional<UUID> homeroomOf(UUID classId) {
        return findByIdOptional(classId).map(SchoolClass::homeroomTeacherId);
    }

    /// The classes whose homeroom teacher somebody is, of all years.
    public List<SchoolClass> homeroomsOf(UUID teacherId) {
        return list("homeroomTeacherId = ?1 order by grade, name", teacherId);
    }
}
