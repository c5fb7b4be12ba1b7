package vn.lopmo.content.material;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    public record View(
            UUID id,
            Material.State state,
            @Nullable Integer version,
            int revision,
            Metadata metadata,
            Visibility visibility,
            String attribution,
            List<Attachment> files,
            boolean mayEdit,
            @Nullable Instant publishedAt,
            List<String> missing) {}

    public View of(Material material, Caller caller) {
        if (!MaterialPolicy.mayEdit(caller, material) && material.state() == Material.State.PUBLISHED) {
            return published(material);
        }
        return new View(
                material.id(),
                material.state(),
                material.publishedVersion(),
                material.revision(),
                material.metadata(),
                material.metadata().visibleTo(),
                Attribution.of(material.metadata()),
                attachments.ofDraft(material.id()),
                MaterialPolicy.mayEdit(caller, material),
                material.publishedAt(),
                material.metadata().missing());
    }

    private View published(Material material) {
        var version = versions.findPublished(material).orElseThrow(() -> new Refusal.NotFound("material-not-found"));
        return new View(
                material.id(),
                material.state(),
                version.version(),
                material.revision(),
                version.metadata(),
                version.metadata().visibleTo(),
                Attribution.of(version.metadata()),
                attachments.of(version.fileIds()),
                false,
                version.publishedAt(),
                List.of());
    }
}
