package vn.lopmo.content.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// The history of all reviews: only ever added to.
@ApplicationScoped
class ReviewLog implements PanacheRepositoryBase<Step, UUID> {
    List<Step> of(UUID materialId) {
        return list("materialId = ?1 order by id", materialId);
    }
}
