package vn.lopmo.assessment.interchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Imports of one person: nobody else's are there.
@ApplicationScoped
public class Imports implements PanacheRepositoryBase<PaperImport, UUID> {
    private static final int LATEST = 50;

    PaperImport get(Caller caller, UUID id) {
        return find("id = ?1 and ownerId = ?2 and schoolId = ?3", id, caller.id(), caller.schoolId())
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("not-found"));
    }

    /// Notes the time without taking a new revision: two questions saved at once do not collide.
    void saved(PaperImport paper, Instant now) {
        update("savedAt = ?1 where id = ?2", now, paper.id());
    }

    List<PaperImport> mine(Caller caller) {
        return find("ownerId = ?1 and schoolId = ?2 order by createdAt desc", caller.id(), caller.schoolId())
                .page(0, LATEST)
                .list();
    }
}
