package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Files on their way into a copy that leaves the library: a bundle for a USB stick, a book, a course.
@ApplicationScoped
public class CopiedFiles {
    private final FileAccess access;
    private final FilePages pages;
    private final Blobs blobs;

    CopiedFiles(FileAccess access, FilePages pages, Blobs blobs) {
        this.access = access;
        this.pages = pages;
        this.blobs = blobs;
    }

    /// @param content opens the bytes; the right to them was settled when this was made, so that it may be asked later
    public record Copy(String name, long size, Supplier<InputStream> content) {}

    /// A picture out of a file.
    public record Picture(String mediaType, Supplier<InputStream> content) {}

    /// @throws vn.lopmo.platform.refusal.Refusal.NotFound if the caller may not read it
    /// @throws vn.lopmo.platform.refusal.Refusal.Conflict as long as it was not looked at for viruses
    public Copy of(UUID fileId) {
        var file = access.checked(fileId);
        var school = file.schoolId();
        var hash = file.content();
        long size = file.size();
        return new Copy(file.name(), size, () -> blobs.open(school, hash, 0, size));
    }

    /// The pictures on a file's pages, by hash.
    ///
    /// @throws vn.lopmo.platform.refusal.Refusal.NotFound if the caller may not read it
    /// @throws vn.lopmo.platform.refusal.Refusal.Conflict as long as it was not looked at for viruses
    public Map<String, Picture> pictures(UUID fileId) {
        var school = access.checked(fileId).schoolId();
        return pages.parts(fileId).stream()
                .collect(Collectors.toMap(
                        FilePages.Part::hash,
                        part -> new Picture(part.mediaType(), () -> blobs.open(school, part.hash(), 0, part.size()))));
    }
}
