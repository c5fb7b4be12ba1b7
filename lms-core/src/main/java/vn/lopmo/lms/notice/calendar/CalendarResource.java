package vn.lopmo.lms.notice.calendar;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// The dates of the caller's classes; a guardian's are those of his child.
@Path("/calendar")
class CalendarResource {
    private static final int MOST_DAYS = 100;

    /// @param feed null when the caller has none
    record View(List<Entry> entries, Feeds.@Nullable Feed feed) {}

    /// @param path at the school's address; shown this once
    record Address(String path) {}

    private final CurrentCaller callers;
    private final Memberships memberships;
    private final Guardianships guardianships;
    private final Dates dates;
    private final Feeds feeds;
    private final Clock clock;

    CalendarResource(
            CurrentCaller callers,
            Memberships memberships,
            Guardianships guardianships,
            Dates dates,
            Feeds feeds,
            Clock clock) {
        this.callers = callers;
        this.memberships = memberships;
        this.guardianships = guardianships;
        this.dates = dates;
        this.feeds = feeds;
        this.clock = clock;
    }

    /// @param until the day after the last one
    @GET
    @Transactional
    public View read(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("child") @Nullable UUID child) {
        var caller = callers.get();
        if (child != null && !guardianships.guards(caller.id(), child)) {
            throw new Refusal.NotFound("not-found");
        }
        if (from == null || until == null || until.isAfter(from.plusDays(MOST_DAYS))) {
            throw new Refusal.Invalid("calendar-days");
        }
        var whose = child == null ? caller.id() : child;
        var classes = memberships.classesOf(whose).stream().map(SchoolClass::id).toList();
        return new View(
                dates.of(classes, whose, start(from), start(until)),
                feeds.of(caller.id()).orElse(null));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ClockSource.VIETNAM).toInstant();
    }

    /// A new secret address; the one of before leads nowhere from now on.
    @POST
    @Path("/feed")
    @Transactional
    public Address make() {
        var secret = feeds.make(callers.get(), clock.instant());
        return new Address("/api/lms/open/calendars/" + secret + ".ics");
    }

    @DELETE
    @Path("/feed")
    @Transactional
    public void end() {
        feeds.end(callers.get().id());
    }
}
