package vn.lopmo.content.material;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// One change to many drafts, with what stood there before: kept so that it can be taken back.
@Entity
@Table(name = "bulk_edit")
public class BulkEdit {
    /// @param revision that the change left behind; where somebody has saved since, his work is not undone
    public record Before(UUID materialId, int revision, Metadata metadata) {}

    @Id
    private UUID id;

    private UUID schoolId;
    private UUID editorId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Before> before;

    private Instant madeAt;
    private @Nullable Instant undoneAt;

    @SuppressWarnings("NullAway.Init")
    protected BulkEdit() {}

    static BulkEdit of(UUID schoolId, UUID editorId, List<Before> before, Instant now) {
        var edit = new BulkEdit();
        edit.id = Ids.next(now);
        edit.schoolId = schoolId;
        edit.editorId = editorId;
        edit.before = List.copyOf(before);
        edit.madeAt = now;
        return edit;
    }

    /// @throws Refusal.Conflict if it was taken back before
    List<Before> undo(Instant now) {
        if (undoneAt != null) {
            throw new Refusal.Conflict("bulk-edit-undone");
        }
        undoneAt = now;
        return before;
    }

    public UUID id() {
        return id;
    }
}
