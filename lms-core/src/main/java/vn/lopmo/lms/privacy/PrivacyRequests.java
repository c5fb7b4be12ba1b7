package vn.lopmo.lms.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class PrivacyRequests implements PanacheRepositoryBase<PrivacyRequest, UUID> {
    private static final int SHOWN = 500;

    /// @throws Refusal.NotFound also if it is another school's
    PrivacyRequest get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("privacy-request-not-found"));
    }

    /// The latest first.
    List<PrivacyRequest> of(UUID schoolId) {
        return find("schoolId = ?1 order by askedAt desc", schoolId)
                .page(0, SHOWN)
                .list();
    }

    List<PrivacyRequest> about(UUID subjectId) {
        return list("subjectId = ?1 order by askedAt desc", subjectId);
    }
}
