package vn.lopmo.content.material;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// The materials of all schools; everything asked here is of one school.
@ApplicationScoped
public class Materials implements PanacheRepositoryBase<Material, UUID> {
    private static final int LONGEST_QUEUE = 500;

    public Material get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("material-not-found"));
    }

    /// For the work that nobody waits for: of any school.
    public Optional<Material> findOfAnySchool(UUID id) {
        return findByIdOptional(id);
    }

    /// All that readers may find, by id, for an index that is made anew.
    public List<UUID> allPublished() {
        return getEntityManager()
                .createQuery("select id from Material where state = :state order by id", UUID.class)
                .setParameter("state", Material.State.PUBLISHED)
                .getResultList();
    }

    public List<Material> ofSchool(Collection<UUID> ids, UUID schoolId) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and schoolId = ?2", ids, schoolId);
    }

    /// Five hundred a page, the last touched first.
    List<Material> queue(UUID schoolId, Material.State state, @Nullable UUID ownerId, int page) {
        return onShelf(schoolId, state, ownerId).page(page, LONGEST_QUEUE).list();
    }

    long waiting(UUID schoolId, Material.State state, @Nullable UUID ownerId) {
        return onShelf(schoolId, state, ownerId).count();
    }

    private PanacheQuery<Material> onShelf(UUID schoolId, Material.State state, @Nullable UUID ownerId) {
        var newest = Sort.descending("updatedAt").and("id");
        return ownerId == null
                ? find("schoolId = ?1 and state = ?2", newest, schoolId, state)
                : find("schoolId = ?1 and state = ?2 and ownerId = ?3", newest, schoolId, state, ownerId);
    }
}
