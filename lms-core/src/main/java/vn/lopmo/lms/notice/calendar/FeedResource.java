package vn.lopmo.lms.notice.calendar;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.refusal.Refusal;

/// What a calendar program reads: it has no session, only the secret in the address.
@Path("/open/calendars")
class FeedResource {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(200);

    private final Feeds feeds;
    private final Dates dates;
    private final Memberships memberships;
    private final Guardianships guardianships;
    private final Schools schools;
    private final Clock clock;

    FeedResource(
            Feeds feeds,
            Dates dates,
            Memberships memberships,
            Guardianships guardianships,
            Schools schools,
            Clock clock) {
        this.feeds = feeds;
        this.dates = dates;
        this.memberships = memberships;
        this.guardianships = guardianships;
        this.schools = schools;
        this.clock = clock;
    }

    /// @throws Refusal.NotFound for an address that was ended, without saying that it ever was one
    @GET
    @Path("/{secret}.ics")
    @Transactional
    public Response read(String secret) {
        var now = clock.instant();
        var reader = feeds.reader(secret, now).orElseThrow(() -> new Refusal.NotFound("not-found"));
        var entries = entries(reader.personId(), now.minus(BACK), now.plus(AHEAD));
        var school = schools.get(reader.schoolId()).name();
        return Response.ok(CalendarFile.of(school, entries, now), "text/calendar; charset=utf-8")
                .header("Cache-Control", "private, max-age=900")
                .build();
    }

    /// One's own and, for a guardian, those of each child; what two of them share stands there once.
    private List<Entry> entries(UUID personId, Instant from, Instant until) {
        return Stream.concat(
                        Stream.of(personId),
                        guardianships.childrenOf(personId).stream().map(Person::id))
                .flatMap(whose -> dates.of(classes(whose), whose, from, until).stream())
                .distinct()
                .toList();
    }

    private List<UUID> classes(UUID personId) {
        return memberships.classesOf(personId).stream().map(SchoolClass::id).toList();
    }
}
