package vn.lopmo.assessment.bank;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

@Path("/media")
class MediaResource {
    private static final String FOREVER = "private, max-age=31536000, immutable";

    private final CurrentCaller caller;
    private final MediaStore store;
    private final Media media;
    private final Clock clock;

    MediaResource(CurrentCaller caller, MediaStore store, Media media, Clock clock) {
        this.caller = caller;
        this.store = store;
        this.media = media;
        this.clock = clock;
    }

    record View(UUID id, String url, int width, int height) {
        static View of(Medium medium) {
            return new View(medium.id(), medium.url(), medium.width(), medium.height());
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestForm("file") @Nullable FileUpload file) throws IOException {
        var author = caller.get();
        ItemPolicy.check(author, ItemPolicy.Verb.WRITE);
        if (file == null) {
            throw new Refusal.Invalid("file-missing");
        }
        if (file.size() > MediaStore.LARGEST) {
            throw new Refusal.Invalid("picture-too-large");
        }
        var medium = store.keep(author, Files.readAllBytes(file.uploadedFile()), clock.instant());
        return Response.status(Response.Status.CREATED).entity(View.of(medium)).build();
    }

    /// Learners see the pictures of their papers, so that everybody of the school may read one.
    @GET
    @Path("/{id}")
    public Response read(UUID id) {
        var medium = media.get(caller.get(), id);
        return Response.ok(store.read(medium), medium.mediaType())
                .header("Cache-Control", FOREVER)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
