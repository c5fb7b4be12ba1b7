package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.Readers;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Makes a file of what lies whole in the folder of arrivals, in a new draft or in a material that is there; from then
/// on the chain has it. To be called in a transaction.
@ApplicationScoped
class Intake {
    private final Materials materials;
    private final Readers readers;
    private final StoredFiles files;
    private final Steps steps;
    private final Clock clock;

    Intake(Materials materials, Readers readers, StoredFiles files, Steps steps, Clock clock) {
        this.materials = materials;
        this.readers = readers;
        this.files = files;
        this.steps = steps;
        this.clock = clock;
    }

    /// @param id the upload's, and from now on the file's
    Material draft(UUID id, UUID schoolId, UUID ownerId, Upload upload) {
        var metadata = Metadata.titled(upload.title()).withType(MediaTypes.likelyType(upload.mediaType()));
        var material = Material.drafted(schoolId, ownerId, metadata, clock.instant());
        materials.persistAndFlush(material);
        receive(id, material, upload);
        return material;
    }

    /// Adds the file, or puts it in the place of another.
    Material add(UUID id, Material material, Upload upload, @Nullable UUID replaces) {
        material.touch(clock.instant());
        var file = receive(id, material, upload);
        if (replaces != null) {
            file.takePlaceOf(retired(replaces, material));
        }
        return material;
    }

    private StoredFile retired(UUID fileId, Material material) {
        var old = files.get(fileId, material.schoolId());
        if (!old.materialId().equals(material.id())) {
            throw new Refusal.NotFound("file-not-found");
        }
        old.retire();
        return old;
    }

    Material material(UUID id, UUID schoolId) {
        return materials.get(id, schoolId);
    }

    Material editable(UUID materialId, Caller who) {
        var material = materials.get(materialId, who.schoolId());
        MaterialPolicy.check(readers.of(who), Verb.EDIT, material);
        return material;
    }

    private StoredFile receive(UUID id, Material material, Upload upload) {
        var now = clock.instant();
        var file = StoredFile.received(id, material.schoolId(), material.id(), upload, now);
        files.persistAndFlush(file);
        steps.plan(id, material.schoolId(), upload.mediaType(), now);
        return file;
    }
}
