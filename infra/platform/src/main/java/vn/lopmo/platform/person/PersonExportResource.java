package vn.lopmo.platform.person;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// This service's part of an export, once it is gathered.
@Path("/person-exports")
class PersonExportResource {
    private final CurrentCaller caller;
    private final PersonExports exports;
    private final PersonWords words;
    private final Instance<HeldFiles> files;
    private final Event<PersonExports.Opened> opened;

    PersonExportResource(
            CurrentCaller caller,
            PersonExports exports,
            PersonWords words,
            @Any Instance<HeldFiles> files,
            Event<PersonExports.Opened> opened) {
        this.caller = caller;
        this.exports = exports;
        this.words = words;
        this.files = files;
        this.opened = opened;
    }

    /// What people call this service's tables, columns and values.
    @GET
    @Path("/words")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> words() {
        return words.all();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public String get(UUID id) {
        return read(id).body();
    }

    /// The bytes of a file that the part names, never all of them in memory.
    @GET
    @Path("/{id}/files/{file}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public RestResponse<InputStream> file(UUID id, UUID file) {
        var person = read(id).personId();
        var kept = files.stream()
                .filter(each ->
                        each.of(person).stream().anyMatch(one -> one.id().equals(file)))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("person-file-gone"));
        return RestResponse.ResponseBuilder.ok(kept.open(person, file))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private PersonExports.Part read(UUID id) {
        var current = caller.get();
        var part = exports.find(id)
                .filter(found -> mayRead(current, found))
                .orElseThrow(() -> new Refusal.NotFound("not-found"));
        opened.fire(new PersonExports.Opened(part.personId(), current));
        return part;
    }

    /// Others are not told that there is one.
    static boolean mayRead(Caller caller, PersonExports.Part part) {
        return caller.schoolId().equals(part.schoolId())
                && (caller.is(Role.ADMIN) || part.readers().contains(caller.id()));
    }
}
