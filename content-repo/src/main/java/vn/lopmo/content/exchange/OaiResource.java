package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

/// The door for harvesters: open without an account.
@Path("/open/{school}/oai")
@Produces("text/xml;charset=utf-8")
class OaiResource {
    private final OpenLibraries libraries;
    private final Oai oai;

    OaiResource(OpenLibraries libraries, Oai oai) {
        this.libraries = libraries;
        this.oai = oai;
    }

    @GET
    @Transactional
    public String get(String school, @Context UriInfo request, @Context HttpHeaders headers) {
        return answer(school, request.getQueryParameters(), headers);
    }

    /// The protocol allows both.
    @POST
    @Consumes("application/x-www-form-urlencoded")
    @Transactional
    public String post(
            String school,
            MultivaluedMap<String, String> form,
            @Context UriInfo request,
            @Context HttpHeaders headers) {
        var sent = new MultivaluedHashMap<String, String>();
        request.getQueryParameters().forEach(sent::addAll);
        form.forEach(sent::addAll);
        return answer(school, sent, headers);
    }

    private String answer(String school, MultivaluedMap<String, String> sent, HttpHeaders headers) {
        var library = libraries.get(school);
        return oai.answer(library, Addresses.of(headers, library.code()), sent);
    }
}
