package vn.lopmo.platform.person;

import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// This service's part of an export, once it is gathered.
@Path("/person-exports")
class PersonExportResource {
    private final CurrentCaller caller;
    private final PersonExports exports;
    private final Event<PersonExports.Opened> opened;

    PersonExportResource(CurrentCaller caller, PersonExports exports, Event<PersonExports.Opened> opened) {
        this.caller = caller;
        this.exports = exports;
        this.opened = opened;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public String get(UUID id) {
        var current = caller.get();
        var part = exports.find(id)
                .filter(found -> mayRead(current, found))
                .orElseThrow(() -> new Refusal.NotFound("not-found"));
        opened.fire(new PersonExports.Opened(part.personId(), current));
        return part.body();
    }

    /// Others are not told that there is one.
    static boolean mayRead(Caller caller, PersonExports.Part part) {
        return caller.schoolId().equals(part.schoolId())
                && (caller.is(Role.ADMIN) || part.readers().contains(caller.id()));
    }
}
