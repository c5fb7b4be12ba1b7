package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialViews;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.Readers;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Takes files in. They are looked at and stored before the transaction, which is then short.
@Path("/materials")
class UploadResource {
    private final UploadInspection inspection;
    private final Blobs blobs;
    private final Materials materials;
    private final MaterialViews views;
    private final Readers readers;
    private final StoredFiles files;
    private final ReadingQueue reading;
    private final CurrentCaller caller;
    private final Clock clock;

    UploadResource(
            UploadInspection inspection,
            Blobs blobs,
            Materials materials,
            MaterialViews views,
            Readers readers,
            StoredFiles files,
            ReadingQueue reading,
            CurrentCaller caller,
            Clock clock) {
        this.inspection = inspection;
        this.blobs = blobs;
        this.materials = materials;
        this.views = views;
        this.readers = readers;
        this.files = files;
        this.reading = reading;
        this.caller = caller;
        this.clock = clock;
    }

    /// Makes a draft of a file.
    @POST
    @Path("/uploads")
    @ResponseStatus(201)
    @UploadersOnly
    public MaterialViews.View upload(@RestForm("file") @Nullable FileUpload sent) {
        var upload = kept(sent);
        var view = QuarkusTransaction.requiringNew().call(() -> draft(upload));
        reading.wake();
        return view;
    }

    /// Adds a file to a draft, or puts it in the place of another.
    @POST
    @Path("/{id}/files")
    @ResponseStatus(201)
    @UploadersOnly
    public MaterialViews.View add(
            UUID id, @RestForm("file") @Nullable FileUpload sent, @RestQuery @Nullable UUID replaces) {
        QuarkusTransaction.requiringNew().call(() -> editable(id));
        var upload = kept(sent);
        var view = QuarkusTransaction.requiringNew().call(() -> add(id, upload, replaces));
        reading.wake();
        return view;
    }

    private Upload kept(@Nullable FileUpload sent) {
        if (sent == null) {
            throw new Refusal.Invalid("file-missing");
        }
        var upload = inspection.inspect(sent.uploadedFile(), sent.fileName());
        blobs.keep(caller.get().schoolId(), upload.sha256(), upload.path(), upload.mediaType());
        return upload;
    }

    private MaterialViews.View draft(Upload upload) {
        var who = caller.get();
        var now = clock.instant();
        var metadata = Metadata.titled(upload.title()).withType(MediaTypes.likelyType(upload.mediaType()));
        var material = Material.drafted(who.schoolId(), who.id(), metadata, now);
        materials.persistAndFlush(material);
        files.persistAndFlush(StoredFile.received(who.schoolId(), material.id(), upload, now));
        return views.of(material, who);
    }

    private MaterialViews.View add(UUID id, Upload upload, @Nullable UUID replaces) {
        var material = editable(id);
        if (replaces != null) {
            var old = files.get(replaces, material.schoolId());
            if (!old.materialId().equals(id)) {
                throw new Refusal.NotFound("file-not-found");
            }
            old.retire();
        }
        material.touch(clock.instant());
        files.persist(StoredFile.received(material.schoolId(), id, upload, clock.instant()));
        files.flush();
        return views.of(material, caller.get());
    }

    private Material editable(UUID id) {
        var who = caller.get();
        var material = materials.get(id, who.schoolId());
        MaterialPolicy.check(readers.of(who), Verb.EDIT, material);
        return material;
    }
}
