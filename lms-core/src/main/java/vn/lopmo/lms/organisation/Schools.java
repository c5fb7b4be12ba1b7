package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class Schools implements PanacheRepositoryBase<School, UUID> {
    /// The one that the install was set up with.
    public School first() {
        return find("order by createdAt, id")
                .page(0, 1)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("school-not-found"));
    }

    List<School> byName(int most) {
        return find("order by name, id").page(0, most).list();
    }

    public School get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Refusal.NotFound("school-not-found"));
    }
}
