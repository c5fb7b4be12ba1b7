package vn.lopmo.content.packages;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// All goes at packages.
@ApplicationScoped
class PackageAttempts implements PanacheRepositoryBase<PackageAttempt, UUID> {
    private static final int MOST = 2_000;

    Optional<PackageAttempt> findLast(UUID fileId, UUID learnerId) {
        return find("fileId = ?1 and learnerId = ?2 order by number desc", fileId, learnerId)
                .firstResultOptional();
    }

    /// Held until the transaction ends: two tabs may save at once.
    PackageAttempt getToChange(UUID fileId, UUID learnerId, int number) {
        return find("fileId = ?1 and learnerId = ?2 and number = ?3", fileId, learnerId, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("attempt-not-found"));
    }

    /// All that have anything saved in them, newest first.
    List<PackageAttempt> of(UUID fileId, UUID schoolId) {
        return find("fileId = ?1 and schoolId = ?2 and savedAt is not null order by begunAt desc", fileId, schoolId)
                .page(0, MOST)
                .list();
    }

    List<PackageAttempt> of(UUID fileId, UUID schoolId, Set<UUID> learners) {
        var query = "fileId = ?1 and schoolId = ?2 and learnerId in ?3 and savedAt is not null order by begunAt desc";
        return learners.isEmpty()
                ? List.of()
                : find(query, fileId, schoolId, learners).page(0, MOST).list();
    }
}
