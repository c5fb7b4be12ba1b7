package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.id.Ids;

/// Brings in what lies on the web: fetched in the background, seen like any other upload.
@Path("/materials/from-link")
@UploadersOnly
class LinkResource {
    private final Uploads uploads;
    private final Arrivals arrivals;
    private final Intake intake;
    private final LinkFetching fetching;
    private final UploadViews views;
    private final FilesConfig config;
    private final CurrentCaller caller;
    private final Clock clock;

    LinkResource(
            Uploads uploads,
            Arrivals arrivals,
            Intake intake,
            LinkFetching fetching,
            UploadViews views,
            FilesConfig config,
            CurrentCaller caller,
            Clock clock) {
        this.uploads = uploads;
        this.arrivals = arrivals;
        this.intake = intake;
        this.fetching = fetching;
        this.views = views;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param materialId where the file goes; a new draft if none is named
    record Link(
            @NotBlank @Size(max = 2000) String url,
            @Nullable UUID materialId) {}

    @POST
    @ResponseStatus(202)
    public UploadViews.View fetch(@NotNull @Valid Link link) {
        var who = caller.get();
        var now = clock.instant();
        var address = PublicAddress.of(link.url(), config.linksToPrivateAddresses());
        var target = link.materialId();
        if (target != null) {
            QuarkusTransaction.requiringNew().call(() -> intake.editable(target, who));
        }
        var upload = new Uploads.Incoming(
                Ids.next(now),
                who.schoolId(),
                who.id(),
                LinkFetching.nameIn(address.uri()),
                null,
                link.materialId(),
                null,
                address.uri().toString(),
                Uploads.State.OPEN,
                null,
                now,
                now.plus(config.uploadsKept()));
        arrivals.begin(upload.id(), 0);
        QuarkusTransaction.requiringNew().run(() -> uploads.add(upload));
        fetching.begin(upload);
        return views.of(upload);
    }
}
