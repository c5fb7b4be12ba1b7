package vn.lopmo.content.file;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lopmo.content.file.reading.Subtitles;
import vn.lopmo.platform.refusal.Refusal;

/// Words within a file: where they stand in a book, when they are spoken in a film.
@Path("/files")
class PlaceResource {
    private static final int LARGEST_SUBTITLES = 5 << 20;

    private final FileAccess access;
    private final FoundPlaces places;
    private final Blobs blobs;

    PlaceResource(FileAccess access, FoundPlaces places, Blobs blobs) {
        this.access = access;
        this.places = places;
        this.blobs = blobs;
    }

    /// One place a page, the first hundred pages.
    @GET
    @Path("/{id}/find")
    @Transactional
    public List<FoundPlaces.Place> find(UUID id, @RestQuery @NotBlank @Size(min = 2, max = 100) String q) {
        return places.find(access.get(id).id(), q);
    }

    /// Subtitles as a browser shows them, whatever form they came in.
    @GET
    @Path("/{id}/subtitles")
    @Produces("text/vtt;charset=utf-8")
    public Response subtitles(UUID id) {
        var file = access.checked(id);
        if (!MediaTypes.isSubtitle(file.mediaType()) || file.size() > LARGEST_SUBTITLES) {
            throw new Refusal.NotFound("file-not-found");
        }
        try (var content = blobs.open(file.schoolId(), file.content(), 0, file.size())) {
            return Response.ok(Subtitles.of(content.readAllBytes()).webVtt())
                    .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                    .header("X-Content-Type-Options", "nosniff")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
