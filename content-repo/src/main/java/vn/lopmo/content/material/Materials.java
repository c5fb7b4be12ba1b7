package vn.lopmo.content.material;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

    List<Material> queue(UUID schoolId, Material.State state, @Nullable UUID ownerId) {
        var query = ownerId == null
                ? find("schoolId = ?1 and state = ?2 order by updatedAt desc", schoolId, state)
                : find(
                        "schoolId = ?1 and state = ?2 and ownerId = ?3 order by updatedAt desc",
                        schoolId,
                        state,
                        ownerId);
        return query.page(0, LONGEST_QUEUE).list();
    }
}
