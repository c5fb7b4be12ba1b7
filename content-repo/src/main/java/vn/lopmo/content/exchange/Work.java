package vn.lopmo.content.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attribution;
import vn.lopmo.content.material.FileKind;
import vn.lopmo.content.material.MaterialVersion;
import vn.lopmo.content.material.Metadata;

/// A published material as it goes out: its version with the files that go with it.
///
/// @param picture the file that has a small picture to show the work by
record Work(
        MaterialVersion version,
        List<Attachment> files,
        @Nullable UUID picture) {
    UUID id() {
        return version.materialId();
    }

    /// The name that never changes, wherever the library may stand.
    String urn() {
        return "urn:uuid:" + id();
    }

    Metadata about() {
        return version.metadata();
    }

    String attribution() {
        return Attribution.of(about());
    }

    Instant publishedAt() {
        return version.publishedAt();
    }

    List<Attachment> contents() {
        return files.stream().filter(file -> file.kind() == FileKind.CONTENT).toList();
    }
}
