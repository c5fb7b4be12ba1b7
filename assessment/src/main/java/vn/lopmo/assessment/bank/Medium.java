package vn.lopmo.assessment.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;

/// A picture in questions. Its bytes lie in the S3 store under its school and id, and never change.
@Entity
@Immutable
public class Medium {
    @Id
    private UUID id;

    private UUID schoolId;
    private String mediaType;
    private long size;
    private int width;
    private int height;
    private UUID createdBy;
    private Instant createdAt;

    @NullUnmarked
    protected Medium() {}

    private Medium(ImageKind kind, long size, Caller author, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = author.schoolId();
        this.mediaType = kind.mediaType();
        this.size = size;
        this.width = kind.width();
        this.height = kind.height();
        this.createdBy = author.id();
        this.createdAt = now;
    }

    static Medium of(ImageKind kind, long size, Caller author, Instant now) {
        return new Medium(kind, size, author, now);
    }

    public UUID id() {
        return id;
    }

    /// Where browsers find it.
    public String url() {
        return "/api/assessment/media/" + id;
    }

    String path() {
        return "media/" + schoolId + "/" + id;
    }

    String mediaType() {
        return mediaType;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
