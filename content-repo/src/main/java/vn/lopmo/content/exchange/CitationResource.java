package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lopmo.content.material.Readers;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.refusal.Refusal;

/// Works as their readers cite them.
@Path("/materials")
class CitationResource {
    private static final int MOST = 500;

    private final Works works;
    private final Readers readers;

    CitationResource(Works works, Readers readers) {
        this.works = works;
        this.readers = readers;
    }

    /// @param format bibtex or ris
    @GET
    @Path("/{id}/citation")
    @Transactional
    public Response one(UUID id, @RestQuery @DefaultValue("bibtex") String format) {
        var found = readable(List.of(id), readers.current());
        if (found.isEmpty()) {
            throw new Refusal.NotFound("material-not-found");
        }
        return answer(found, format, id.toString());
    }

    /// Several, as a search found them; those that the reader may not read are left out.
    @GET
    @Path("/citations")
    @Transactional
    public Response several(
            @RestQuery @NotEmpty @Size(max = MOST) List<UUID> id, @RestQuery @DefaultValue("bibtex") String format) {
        return answer(readable(id, readers.current()), format, "hoc-lieu");
    }

    private Collection<Work> readable(List<UUID> ids, Readership reader) {
        return works.of(reader.mustHaveAccount().schoolId(), ids, reader).values();
    }

    static Citation format(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "bibtex" -> Citation.BIBTEX;
            case "ris" -> Citation.RIS;
            default -> throw new Refusal.Invalid("citation-format-unknown");
        };
    }

    /// Without an address: within the school it would lead nowhere for others; the name (urn) is in the key.
    static Response answer(Collection<Work> works, String format, String name) {
        var citation = format(format);
        return Response.ok(citation.of(works, work -> ""), citation.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + citation.ending() + "\"")
                .build();
    }
}
