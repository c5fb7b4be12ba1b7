package vn.lopmo.content.file;

import java.util.UUID;

/// A file was hashed, scanned and read. Fired in the transaction that makes it so: an observer writes a row of its own
/// and works later, for what it throws would fail the file, too.
public record FileReady(UUID fileId, UUID materialId, UUID schoolId, String mediaType, String sha256) {}
