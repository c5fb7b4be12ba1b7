package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Files on their way in. How much of one has come is not written here: its length in the folder of arrivals says it.
@ApplicationScoped
class Uploads {
    private static final String COLUMNS = "id, school_id, owner_id, name, size, material_id, replaces, source, state,"
            + " problem, created_at, expires_at";

    private final Rows rows;

    Uploads(Rows rows) {
        this.rows = rows;
    }

    enum State {
        OPEN,
        DONE,
        FAILED
    }

    /// @param size null while it is not known
    /// @param materialId where it goes, or where it went; null before that for a new draft
    record Incoming(
            UUID id,
            UUID schoolId,
            UUID ownerId,
            String name,
            @Nullable Long size,
            @Nullable UUID materialId,
            @Nullable UUID replaces,
            @Nullable String source,
            State state,
            @Nullable String problem,
            Instant createdAt,
            Instant expiresAt) {
        private static Incoming of(ResultSet row) throws SQLException {
            return new Incoming(
                    row.getObject("id", UUID.class),
                    row.getObject("school_id", UUID.class),
                    row.getObject("owner_id", UUID.class),
                    row.getString("name"),
                    row.getObject("size", Long.class),
                    row.getObject("material_id", UUID.class),
                    row.getObject("replaces", UUID.class),
                    row.getString("source"),
                    State.valueOf(row.getString("state")),
                    row.getString("problem"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant());
        }
    }

    void add(Incoming upload) {
        rows.update(
                "insert into upload (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                upload.id(),
                upload.schoolId(),
                upload.ownerId(),
                upload.name(),
                upload.size(),
                upload.materialId(),
                upload.replaces(),
                upload.source(),
                upload.state().name(),
                upload.problem(),
                Timestamp.from(upload.createdAt()),
                Timestamp.from(upload.expiresAt()));
    }

    /// Of the caller alone: nobody else goes on with what he began.
    Incoming get(UUID id, Caller who) {
        return rows.find(
                        "select " + COLUMNS + " from upload where id = ? and school_id = ? and owner_id = ?",
                        Incoming::of,
                        id,
                        who.schoolId(),
                        who.id())
                .orElseThrow(() -> new Refusal.NotFound("upload-not-found"));
    }

    List<Incoming> unfinishedOf(Caller who) {
        return rows.query(
                "select " + COLUMNS + " from upload where school_id = ? and owner_id = ? and state <> 'DONE'"
                        + " order by created_at",
                Incoming::of,
                who.schoolId(),
                who.id());
    }

    List<Incoming> openFromLinks() {
        return rows.query(
                "select " + COLUMNS + " from upload where state = 'OPEN' and source is not null order by created_at",
                Incoming::of);
    }

    /// What is still open is held so that it becomes a file once.
    boolean lockOpen(UUID id) {
        return rows.find("select 1 from upload where id = ? and state = 'OPEN' for update", row -> true, id)
                .isPresent();
    }

    /// Where a finished upload went.
    Optional<UUID> materialOf(UUID id) {
        return rows.find(
                "select material_id from upload where id = ? and state = 'DONE'",
                row -> row.getObject(1, UUID.class),
                id);
    }

    void became(UUID id, UUID materialId) {
        rows.update("update upload set state = 'DONE', material_id = ? where id = ?", materialId, id);
    }

    void describe(UUID id, String name, @Nullable Long size) {
        rows.update("update upload set name = ?, size = ? where id = ?", name, size, id);
    }

    void fail(UUID id, String slug) {
        rows.update("update upload set state = 'FAILED', problem = ? where id = ? and state = 'OPEN'", slug, id);
    }

    void remove(UUID id) {
        rows.update("delete from upload where id = ? and state <> 'DONE'", id);
    }

    /// @return those whose bytes may go
    List<UUID> removeExpired(Instant now) {
        return rows.query(
                "delete from upload where expires_at < ? returning id",
                row -> row.getObject(1, UUID.class),
                Timestamp.from(now));
    }

    /// Whether anything still needs the bytes that lie under that id.
    boolean isWanted(UUID id) {
        return rows.find("""
                        select 1 from upload where id = ? and state = 'OPEN'
                        union all select 1 from stored_file where id = ? and not checked
                            and problem is distinct from 'file-infected'
                        union all select 1 from bulk_import where id = ? and archive and created_at > now() - interval '30 days'""", row -> true, id, id, id).isPresent();
    }
}
