package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readers;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// A file may be read by who may read its material: readers those of the published version, editors all.
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
