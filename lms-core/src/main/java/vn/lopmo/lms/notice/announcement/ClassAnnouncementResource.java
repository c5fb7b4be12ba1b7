package vn.lopmo.lms.notice.announcement;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// The newest announcements to a class, for its teachers and those who run the school.
@Path("/class-announcements/{class}")
class ClassAnnouncementResource {
    private static final int SHOWN = 3;

    private final CurrentCaller callers;
    private final SchoolClasses classes;
    private final Addressing addressing;
    private final AnnouncementLists lists;
    private final Clock clock;

    ClassAnnouncementResource(
            CurrentCaller callers, SchoolClasses classes, Addressing addressing, AnnouncementLists lists, Clock clock) {
        this.callers = callers;
        this.classes = classes;
        this.addressing = addressing;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<AnnouncementLists.Line> newest(@PathParam("class") UUID classId) {
        var caller = callers.get();
        var found = classes.get(classId, caller.schoolId());
        if (!addressing.looksAtAny(caller, List.of(found.id()))) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return lists.ofClass(classId, caller.schoolId(), SHOWN, clock.instant());
    }
}
