package vn.lopmo.content.material;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file in its place in a version: the order of a list of these is the order in which readers see them.
///
/// @param language of a subtitle, ISO 639-1
public record FilePlace(UUID id, FileKind kind, @Nullable String language) {
    static FilePlace of(Attachment file) {
        return new FilePlace(file.id(), file.kind(), file.language());
    }
}
