package vn.lopmo.content.material;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A material's file as people see it. `problem` is a sentence in their language, or null.
public record Attachment(
        UUID id,
        String name,
        long size,
        String mediaType,
        String sha256,
        String state,
        @Nullable String problem,
        @Nullable Integer pages) {
    private static final Pattern PACKAGE = Pattern.compile("application/x\\.(scorm|h5p|html5)\\+zip");

    /// Whether a learner plays one of them rather than reads it.
    static boolean anyIsPlayed(List<Attachment> files) {
        return files.stream().anyMatch(file -> PACKAGE.matcher(file.mediaType()).matches());
    }
}
