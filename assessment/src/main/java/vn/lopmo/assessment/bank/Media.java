package vn.lopmo.assessment.bank;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// The pictures of a school's questions.
@ApplicationScoped
public class Media implements PanacheRepositoryBase<Medium, UUID> {
    Medium get(Caller caller, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, caller.schoolId())
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("not-found"));
    }
}
