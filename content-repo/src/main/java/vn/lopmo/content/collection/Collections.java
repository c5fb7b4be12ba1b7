package vn.lopmo.content.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// The collections of all schools; everything asked here is of one school.
@ApplicationScoped
class Collections implements PanacheRepositoryBase<Collection, UUID> {
    Collection get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("collection-not-found"));
    }

    List<Collection> ofSchool(UUID schoolId) {
        return list("schoolId = ?1 order by place, id", schoolId);
    }

    List<Collection> childrenOf(UUID parentId) {
        return list("parentId = ?1 order by place, id", parentId);
    }

    /// Behind all the others.
    int nextPlace(UUID schoolId) {
        return (int) count("schoolId = ?1", schoolId);
    }
}
