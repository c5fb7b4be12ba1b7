package vn.lopmo.content.file;

import java.util.UUID;

/// Somebody opened a material. Who it was is not told: it is for counting alone.
public record MaterialOpened(UUID schoolId, UUID materialId, How how) {
    public enum How {
        /// A file of it, from its beginning.
        FILE,
        /// Its first page, in the reader.
        READER,
        /// An interactive package.
        PACKAGE
    }
}
