package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Pictures for lessons: taken in when they are what they say, given to people of the same school only.
@Path("/media")
class MediaResource {
    record Added(UUID id, String url, int width, int height) {
        static Added of(Media media) {
            return new Added(media.id(), "/api/lms/media/" + media.id(), media.width(), media.height());
        }
    }

    private final CurrentCaller callers;
    private final MediaShelf shelf;
    private final MediaStore store;
    private final MediaConfig config;
    private final Clock clock;

    MediaResource(CurrentCaller callers, MediaShelf shelf, MediaStore store, MediaConfig config, Clock clock) {
        this.callers = callers;
        this.shelf = shelf;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public Added add(@RestForm("file") @Nullable FileUpload file) {
        var caller = callers.get();
        if (!caller.is(Role.TEACHER)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var bytes = read(file);
        var header = PictureHeader.read(bytes).orElseThrow(() -> new Refusal.Invalid("not-a-picture"));
        if (header.pixels() > config.mostPixels()) {
            throw new Refusal.Invalid("picture-too-large");
        }
        var media = new Media(caller.schoolId(), caller.id(), header, bytes.length, clock.instant());
        store.put(media, bytes);
        shelf.persist(media);
        return Added.of(media);
    }

    private byte[] read(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new Refusal.Invalid("not-a-picture");
        }
        if (file.size() > config.largest()) {
            throw new Refusal.Invalid("picture-too-large");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @GET
    @Path("/{id}")
    public RestResponse<byte[]> get(UUID id) {
        var media = shelf.get(id, callers.get().schoolId());
        return RestResponse.ResponseBuilder.ok(store.get(media))
                .header("Content-Type", media.mediaType())
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("ETag", "\"" + media.id() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
