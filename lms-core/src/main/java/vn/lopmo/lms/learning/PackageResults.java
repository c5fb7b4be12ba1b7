package vn.lopmo.lms.learning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PackageResults implements PanacheRepositoryBase<PackageResult, UUID> {
    Optional<PackageResult> find(UUID learnerId, UUID materialId) {
        return find("learnerId = ?1 and materialId = ?2", learnerId, materialId).firstResultOptional();
    }

    List<PackageResult> of(UUID learnerId, Collection<UUID> materialIds) {
        return materialIds.isEmpty() ? List.of() : list("learnerId = ?1 and materialId in ?2", learnerId, materialIds);
    }

    List<PackageResult> of(Collection<UUID> learnerIds, Collection<UUID> materialIds) {
        return materialIds.isEmpty() || learnerIds.isEmpty()
                ? List.of()
                : list("learnerId in ?1 and materialId in ?2", learnerIds, materialIds);
    }

    Set<UUID> completedBy(UUID learnerId, Collection<UUID> materialIds) {
        return of(learnerId, materialIds).stream()
                .filter(PackageResult::completed)
                .map(PackageResult::materialId)
                .collect(Collectors.toSet());
    }
}
