package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readers;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// A file may be read by who may read its material: readers those of the published version, editors all.
@ApplicationScoped
public class FileAccess {
    private final StoredFiles files;
    private final Materials materials;
    private final MaterialVersions versions;
    private final Readers readers;
    private final CurrentCaller caller;

    FileAccess(
            StoredFiles files, Materials materials, MaterialVersions versions, Readers readers, CurrentCaller caller) {
        this.files = files;
        this.materials = materials;
        this.versions = versions;
        this.readers = readers;
        this.caller = caller;
    }

    /// A file whose bytes may be given out.
    ///
    /// @throws Refusal.Conflict as long as it was not looked at for viruses
    StoredFile checked(UUID fileId) {
        var file = get(fileId);
        if (!file.isChecked()) {
            throw new Refusal.Conflict("file-not-checked");
        }
        return file;
    }

    /// A file as other slices see it.
    public record Readable(
            UUID id,
            UUID schoolId,
            UUID materialId,
            String mediaType,
            @Nullable Integer publishedVersion) {}

    /// @throws Refusal.NotFound if the caller may not read it
    public Readable readable(UUID fileId) {
        var file = get(fileId);
        var material = materials.get(file.materialId(), file.schoolId());
        return new Readable(
                file.id(), file.schoolId(), file.materialId(), file.mediaType(), material.publishedVersion());
    }

    /// The version of its material that readers see; null if none does, or there is no such file.
    public @Nullable Integer publishedVersion(UUID fileId, UUID schoolId) {
        var file = files.get(fileId, schoolId);
        return materials.get(file.materialId(), schoolId).publishedVersion();
    }

    StoredFile get(UUID fileId) {
        var who = caller.get();
        var file = files.get(fileId, who.schoolId());
        var material = materials.get(file.materialId(), who.schoolId());
        MaterialPolicy.check(readers.of(who), Verb.READ, material);
        if (MaterialPolicy.mayEdit(who, material)) {
            return file;
        }
        boolean published = versions.findPublished(material)
                .map(version -> version.fileIds().contains(fileId))
                .orElse(material.ownerId().equals(who.id()));
        if (!published) {
            throw new Refusal.NotFound("file-not-found");
        }
        return file;
    }
}
