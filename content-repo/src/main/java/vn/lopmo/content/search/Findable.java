package vn.lopmo.content.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Metadata;

/// A published material as the index is told of it.
///
/// @param audience the tokens that open it
/// @param pages of its files, in order; read while they are taken, so that no long book is ever held whole
record Findable(
        UUID id,
        UUID schoolId,
        int version,
        Metadata metadata,
        Set<String> audience,
        @Nullable Instant from,
        @Nullable Instant until,
        Instant publishedAt,
        List<Attachment> files,
        Supplier<Stream<FilePages.Text>> pages) {
    boolean isForATime() {
        return from != null || until != null;
    }
}
