package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lopmo.content.material.Readers;

/// Collections and reading lists as one book, or one course.
@Path("/collections")
class CollectionExportResource {
    private final Exporting exporting;
    private final Readers readers;

    CollectionExportResource(Exporting exporting, Readers readers) {
        this.exporting = exporting;
        this.readers = readers;
    }

    /// All of it that the caller may read, in its order.
    ///
    /// @param format epub, scorm12 or scorm2004
    @GET
    @Path("/{id}/export")
    @Transactional
    public Response collection(UUID id, @RestQuery @DefaultValue("epub") String format) {
        var asked = ExportFormat.of(format);
        return ExportResource.answer(exporting.collection(id, asked, readers.current()), asked);
    }
}
