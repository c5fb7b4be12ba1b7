package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.lopmo.platform.id.Ids;

/// A picture that lessons may show. Never changed; the bytes lie in the S3 store.
@Entity
@Immutable
class Media {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private String mediaType;

    @Column
    private long size;

    @Column
    private int width;

    @Column
    private int height;

    @Column
    private UUID addedBy;

    @Column
    private Instant addedAt;

    protected Media() {}

    Media(UUID schoolId, UUID by, PictureHeader header, long size, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = schoolId;
        this.mediaType = header.mediaType();
        this.size = size;
        this.width = header.width();
        this.height = header.height();
        this.addedBy = by;
        this.addedAt = now;
    }

    UUID id() {
        return id;
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

    /// The name of its bytes in the store.
    String objectName() {
        return "media/" + schoolId + "/" + id;
    }
}
