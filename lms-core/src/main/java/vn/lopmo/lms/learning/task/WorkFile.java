package vn.lopmo.lms.learning.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// Something that a learner handed in: a photograph of his exercise book, a recording, a document. Sent before the
/// work itself; it belongs to no work until that came.
@Entity
class WorkFile {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID taskId;

    @Column
    private UUID learnerId;

    @Column
    private UUID sentAs;

    private @Nullable UUID workId;

    @Column
    private int place;

    @Column
    @Enumerated(EnumType.STRING)
    private WorkKind kind;

    @Column
    private String name;

    @Column
    private String mediaType;

    @Column
    private long size;

    @Column
    private int width;

    @Column
    private int height;

    /// That can carry remarks; null: not counted yet.
    private @Nullable Integer pages;

    @Column
    private Instant addedAt;

    protected WorkFile() {}

    WorkFile(Task task, UUID learnerId, UUID sentAs, String name, WorkFileType type, long size, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = task.schoolId();
        this.taskId = task.id();
        this.learnerId = learnerId;
        this.sentAs = sentAs;
        this.kind = type.kind();
        this.name = name;
        this.mediaType = type.mediaType();
        this.size = size;
        this.width = type.width();
        this.height = type.height();
        this.pages = type.pages();
        this.addedAt = now;
    }

    void havePages(int counted) {
        pages = counted;
    }

    void belongTo(TaskWork work, int at) {
        workId = work.id();
        place = at;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID sentAs() {
        return sentAs;
    }

    @Nullable
    UUID workId() {
        return workId;
    }

    WorkKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    long size() {
        return size;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    @Nullable
    Integer pages() {
        return pages;
    }

    Instant addedAt() {
        return addedAt;
    }

    /// The name of its bytes in the store.
    String objectName() {
        return "work/" + schoolId + "/" + id;
    }
}
