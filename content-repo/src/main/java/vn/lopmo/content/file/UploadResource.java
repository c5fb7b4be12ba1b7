package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialViews;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// Takes small files in as one form; large ones come through [TusResource].
@Path("/materials")
class UploadResource {
    private final UploadInspection inspection;
    private final Intake intake;
    private final Arrivals arrivals;
    private final Allowance allowance;
    private final MaterialViews views;
    private final ReadingQueue reading;
    private final CurrentCaller caller;
    private final Clock clock;

    UploadResource(
            UploadInspection inspection,
            Intake intake,
            Arrivals arrivals,
            Allowance allowance,
            MaterialViews views,
            ReadingQueue reading,
            CurrentCaller caller,
            Clock clock) {
        this.inspection = inspection;
        this.intake = intake;
        this.arrivals = arrivals;
        this.allowance = allowance;
        this.views = views;
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
        var upload = looked(sent);
        var who = caller.get();
        return taken(sent, id -> views.of(intake.draft(id, who.schoolId(), who.id(), upload), who));
    }

    /// Adds a file to a draft, or puts it in the place of another.
    @POST
    @Path("/{id}/files")
    @ResponseStatus(201)
    @UploadersOnly
    public MaterialViews.View add(
            UUID id, @RestForm("file") @Nullable FileUpload sent, @RestQuery @Nullable UUID replaces) {
        var who = caller.get();
        QuarkusTransaction.requiringNew().call(() -> intake.editable(id, who));
        var upload = looked(sent);
        return taken(sent, file -> views.of(intake.add(file, intake.editable(id, who), upload, replaces), who));
    }

    private Upload looked(@Nullable FileUpload sent) {
        if (sent == null) {
            throw new Refusal.Invalid("file-missing");
        }
        var upload = inspection.inspect(sent.uploadedFile(), sent.fileName());
        allowance.check(caller.get().schoolId(), upload.name(), upload.size());
        return upload;
    }

    /// The bytes are on disk for good before the database knows of them; else they are nobody's and swept away.
    private MaterialViews.View taken(@Nullable FileUpload sent, Function<UUID, MaterialViews.View> taking) {
        var id = Ids.next(clock.instant());
        arrivals.take(id, Objects.requireNonNull(sent).uploadedFile());
        var view = QuarkusTransaction.requiringNew().call(() -> taking.apply(id));
        reading.wake();
        return view;
    }
}
