package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lopmo.content.collection.ReadableCollections;
import vn.lopmo.content.material.Readers;

/// Works for where there is no network: a zip that a browser opens from a USB stick.
@Path("/bundles")
class BundleResource {
    private static final int MOST = 200;

    private final Bundling bundling;
    private final ReadableCollections collections;
    private final Readers readers;

    BundleResource(Bundling bundling, ReadableCollections collections, Readers readers) {
        this.bundling = bundling;
        this.collections = collections;
        this.readers = readers;
    }

    @GET
    @Path("/materials.zip")
    @Transactional
    public Response materials(@RestQuery @NotEmpty @Size(max = MOST) List<UUID> id) {
        return answer(bundling.of("Học liệu", id, readers.current()));
    }

    @GET
    @Path("/collections/{id}.zip")
    @Transactional
    public Response collection(UUID id) {
        var reader = readers.current();
        return answer(bundling.of(collections.title(id, reader), collections.materials(id, reader), reader));
    }

    private static Response answer(Bundle bundle) {
        return Response.ok((StreamingOutput) bundle::write, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hoc-lieu.zip\"")
                .build();
    }
}
