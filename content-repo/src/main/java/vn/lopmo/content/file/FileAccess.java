package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readers;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// A file may be read by who may read its material: readers those of a version that was published
/// for them, editors all.
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
        var reader = readers.of(who);
        MaterialPolicy.check(reader, Verb.READ, material);
        if (MaterialPolicy.mayEdit(who, material)) {
            return file;
        }
        if (!material.ownerId().equals(who.id()) && !published(fileId, material, reader)) {
            throw new Refusal.NotFound("file-not-found");
        }
        return file;
    }

    /// In any version that he may read: lessons go on showing the one they were made with.
    private boolean published(UUID fileId, Material material, Readership reader) {
        return versions.of(material.id()).stream()
                .filter(version -> reader.opens(version, material.ownerId()))
                .anyMatch(version -> version.fileIds().contains(fileId));
    }
}
