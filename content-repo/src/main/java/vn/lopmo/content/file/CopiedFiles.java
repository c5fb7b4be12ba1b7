package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;

/// Files on their way into a copy that leaves the library: a bundle for a USB stick.
@ApplicationScoped
public class CopiedFiles {
    private final FileAccess access;
    private final Blobs blobs;

    CopiedFiles(FileAccess access, Blobs blobs) {
        this.access = access;
        this.blobs = blobs;
    }

    /// @param content opens the bytes; the right to them was settled when this was made, so that it may be asked later
    public record Copy(String name, long size, Supplier<InputStream> content) {}

    /// @throws vn.lopmo.platform.refusal.Refusal.NotFound if the caller may not read it
    /// @throws vn.lopmo.platform.refusal.Refusal.Conflict as long as it was not looked at for viruses
    public Copy of(UUID fileId) {
        var file = access.checked(fileId);
        var school = file.schoolId();
        var hash = file.content();
        long size = file.size();
        return new Copy(file.name(), size, () -> blobs.open(school, hash, 0, size));
    }
}
