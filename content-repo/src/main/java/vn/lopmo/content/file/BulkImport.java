package vn.lopmo.content.file;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// A list of materials on its way in: looked at row by row first, then applied, once or again.
@Entity
@Table(name = "bulk_import")
class BulkImport {
    enum State {
        PREVIEW,
        APPLYING,
        DONE
    }

    @Id
    private UUID id;

    private UUID schoolId;
    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BulkLine> lines;

    private boolean archive;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected BulkImport() {}

    /// @param archive whether a zip with the files came with it
    static BulkImport previewed(UUID id, Caller owner, List<BulkLine> lines, boolean archive, Instant now) {
        var list = new BulkImport();
        list.id = id;
        list.schoolId = owner.schoolId();
        list.ownerId = owner.id();
        list.state = State.PREVIEW;
        list.lines = List.copyOf(lines);
        list.archive = archive;
        list.createdAt = now;
        return list;
    }

    void begin() {
        if (state == State.APPLYING) {
            throw new Refusal.Conflict("bulk-running");
        }
        state = State.APPLYING;
    }

    void done(List<BulkLine> lines) {
        this.lines = List.copyOf(lines);
        state = State.DONE;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID ownerId() {
        return ownerId;
    }

    State state() {
        return state;
    }

    List<BulkLine> lines() {
        return lines;
    }

    boolean hasArchive() {
        return archive;
    }
}
