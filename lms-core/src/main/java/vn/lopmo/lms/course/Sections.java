package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class Sections implements PanacheRepositoryBase<Section, UUID> {
    Section get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Refusal.NotFound("section-not-found"));
    }

    public List<Section> of(UUID courseId) {
        return list("courseId = ?1 order by position, createdAt", courseId);
    }
}
