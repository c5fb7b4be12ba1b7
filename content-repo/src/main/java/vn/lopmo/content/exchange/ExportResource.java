package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lopmo.content.material.Readers;

/// Materials as books for e-readers and as courses for other learning platforms.
@Path("/materials")
class ExportResource {
    private final Exporting exporting;
    private final Readers readers;

    ExportResource(Exporting exporting, Readers readers) {
        this.exporting = exporting;
        this.readers = readers;
    }

    /// @param format epub, scorm12 or scorm2004
    @GET
    @Path("/{id}/export")
    @Transactional
    public Response material(UUID id, @RestQuery @DefaultValue("epub") String format) {
        var asked = ExportFormat.of(format);
        return answer(exporting.material(id, asked, readers.current()), asked);
    }

    static Response answer(StreamingOutput content, ExportFormat format) {
        var name = format.isCourse() ? "hoc-lieu-" + format.name().toLowerCase(Locale.ROOT) : "hoc-lieu";
        return Response.ok(content, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.ending() + "\"")
                .build();
    }
}
