package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lopmo.content.collection.ReadableCollections;
import vn.lopmo.content.material.Readers;

/// A collection's works as their readers cite them.
@Path("/collections")
class CollectionCitationResource {
    private final Works works;
    private final ReadableCollections collections;
    private final Readers readers;

    CollectionCitationResource(Works works, ReadableCollections collections, Readers readers) {
        this.works = works;
        this.collections = collections;
        this.readers = readers;
    }

    /// @param format bibtex or ris
    @GET
    @Path("/{id}/citation")
    @Transactional
    public Response collection(UUID id, @RestQuery @DefaultValue("bibtex") String format) {
        var reader = readers.current();
        var ids = collections.materials(id, reader);
        var found = works.of(reader.mustHaveAccount().schoolId(), ids, reader).values();
        return CitationResource.answer(found, format, id.toString());
    }
}
