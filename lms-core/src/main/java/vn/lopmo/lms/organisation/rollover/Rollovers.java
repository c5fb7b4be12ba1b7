package vn.lopmo.lms.organisation.rollover;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class Rollovers implements PanacheRepositoryBase<Rollover, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    Rollover get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("rollover-not-found"));
    }

    /// The latest first.
    List<Rollover> of(UUID schoolId) {
        return list("schoolId = ?1 order by madeAt desc", schoolId);
    }
}
