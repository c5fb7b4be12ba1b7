package vn.lopmo.content.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Lists that librarians brought in.
@ApplicationScoped
class BulkImports implements PanacheRepositoryBase<BulkImport, UUID> {
    BulkImport get(UUID id, Caller who) {
        return find("id = ?1 and schoolId = ?2 and ownerId = ?3", id, who.schoolId(), who.id())
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("bulk-not-found"));
    }

    List<UUID> interrupted() {
        return list("state", BulkImport.State.APPLYING).stream()
                .map(BulkImport::id)
                .toList();
    }
}
