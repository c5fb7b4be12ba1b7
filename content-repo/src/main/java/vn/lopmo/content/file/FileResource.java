package vn.lopmo.content.file;

import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.FileKind;
import vn.lopmo.platform.refusal.Refusal;

/// Gives files out: bytes, pages to read, small pictures. What a file holds never runs as a page of this site.
@Path("/files")
class FileResource {
    private final FileAccess access;
    private final FilePages pages;
    private final Renditions renditions;
    private final FileAnswers answers;
    private final Event<MaterialOpened> opened;

    FileResource(
            FileAccess access,
            FilePages pages,
            Renditions renditions,
            FileAnswers answers,
            Event<MaterialOpened> opened) {
        this.access = access;
        this.pages = pages;
        this.renditions = renditions;
        this.answers = answers;
        this.opened = opened;
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
        var file = access.checked(id);
        if (range == null || range.startsWith("bytes=0-")) {
            told(file, MaterialOpened.How.FILE);
        }
        return answers.bytes(
                new FileAnswers.Content(file.schoolId(), file.content(), file.size(), file.mediaType(), file.name()),
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
        return answers.bytes(
                new FileAnswers.Content(file.schoolId(), made.hash(), made.size(), made.mediaType(), name),
                range,
                ifRange,
                request);
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
        if (n == 1) {
            told(file, MaterialOpened.How.READER);
        }
        return new Page(n, total, page.title(), page.html());
    }

    @GET
    @Path("/{id}/thumbnail")
    public Response thumbnail(UUID id, @Context Request request) {
        var hash = access.get(id).thumbnail();
        if (hash == null) {
            throw new Refusal.NotFound("file-not-found");
        }
        return answers.picture(access.get(id), hash, request);
    }

    @GET
    @Path("/{id}/parts/{hash}")
    public Response part(UUID id, String hash, @Context Request request) {
        return answers.picture(access.get(id), hash, request);
    }

    private void told(StoredFile file, MaterialOpened.How how) {
        if (file.kind() == FileKind.CONTENT) {
            opened.fireAsync(new MaterialOpened(file.schoolId(), file.materialId(), how));
        }
    }
}
