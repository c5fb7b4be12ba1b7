package vn.lopmo.content.file;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Gives files out: bytes, pages to read, small pictures. What a file holds never runs as a page of this site.
@Path("/files")
class FileResource {
    private static final String FOR_A_YEAR = "private, max-age=31536000, immutable";
    private static final String SANDBOX =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

    private final FileAccess access;
    private final FilePages pages;
    private final Blobs blobs;

    FileResource(FileAccess access, FilePages pages, Blobs blobs) {
        this.access = access;
        this.pages = pages;
        this.blobs = blobs;
    }

    record Contents(int total, List<String> titles) {}

    record Page(int n, int total, @Nullable String title, String html) {}

    @GET
    @Path("/{id}")
    public Response bytes(
            UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request) {
        var file = access.get(id);
        var tag = new EntityTag(file.sha256());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return safe(unchanged, tag).build();
        }
        boolean rangeHolds = ifRange == null || ifRange.equals("\"" + file.sha256() + "\"");
        try {
            var asked = ByteRange.of(rangeHolds ? range : null, file.size());
            return asked.isPresent() ? part(file, asked.get(), tag) : whole(file, tag);
        } catch (ByteRange.Unsatisfiable behindTheEnd) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + file.size())
                    .build();
        }
    }

    @GET
    @Path("/{id}/pages")
    @Transactional
    public Contents contents(UUID id) {
        var titles = pages.titles(access.get(id).id());
        return new Contents(titles.size(), titles);
    }

    @GET
    @Path("/{id}/pages/{n}")
    @Transactional
    public Page page(UUID id, int n) {
        var file = access.get(id);
        var page = pages.find(file.id(), n).orElseThrow(() -> new Refusal.NotFound("page-not-found"));
        int total = file.pages() == null ? 0 : file.pages();
        return new Page(n, total, page.title(), page.html());
    }

    @GET
    @Path("/{id}/thumbnail")
    public Response thumbnail(UUID id, @Context Request request) {
        var hash = access.get(id).thumbnail();
        if (hash == null) {
            throw new Refusal.NotFound("file-not-found");
        }
        return picture(id, hash, request);
    }

    @GET
    @Path("/{id}/parts/{hash}")
    public Response part(UUID id, String hash, @Context Request request) {
        return picture(id, hash, request);
    }

    private Response picture(UUID id, String hash, Request request) {
        var file = access.get(id);
        var part = pages.findPart(id, hash).orElseThrow(() -> new Refusal.NotFound("file-not-found"));
        var tag = new EntityTag(hash);
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return safe(unchanged, tag).build();
        }
        var content = blobs.open(file.schoolId(), hash, 0, part.size());
        return safe(Response.ok(content, part.mediaType()), tag)
                .header(HttpHeaders.CONTENT_LENGTH, part.size())
                .build();
    }

    private Response whole(StoredFile file, EntityTag tag) {
        return described(Response.ok(blobs.open(file.schoolId(), file.sha256(), 0, file.size())), file, tag)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .build();
    }

    private Response part(StoredFile file, ByteRange range, EntityTag tag) {
        var content = blobs.open(file.schoolId(), file.sha256(), range.first(), range.length());
        return described(Response.status(206).entity(content), file, tag)
                .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.size())
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .build();
    }

    private static Response.ResponseBuilder described(
            Response.ResponseBuilder response, StoredFile file, EntityTag tag) {
        return safe(response, tag)
                .type(file.mediaType().startsWith("text/") ? "text/plain;charset=utf-8" : file.mediaType())
                .header("Accept-Ranges", "bytes")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileNames.disposition(MediaTypes.inline(file.mediaType()), file.name()));
    }

    private static Response.ResponseBuilder safe(Response.ResponseBuilder response, EntityTag tag) {
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR)
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff");
    }
}
