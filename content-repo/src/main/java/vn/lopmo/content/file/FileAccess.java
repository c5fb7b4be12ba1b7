package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readers;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// A file may be read by who may read its material: readers those of a version that was published for them, editors
// all.
@ApplicationScoped
class FileAccess {
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
