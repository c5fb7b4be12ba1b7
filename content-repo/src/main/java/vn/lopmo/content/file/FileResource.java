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
    private final Renditions renditions;
    private final Blobs blobs;

    FileResource(FileAccess access, FilePages pages, Renditions renditions, Blobs blobs) {
        this.access = access;
        this.pages = pages;
        this.renditions = renditions;
        this.blobs = blobs;
    }

    record Contents(int total, List<String> titles) {}

    record Page(int n, int total, @Nullable String title, String html) {}

    /// What is given out: the file itself, or what was made of it.
    private record Content(UUID schoolId, String hash, long size, String mediaType, String name) {}

    @GET
    @Path("/{id}")
    public Response bytes(
            UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request) {
        var file = access.checked(id);
        return answer(
                new Content(file.schoolId(), file.content(), file.size(), file.mediaType(), file.name()),
                range,
                ifRange,
                request);
    }

    /// What was made of the file for devices that cannot show it: PREVIEW_PDF, VIDEO_480, VIDEO_720.
    @GET
    @Path("/{id}/renditions/{kind}")
    public Response rendition(
            UUID id,
            String kind,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request) {
        var file = access.checked(id);
        var made = renditions.find(id, kind).orElseThrow(() -> new Refusal.NotFound("file-not-found"));
        var name = file.name() + (made.mediaType().equals(MediaTypes.PDF) ? ".pdf" : ".mp4");
        return answer(
                new Content(file.schoolId(), made.hash(), made.size(), made.mediaType(), name),
                range,
                ifRange,
                request);
    }

    private Response answer(Content content, @Nullable String range, @Nullable String ifRange, Request request) {
        var tag = new EntityTag(content.hash());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return safe(unchanged, tag).build();
        }
        boolean rangeHolds = ifRange == null || ifRange.equals("\"" + content.hash() + "\"");
        try {
            var asked = ByteRange.of(rangeHolds ? range : null, content.size());
            return asked.isPresent() ? part(content, asked.get(), tag) : whole(content, tag);
        } catch (ByteRange.Unsatisfiable behindTheEnd) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + content.size())
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

    private Response whole(Content file, EntityTag tag) {
        return described(Response.ok(blobs.open(file.schoolId(), file.hash(), 0, file.size())), file, tag)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .build();
    }

    private Response part(Content file, ByteRange range, EntityTag tag) {
        var content = blobs.open(file.schoolId(), file.hash(), range.first(), range.length());
        return described(Response.status(206).entity(content), file, tag)
                .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.size())
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .build();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, Content file, EntityTag tag) {
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
