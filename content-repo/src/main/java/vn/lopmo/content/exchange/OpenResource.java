package vn.lopmo.content.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.exchange.OpenShelf.Choice;
import vn.lopmo.content.file.OpenFiles;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.refusal.Refusal;

/// What anybody may see of a school's open library: pages, their data for search engines, the files themselves.
@Path("/open/{school}")
class OpenResource {
    private static final int PAGE = 30;
    private static final String LINKED_DATA = "application/ld+json";

    private final OpenLibraries libraries;
    private final OpenShelf shelf;
    private final Works works;
    private final OpenFiles files;
    private final MaterialUse use;
    private final ObjectMapper json;
    private final Clock clock;

    OpenResource(
            OpenLibraries libraries,
            OpenShelf shelf,
            Works works,
            OpenFiles files,
            MaterialUse use,
            ObjectMapper json,
            Clock clock) {
        this.libraries = libraries;
        this.shelf = shelf;
        this.works = works;
        this.files = files;
        this.use = use;
        this.json = json;
        this.clock = clock;
    }

    /// The newest first, as a page.
    @GET
    @Path("/materials")
    @Transactional
    public Response list(
            String school,
            @RestQuery @DefaultValue("") @Size(max = 200) String query,
            @RestQuery @DefaultValue("1") @Min(1) @Max(100_000) int page,
            @Context HttpHeaders headers) {
        var library = libraries.get(school);
        var now = clock.instant();
        var choice = new Choice(query, "", "", null);
        var ids = shelf.newest(library.schoolId(), choice, (page - 1) * PAGE, PAGE + 1, now);
        var shown =
                works.of(library.schoolId(), ids.size() > PAGE ? ids.subList(0, PAGE) : ids, Readership.ofAnybody(now));
        var at = Addresses.of(headers, library.code());
        return page(PublicPage.list(library, List.copyOf(shown.values()), at, choice, page, ids.size() > PAGE));
    }

    /// JSON-LD for who asks for it (`Accept`, or `?format=jsonld`), else a page with the same in it.
    @GET
    @Path("/materials/{id}")
    @Transactional
    public Response material(
            String school, UUID id, @RestQuery @DefaultValue("") String format, @Context HttpHeaders headers) {
        var library = libraries.get(school);
        var work = work(library, id);
        var at = Addresses.of(headers, library.code());
        var data = text(LinkedData.of(library, work, at));
        if (format.equals("jsonld") || wantsData(headers)) {
            return brief(Response.ok(data, LINKED_DATA + ";charset=utf-8")).build();
        }
        return page(PublicPage.of(library, work, at, data));
    }

    @GET
    @Path("/materials/{id}/citation")
    @Transactional
    public Response citation(
            String school, UUID id, @RestQuery @DefaultValue("bibtex") String format, @Context HttpHeaders headers) {
        var library = libraries.get(school);
        var at = Addresses.of(headers, library.code());
        var citation = CitationResource.format(format);
        return brief(Response.ok(citation.of(work(library, id), work -> at.material(work.id())), citation.mediaType()))
                .build();
    }

    @GET
    @Path("/files/{id}")
    @Transactional
    public Response bytes(
            String school,
            UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request) {
        var library = libraries.get(school);
        var given = files.bytes(library.schoolId(), id, range, ifRange, request);
        if (range == null && given.response().getStatus() == Response.Status.OK.getStatusCode()) {
            use.count(library.schoolId(), given.materialId(), MaterialUse.Kind.PUBLIC);
        }
        return given.response();
    }

    @GET
    @Path("/files/{id}/thumbnail")
    @Transactional
    public Response thumbnail(String school, UUID id, @Context Request request) {
        return files.thumbnail(libraries.get(school).schoolId(), id, request);
    }

    @GET
    @Path("/rss")
    @Transactional
    public Response rss(String school, @Context HttpHeaders headers) {
        var library = libraries.get(school);
        var now = clock.instant();
        var ids = shelf.newest(library.schoolId(), Choice.ALL, 0, PAGE, now);
        var newest =
                works.of(library.schoolId(), ids, Readership.ofAnybody(now)).values();
        var feed = Rss.of(library, newest, Addresses.of(headers, library.code()), now);
        return brief(Response.ok(feed, "application/rss+xml;charset=utf-8")).build();
    }

    private Work work(OpenLibrary library, UUID id) {
        var work = works.of(library.schoolId(), List.of(id), Readership.ofAnybody(clock.instant()))
                .get(id);
        if (work == null) {
            throw new Refusal.NotFound("material-not-found");
        }
        return work;
    }

    private static boolean wantsData(HttpHeaders headers) {
        var accepted = headers.getHeaderString(HttpHeaders.ACCEPT);
        return accepted != null && (accepted.contains(LINKED_DATA) || accepted.startsWith("application/json"));
    }

    private static Response page(String html) {
        return brief(Response.ok(html, "text/html;charset=utf-8"))
                .header("Content-Security-Policy", PublicPage.POLICY)
                .build();
    }

    /// What is withdrawn is gone from caches soon after.
    private static Response.ResponseBuilder brief(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header(HttpHeaders.VARY, "Accept, X-Forwarded-Host, X-Forwarded-Proto");
    }

    private String text(LinkedData data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
