package vn.lopmo.content.material;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was published, for ever.
@ApplicationScoped
public class MaterialVersions implements PanacheRepositoryBase<MaterialVersion, UUID> {
    /// The version that readers see now; none of a draft or a withdrawn material.
    public Optional<MaterialVersion> findPublished(Material material) {
        if (material.state() != Material.State.PUBLISHED) {
            return Optional.empty();
        }
        return find("materialId = ?1 and version = ?2", material.id(), material.publishedVersion())
                .firstResultOptional();
    }

    public Optional<MaterialVersion> findVersion(UUID materialId, int version) {
        return find("materialId = ?1 and version = ?2", materialId, version).firstResultOptional();
    }

    /// The last that was published, also of a material that was withdrawn since.
    public Optional<MaterialVersion> findNewest(Material material) {
        return Optional.ofNullable(material.publishedVersion()).flatMap(number -> findVersion(material.id(), number));
    }

    /// From the first to the newest.
    public List<MaterialVersion> of(UUID materialId) {
        return list("materialId = ?1 order by version", materialId);
    }
}
