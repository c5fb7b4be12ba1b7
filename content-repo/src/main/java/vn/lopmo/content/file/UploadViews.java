package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload as the one who began it sees it.
@ApplicationScoped
class UploadViews {
    private final Arrivals arrivals;
    private final Sentences sentences;

    UploadViews(Arrivals arrivals, Sentences sentences) {
        this.arrivals = arrivals;
        this.sentences = sentences;
    }

    /// @param size null while nobody knows
    /// @param problem a sentence
    record View(
            UUID id,
            String name,
            @Nullable Long size,
            long received,
            Uploads.State state,
            @Nullable String problem,
            @Nullable UUID materialId,
            @Nullable UUID fileId,
            @Nullable String source,
            Instant createdAt,
            Instant expiresAt) {}

    View of(Uploads.Incoming upload) {
        boolean done = upload.state() == Uploads.State.DONE;
        return new View(
                upload.id(),
                upload.name(),
                upload.size(),
                done && upload.size() != null ? upload.size() : arrivals.received(upload.id()),
                upload.state(),
                sentences.of(upload.problem()),
                upload.materialId(),
                done ? upload.id() : null,
                upload.source(),
                upload.createdAt(),
                upload.expiresAt());
    }
}
