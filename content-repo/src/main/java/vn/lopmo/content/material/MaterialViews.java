package vn.lopmo.content.material;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// A material as one caller sees it: who may edit sees the draft, everybody else the published version.
@ApplicationScoped
public class MaterialViews {
    private final MaterialVersions versions;
    private final Attachments attachments;

    MaterialViews(MaterialVersions versions, Attachments attachments) {
        this.versions = versions;
        this.attachments = attachments;
    }

    /// @param visibility as it is in force; the metadata's own may be null
    /// @param attribution the credit line that goes with every copy
    /// @param format of the first file with content: the ending of its name, in small letters
    /// @param newest the version that is published now
    /// @param newer whether that is a newer one than this
    public record View(
            UUID id,
            Material.State state,
            @Nullable Integer version,
            @Nullable Integer newest,
            boolean newer,
            int revision,
            Metadata metadata,
            Visibility visibility,
            String attribution,
            @Nullable String format,
            String note,
            List<Attachment> files,
            UUID ownerId,
            boolean mayEdit,
            boolean inReview,
            @Nullable Instant publishedAt,
            @Nullable String withdrawnReason,
            List<String> missing) {}

    public View of(Material material, Caller caller) {
        if (!MaterialPolicy.mayEdit(caller, material) && material.state() == Material.State.PUBLISHED) {
            return of(
                    material,
                    versions.findPublished(material).orElseThrow(() -> new Refusal.NotFound("material-not-found")));
        }
        var files = attachments.ofDraft(material.id());
        return new View(
                material.id(),
                material.state(),
                material.publishedVersion(),
                material.publishedVersion(),
                false,
                material.revision(),
                material.metadata(),
                material.metadata().visibleTo(),
                Attribution.of(material.metadata()),
                format(files),
                "",
                files,
                material.ownerId(),
                MaterialPolicy.mayEdit(caller, material),
                material.inReview(),
                material.publishedAt(),
                material.withdrawnReason(),
                material.metadata().missing());
    }

    /// One version as it was published.
    View of(Material material, MaterialVersion version) {
        var files = files(version);
        return new View(
                material.id(),
                material.state(),
                version.version(),
                material.publishedVersion(),
                !Objects.equals(material.publishedVersion(), version.version()),
                material.revision(),
                version.metadata(),
                version.metadata().visibleTo(),
                Attribution.of(version.metadata()),
                format(files),
                version.note(),
                files,
                material.ownerId(),
                false,
                material.inReview(),
                version.publishedAt(),
                material.withdrawnReason(),
                List.of());
    }

    private List<Attachment> files(MaterialVersion version) {
        var byId = version.files().stream().collect(Collectors.toMap(FilePlace::id, Function.identity()));
        return attachments.of(version.fileIds()).stream()
                .map(file -> file.at(Objects.requireNonNull(byId.get(file.id()))))
                .toList();
    }

    private static @Nullable String format(List<Attachment> files) {
        return files.stream()
                .filter(file -> file.kind() == FileKind.CONTENT)
                .map(Attachment::name)
                .filter(name -> name.contains("."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }
}
