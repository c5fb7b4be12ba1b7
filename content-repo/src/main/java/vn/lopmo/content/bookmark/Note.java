package vn.lopmo.content.bookmark;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FileAccess;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;

/// What somebody wrote for himself beside a page.
@Entity
@Table(name = "reading_note")
class Note {
    /// @param n the page; of a film or a recording, the second
    /// @param quote the words it is about
    record Words(int n, @Nullable String quote, String text) {}

    @Id
    private UUID id;

    private UUID personId;
    private UUID schoolId;
    private UUID fileId;
    private UUID materialId;
    private int n;
    private @Nullable String quote;
    private String text;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Note() {}

    static Note written(Caller person, FileAccess.Readable file, Words words, Instant now) {
        var note = new Note();
        note.id = Ids.next(now);
        note.personId = person.id();
        note.schoolId = person.schoolId();
        note.fileId = file.id();
        note.materialId = file.materialId();
        note.n = words.n;
        note.quote = words.quote;
        note.text = words.text;
        note.createdAt = now;
        note.updatedAt = now;
        return note;
    }

    void rewrite(String words, Instant now) {
        text = words;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID fileId() {
        return fileId;
    }

    UUID materialId() {
        return materialId;
    }

    int n() {
        return n;
    }

    @Nullable
    String quote() {
        return quote;
    }

    String text() {
        return text;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
