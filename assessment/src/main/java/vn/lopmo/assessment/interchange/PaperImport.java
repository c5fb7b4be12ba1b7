package vn.lopmo.assessment.interchange;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.ItemJson;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A paper from another program between the upload and the bank. It belongs to the person who sent it.
@Entity
public class PaperImport {
    @Id
    private UUID id;

    private UUID schoolId;
    private UUID ownerId;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String subject;
    private @Nullable Integer grade;

    @Basic(fetch = FetchType.LAZY)
    @ColumnTransformer(write = "?::jsonb")
    private String source;

    private Instant createdAt;
    private Instant savedAt;

    @Version
    private int revision;

    enum State {
        REVIEW,
        IN_BANK
    }

    /// A block of the file as rich text; `question` is the one it was read into.
    record Source(String id, String html, @Nullable Integer question) {}

    @NullUnmarked
    protected PaperImport() {}

    private PaperImport(Caller owner, String fileName, FileHints hints, List<Source> source, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = owner.schoolId();
        this.ownerId = owner.id();
        this.fileName = fileName;
        this.state = State.REVIEW;
        this.subject = hints.subject();
        this.grade = hints.grade();
        this.source = ItemJson.write(source);
        this.createdAt = now;
        this.savedAt = now;
    }

    static PaperImport of(Caller owner, String fileName, List<Source> source, Instant now) {
        return new PaperImport(owner, fileName, FileHints.of(fileName), source, now);
    }

    void mustBeOpen() {
        if (state != State.REVIEW) {
            throw new Refusal.Conflict("import-in-bank");
        }
    }

    /// Everything of it is in the bank now; it stays as a record of where the questions came from.
    void close(String ofSubject, @Nullable Integer ofGrade, Instant now) {
        mustBeOpen();
        state = State.IN_BANK;
        subject = ofSubject;
        grade = ofGrade;
        savedAt = now;
    }

    UUID id() {
        return id;
    }

    String fileName() {
        return fileName;
    }

    State state() {
        return state;
    }

    @Nullable
    String subject() {
        return subject;
    }

    @Nullable
    Integer grade() {
        return grade;
    }

    List<Source> source() {
        return List.of(ItemJson.read(source, Source[].class));
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant savedAt() {
        return savedAt;
    }
}
