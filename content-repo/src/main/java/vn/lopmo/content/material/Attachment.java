package vn.lopmo.content.material;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
        @Nullable String sha256,
        String state,
        @Nullable String problem,
        @Nullable Integer pages,
        List<Step> steps,
        @Nullable Duplicate duplicateOf,
        List<String> renditions) {

    private static final Pattern PACKAGE = Pattern.compile("application/x\\.(scorm|h5p|html5)\\+zip");

    /// What is done with the file on its way in.
    ///
    /// @param problem a sentence
    /// @param progress of a hundred, while a long step runs
    public record Step(
            String step,
            String state,
            @Nullable String problem,
            @Nullable Integer progress) {}

    /// The same bytes, brought in before.
    ///
    /// @param title null if it is no concern of who brought these in
    public record Duplicate(UUID materialId, @Nullable String title) {}

    /// As it stands in a version, whatever became of it since.
    public Attachment at(FilePlace place) {
        return new Attachment(
                id,
                place.kind(),
                place.language(),
                name,
                size,
                mediaType,
                sha256,
                state,
                problem,
                pages,
                steps,
                duplicateOf,
                renditions);
    }

    /// Whether a learner plays one of them rather than reads it.
    static boolean anyIsPlayed(List<Attachment> files) {
        return files.stream().anyMatch(file -> PACKAGE.matcher(file.mediaType()).matches());
    }
}
