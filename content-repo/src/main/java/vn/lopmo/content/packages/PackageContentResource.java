package vn.lopmo.content.packages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Blobs;
import vn.lopmo.content.file.ByteRange;
import vn.lopmo.content.file.reading.Entries;

/// The entries of packages, for web-ui's content origin alone, which shows them under headers of its own. Whoever gets
/// here another way gets pages in which nothing runs. No token is asked for: the ticket says all.
@Path("/package-content/{ticket}")
class PackageContentResource {
    /// The page that may show it, told to web-ui.
    static final String APP_ORIGIN = "X-App-Origin";

    private static final String SHARED = "shared";
    private static final String DEAD = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final Tickets tickets;
    private final PackageShelf shelf;
    private final Blobs blobs;
    private final Clock clock;

    PackageContentResource(Tickets tickets, PackageShelf shelf, Blobs blobs, Clock clock) {
        this.tickets = tickets;
        this.shelf = shelf;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// Whether the ticket holds, and who may show what it opens.
    @GET
    public Response ticket(String ticket, @HeaderParam("X-Package-Origin") @Nullable String origin) {
        return pass(ticket, origin)
                .map(pass -> safe(Response.noContent(), pass).build())
                .orElseGet(PackageContentResource::nothing);
    }

    @GET
    @Path("/{path: .+}")
    public Response entry(
            String ticket,
            String path,
            @HeaderParam("X-Package-Origin") @Nullable String origin,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request) {
        var pass = pass(ticket, origin);
        var entry = pass.flatMap(known -> shelf.findEntry(known.fileId(), path));
        if (pass.isEmpty() || entry.isEmpty()) {
            return nothing();
        }
        var tag = new EntityTag(entry.get().hash());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return safe(unchanged, pass.get()).tag(tag).build();
        }
        boolean rangeHolds = ifRange == null || ifRange.equals('"' + entry.get().hash() + '"');
        return bytes(pass.get(), entry.get(), rangeHolds ? range : null);
    }

    private Response bytes(Tickets.Pass pass, Entries.Entry entry, @Nullable String range) {
        try {
            var asked = ByteRange.of(range, entry.size());
            long first = asked.map(ByteRange::first).orElse(0L);
            long length = asked.map(ByteRange::length).orElse(entry.size());
            var content = length == 0 ? "" : blobs.open(pass.schoolId(), entry.hash(), first, length);
            var response = Response.status(asked.isPresent() ? 206 : 200)
                    .entity(content)
                    .type(entry.mediaType())
                    .tag(new EntityTag(entry.hash()))
                    .header("Accept-Ranges", "bytes")
                    .header(HttpHeaders.CONTENT_LENGTH, length);
            asked.ifPresent(part ->
                    response.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + entry.size()));
            return safe(response, pass).build();
        } catch (ByteRange.Unsatisfiable behindTheEnd) {
            return safe(Response.status(416), pass)
                    .header("Content-Range", "bytes */" + entry.size())
                    .build();
        }
    }

    /// Where packages have origins apart, a ticket holds at its own alone.
    private Optional<Tickets.Pass> pass(String ticket, @Nullable String origin) {
        return tickets.open(ticket, clock.instant())
                .filter(pass -> SHARED.equals(origin) || pass.origin().equals(origin));
    }

    private static Response.ResponseBuilder safe(Response.ResponseBuilder response, Tickets.Pass pass) {
        return response.header(APP_ORIGIN, pass.appOrigin())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .header("Content-Security-Policy", DEAD)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static Response nothing() {
        return Response.status(404)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", DEAD)
                .build();
    }
}
