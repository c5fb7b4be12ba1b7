package vn.lopmo.lms.notice.announcement;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;

/// Announcements for the caller that are not over, the newest first.
@Path("/my/announcements")
class MyAnnouncementResource {
    record Mine(List<AnnouncementLists.ForReader> announcements, boolean more) {}

    private final CurrentCaller callers;
    private final AnnouncementLists lists;
    private final Clock clock;

    MyAnnouncementResource(CurrentCaller callers, AnnouncementLists lists, Clock clock) {
        this.callers = callers;
        this.lists = lists;
        this.clock = clock;
    }

    /// @param before the last one of the page that was read
    @GET
    @Transactional
    public Mine list(@QueryParam("before") @Nullable UUID before) {
        var found = lists.of(callers.get(), before, clock.instant());
        boolean more = found.size() > AnnouncementLists.PAGE;
        return new Mine(more ? found.subList(0, AnnouncementLists.PAGE) : found, more);
    }
}
