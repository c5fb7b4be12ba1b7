package vn.lopmo.lms.notice;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;

/// The caller's own notices; nobody has another's.
@Path("/notices")
class NoticeResource {
    /// @param more whether older ones follow
    record View(List<Notices.Line> notices, boolean more, int unread) {}

    record Reading(boolean read) {}

    record Until(@NotNull Instant until) {}

    record Unread(int unread) {}

    private final CurrentCaller callers;
    private final Notices notices;
    private final Clock clock;

    NoticeResource(CurrentCaller callers, Notices notices, Clock clock) {
        this.callers = callers;
        this.notices = notices;
        this.clock = clock;
    }

    @GET
    @Transactional
    public View list(@QueryParam("before") @Nullable UUID before) {
        var me = callers.get().id();
        var lines = notices.of(me, before);
        boolean more = lines.size() > Notices.PAGE;
        return new View(more ? lines.subList(0, Notices.PAGE) : lines, more, notices.unread(me));
    }

    @GET
    @Path("/unread")
    public Unread unread() {
        return new Unread(notices.unread(callers.get().id()));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public Unread mark(UUID id, @NotNull Reading reading) {
        var me = callers.get().id();
        notices.mark(me, id, reading.read ? clock.instant() : null);
        return new Unread(notices.unread(me));
    }

    @POST
    @Path("/read")
    @Transactional
    public Unread markAll(@Valid @NotNull Until all) {
        var me = callers.get().id();
        notices.markAll(me, all.until, clock.instant());
        return new Unread(notices.unread(me));
    }
}
