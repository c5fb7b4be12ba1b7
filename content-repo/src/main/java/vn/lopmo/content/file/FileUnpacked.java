package vn.lopmo.content.file;

import java.nio.file.Path;
import java.util.UUID;

/// The child has read a file; what it left lies in a folder that is gone when this has been observed. Comes before the
/// file is ready, and again when it is read again.
public record FileUnpacked(UUID fileId, UUID materialId, UUID schoolId, String mediaType, Path folder) {}
