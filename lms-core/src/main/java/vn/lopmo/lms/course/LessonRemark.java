package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// What somebody says about a lesson in review, at one of its blocks or to the whole. Never changed.
@Entity
@Immutable
class LessonRemark {
    @Id
    private UUID id;

    @Column
    private UUID reviewId;

    private @Nullable String blockId;

    @Column
    private String text;

    @Column
    private UUID writtenBy;

    @Column
    private Instant writtenAt;

    protected LessonRemark() {}

    LessonRemark(UUID reviewId, @Nullable String blockId, String text, UUID by, Instant now) {
        this.id = Ids.next(now);
        this.reviewId = reviewId;
        this.blockId = blockId;
        this.text = VietnameseText.tidy(text);
        this.writtenBy = by;
        this.writtenAt = now;
    }

    UUID id() {
        return id;
    }

    UUID reviewId() {
        return reviewId;
    }

    @Nullable
    String blockId() {
        return blockId;
    }

    String text() {
        return text;
    }

    UUID writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
