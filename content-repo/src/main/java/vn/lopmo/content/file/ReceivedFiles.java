package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files on their way through the quick steps. In plain SQL, and always in the caller's transaction.
@ApplicationScoped
class ReceivedFiles {
    /// A file that brought the child down so often is given up.
    static final int MOST_TRIES = 2;

    private final Rows rows;

    ReceivedFiles(Rows rows) {
        this.rows = rows;
    }

    record Claimed(
            UUID id,
            UUID schoolId,
            UUID materialId,
            String name,
            long size,
            String mediaType,
            @Nullable String sha256,
            boolean checked,
            int tries) {
        private static Claimed of(ResultSet row) throws SQLException {
            return new Claimed(
                    row.getObject("id", UUID.class),
                    row.getObject("school_id", UUID.class),
                    row.getObject("material_id", UUID.class),
                    row.getString("name"),
                    row.getLong("size"),
                    row.getString("media_type"),
                    row.getString("sha256"),
                    row.getBoolean("checked"),
                    row.getInt("tries"));
        }
    }

    /// What was being read when the service died is read again.
    void takeUpInterrupted() {
        rows.update("update stored_file set state = 'RECEIVED' where state = 'READING'");
    }

    /// The oldest few, together no larger than `bytes` unless it is one alone.
    List<Claimed> claim(int most, long bytes) {
        var found = rows.query(
                "select * from stored_file where state = 'RECEIVED' order by created_at limit " + most
                        + " for update skip locked",
                Claimed::of);
        var taken = new ArrayList<Claimed>();
        long sum = 0;
        for (var file : found) {
            sum += file.size();
            if (!taken.isEmpty() && sum > bytes) {
                break;
            }
            taken.add(file);
        }
        rows.batch("update stored_file set state = 'READING' where id = ?", taken, file -> new Object[] {file.id()});
        return taken;
    }

    void handBack(List<Claimed> files, int tries) {
        rows.batch(
                "update stored_file set state = 'RECEIVED', tries = tries + ? where id = ? and state = 'READING'",
                files,
                file -> new Object[] {tries, file.id()});
    }

    /// The file of that school that brought these bytes in first, if it is not this one.
    Optional<UUID> findSame(Claimed file, String sha256) {
        return rows.find(
                "select id from stored_file where school_id = ? and sha256 = ? and id <> ? and checked"
                        + " order by created_at limit 1",
                row -> row.getObject(1, UUID.class),
                file.schoolId(),
                sha256,
                file.id());
    }

    /// Hashed, scanned and in the store.
    void kept(Claimed file, String sha256, @Nullable UUID duplicateOf) {
        rows.update(
                "update stored_file set sha256 = ?, checked = true, duplicate_of = ? where id = ?",
                sha256,
                duplicateOf,
                file.id());
    }

    /// The school keeps so much more.
    void countIn(Claimed file) {
        rows.update(
                "insert into school_storage (school_id, bytes) values (?, ?)"
                        + " on conflict (school_id) do update set bytes = school_storage.bytes + excluded.bytes",
                file.schoolId(),
                file.size());
    }

    void ready(Claimed file, int pages, @Nullable String thumbnail, Instant now) {
        rows.update(
                "update stored_file set state = 'READY', problem = null, pages = nullif(?, 0),"
                        + " thumbnail = coalesce(?, thumbnail), read_at = ? where id = ?",
                pages,
                thumbnail,
                Timestamp.from(now),
                file.id());
    }

    void failed(Claimed file, String slug, Instant now) {
        rows.update(
                "update stored_file set state = 'FAILED', problem = ?, read_at = ? where id = ?",
                slug,
                Timestamp.from(now),
                file.id());
    }
}
