package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// How bytes go out, once it is settled that they may: in parts, with tags, and so that nothing in them runs as a page
/// of this site.
@ApplicationScoped
class FileAnswers {
    private static final String FOR_A_YEAR = "private, max-age=31536000, immutable";
    private static final String SANDBOX =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

    private final FilePages pages;
    private final Blobs blobs;

    FileAnswers(FilePages pages, Blobs blobs) {
        this.pages = pages;
        this.blobs = blobs;
    }

    /// What is given out: the file itself, or what was made of it.
    record Content(UUID schoolId, String hash, long size, String mediaType, String name) {}

    Response bytes(Content content, @Nullable String range, @Nullable String ifRange, Request request) {
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

    /// A picture that was made of the file, or found in it.
    Response picture(StoredFile file, String hash, Request request) {
        var part = pages.findPart(file.id(), hash).orElseThrow(() -> new Refusal.NotFound("file-not-found"));
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
