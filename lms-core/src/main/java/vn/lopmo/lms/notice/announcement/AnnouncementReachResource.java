package vn.lopmo.lms.notice.announcement;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import vn.lopmo.platform.caller.CurrentCaller;

/// To whom the caller may say something.
@Path("/announcement-reach")
class AnnouncementReachResource {
    private final CurrentCaller callers;
    private final Addressing addressing;

    AnnouncementReachResource(CurrentCaller callers, Addressing addressing) {
        this.callers = callers;
        this.addressing = addressing;
    }

    @GET
    @Transactional
    public Addressing.Reach reach() {
        AnnouncementPolicy.checkWrite(callers.get());
        return addressing.reachOf(callers.get());
    }
}
