package vn.lopmo.lms.notice.announcement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class Announcements implements PanacheRepositoryBase<Announcement, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    Announcement get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("announcement-not-found"));
    }

    /// Held until the transaction ends.
    Announcement getToChange(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("announcement-not-found"));
    }

    Optional<Announcement> findSent(UUID ownerId, UUID sentAs) {
        return find("ownerId = ?1 and sentAs = ?2", ownerId, sentAs).firstResultOptional();
    }
}
