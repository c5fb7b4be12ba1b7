package vn.lopmo.content.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// What reviewers wrote.
@ApplicationScoped
class Remarks implements PanacheRepositoryBase<Remark, UUID> {
    List<Remark> of(UUID materialId) {
        return list("materialId = ?1 order by id", materialId);
    }

    Remark get(UUID id, UUID materialId) {
        return find("id = ?1 and materialId = ?2", id, materialId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("remark-not-found"));
    }
}
