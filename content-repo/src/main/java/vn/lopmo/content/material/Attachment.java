package vn.lopmo.content.material;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A material's file as people see it. `problem` is a sentence in their language, or null.
///
/// @param language of a subtitle
public record Attachment(
        UUID id,
        FileKind kind,
        @Nullable String language,
        String name,
        long size,
        String mediaType,
        String sha256,
        String state,
        @Nullable String problem,
        @Nullable Integer pages) {
    /// As it stands in a version, whatever became of it since.
    Attachment at(FilePlace place) {
        return new Attachment(id, place.kind(), place.language(), name, size, mediaType, sha256, state, problem, pages);
    }
}
