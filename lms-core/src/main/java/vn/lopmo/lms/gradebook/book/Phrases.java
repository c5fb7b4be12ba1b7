package vn.lopmo.lms.gradebook.book;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// The comments bank: a teacher's own phrases, the school's, and a few to begin with that the service ships.
@ApplicationScoped
public class Phrases {
    static final String PATH = "nhan-xet-mau.json";
    private static final String COLUMNS = "select id, owner_id, subject, band, code, text from remark_phrase";

    private final Rows rows;
    private final List<Phrase> shipped;

    Phrases(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.shipped = read(json);
    }

    /// @param id null for one that is shipped
    /// @param ownerId null for the school's
    /// @param subject null for all subjects
    /// @param band the least mark it fits: `9`, `7`, `5`, `0`; or a level; null for any
    /// @param code what the ministry's sheet calls it
    public record Phrase(
            @Nullable UUID id,
            @Nullable UUID ownerId,
            @Nullable String subject,
            @Nullable String band,
            @Nullable String code,
            String text) {}

    private static List<Phrase> read(ObjectMapper json) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var file = loader.getResourceAsStream(PATH)) {
            if (file == null) {
                throw new IllegalStateException(PATH + " is not on the class path");
            }
            return List.copyOf(json.readValue(file, new TypeReference<List<Phrase>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// One's own first, then the school's, then the shipped ones.
    public List<Phrase> of(UUID schoolId, UUID ownerId, @Nullable String subject) {
        var found = new ArrayList<>(rows.list(
                COLUMNS + " where school_id = ? and (owner_id is null or owner_id = ?)"
                        + " and (subject is null or ?::text is null or subject = ?::text)"
                        + " order by owner_id is null, band desc nulls last, created_at",
                Phrases::phrase,
                schoolId,
                ownerId,
                subject,
                subject));
        found.addAll(shipped);
        return found;
    }

    Optional<Phrase> find(UUID id, UUID schoolId) {
        return rows.first(COLUMNS + " where id = ? and school_id = ?", Phrases::phrase, id, schoolId);
    }

    int countOwn(UUID schoolId, UUID ownerId) {
        return rows.first(
                        "select count(*) from remark_phrase where school_id = ? and owner_id = ?",
                        row -> row.number(1),
                        schoolId,
                        ownerId)
                .orElse(0);
    }

    void add(UUID schoolId, Phrase phrase, Instant now) {
        rows.change(
                "insert into remark_phrase (id, school_id, owner_id, subject, band, code, text, created_at)"
                        + " values (?, ?, ?::uuid, ?::text, ?::text, ?::text, ?, ?)",
                phrase.id,
                schoolId,
                phrase.ownerId,
                phrase.subject,
                phrase.band,
                phrase.code,
                phrase.text,
                now);
    }

    void remove(UUID id) {
        rows.change("delete from remark_phrase where id = ?", id);
    }

    private static Phrase phrase(Row row) throws SQLException {
        return new Phrase(
                row.uuid(1), row.uuidOrNull(2), row.textOrNull(3), row.textOrNull(4), row.textOrNull(5), row.text(6));
    }
}
