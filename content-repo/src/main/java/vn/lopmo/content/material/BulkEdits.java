package vn.lopmo.content.material;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Changes to many drafts at once; each is its maker's.
@ApplicationScoped
class BulkEdits implements PanacheRepositoryBase<BulkEdit, UUID> {
    BulkEdit get(UUID id, Caller editor) {
        return find("id = ?1 and schoolId = ?2 and editorId = ?3", id, editor.schoolId(), editor.id())
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("bulk-edit-not-found"));
    }
}
