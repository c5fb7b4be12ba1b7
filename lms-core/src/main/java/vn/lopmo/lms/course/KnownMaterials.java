package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class KnownMaterials implements PanacheRepositoryBase<KnownMaterial, UUID> {
    List<KnownMaterial> ofIds(Collection<UUID> ids, UUID schoolId) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and schoolId = ?2", ids, schoolId);
    }
}
