package vn.lopmo.content.file;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.FileKind;

/// A file of a material. Its bytes never change; a better one is another file, and this one is then no longer
/// `current`.
@Entity
@Table(name = "stored_file")
class StoredFile {
    enum State {
        RECEIVED,
        READING,
        READY,
        FAILED
    }

    /// Behind those that were put into an order.
    private static final int LAST = Integer.MAX_VALUE;

    @Id
    private UUID id;

    private UUID schoolId;
    private UUID materialId;
    private String name;
    private long size;
    private String mediaType;
    /// Null until it was hashed and kept in the store.
    private @Nullable String sha256;

    @Enumerated(EnumType.STRING)
    private State state;

    /// The slug of what went wrong.
    private @Nullable String problem;

    private @Nullable Integer pages;

    /// The hash of a small picture of it.
    private @Nullable String thumbnail;

    /// Whether nothing bad was found in it; its bytes are given to nobody before.
    private boolean checked;

    /// The file that brought the same bytes in first.
    private @Nullable UUID duplicateOf;

    private boolean current;

    /// What it is to the draft, and where it stands in it; versions keep their own.
    @Enumerated(EnumType.STRING)
    private FileKind kind;

    private int place;
    private @Nullable String language;
    private int tries;
    private Instant createdAt;
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected StoredFile() {}

    /// @param id under which its bytes lie in the folder of arrivals
    static StoredFile received(UUID id, UUID schoolId, UUID materialId, Upload upload, Instant now) {
        var file = new StoredFile();
        file.id = id;
        file.schoolId = schoolId;
        file.materialId = materialId;
        file.name = upload.name();
        file.size = upload.size();
        file.mediaType = upload.mediaType();
        file.state = State.RECEIVED;
        file.current = true;
        file.kind = MediaTypes.isSubtitle(upload.mediaType()) ? FileKind.SUBTITLE : FileKind.CONTENT;
        file.language = file.kind == FileKind.SUBTITLE ? FileNames.language(upload.name()) : null;
        file.place = LAST;
        file.createdAt = now;
        return file;
    }

    /// Sent through the chain once more, from the step that failed.
    void again() {
        state = State.RECEIVED;
        problem = null;
        tries = 0;
    }

    /// Leaves the draft; published versions that hold it keep it.
    void retire() {
        current = false;
    }

    void takePlaceOf(StoredFile old) {
        put(old.place, old.kind, old.language);
    }

    void put(int place, FileKind kind, @Nullable String language) {
        this.place = place;
        this.kind = kind;
        this.language = language;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID materialId() {
        return materialId;
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    String mediaType() {
        return mediaType;
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    /// The hash of its bytes, which are in the store.
    String content() {
        return Objects.requireNonNull(sha256, "not kept yet");
    }

    State state() {
        return state;
    }

    FileKind kind() {
        return kind;
    }

    @Nullable
    String language() {
        return language;
    }

    @Nullable
    String problem() {
        return problem;
    }

    @Nullable
    Integer pages() {
        return pages;
    }

    @Nullable
    String thumbnail() {
        return thumbnail;
    }

    boolean isChecked() {
        return checked;
    }

    @Nullable
    UUID duplicateOf() {
        return duplicateOf;
    }
}
