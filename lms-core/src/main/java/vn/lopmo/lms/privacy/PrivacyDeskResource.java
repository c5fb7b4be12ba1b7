package vn.lopmo.lms.privacy;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Particulars;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.Uses.Use;
import vn.lopmo.lms.privacy.PrivacyPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// The school's side of personal data: what it asks consent for, the register of requests, who looked, how long things
/// are kept.
@Path("/privacy")
class PrivacyDeskResource {
    record TextForm(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String purpose,
            @NotBlank @Size(max = 150) String title,
            @NotBlank @Size(max = 4000) String body,
            @Nullable Set<Use> uses) {}

    record TextView(UUID id, String purpose, int version, String title, String body, List<Use> uses, long given) {}

    record Asking(
            @NotNull UUID subjectId,
            @NotNull PrivacyRequest.Kind kind,
            @NotNull @Size(max = 2000) String text) {}

    record Answering(@NotBlank @Size(max = 2000) String text, boolean refused) {}

    /// @param uses what the platform stops for the person, for a request of that kind
    record Doing(
            Particulars.@Nullable @Valid Correction correction,
            @Nullable Set<Use> uses) {}

    record Days(@Min(30) @Max(7300) int days) {}

    /// @param graceDays until a shorter time takes effect
    record Concerned(long people, int graceDays) {}

    private final CurrentCaller caller;
    private final Consents consents;
    private final PrivacyRequests requests;
    private final RequestViews views;
    private final CarryingOut carryingOut;
    private final Stops stops;
    private final Retention retention;
    private final RecordReads reads;
    private final People people;
    private final PrivacyConfig config;
    private final Clock clock;

    PrivacyDeskResource(
            CurrentCaller caller,
            Consents consents,
            PrivacyRequests requests,
            RequestViews views,
            CarryingOut carryingOut,
            Stops stops,
            Retention retention,
            RecordReads reads,
            People people,
            PrivacyConfig config,
            Clock clock) {
        this.caller = caller;
        this.consents = consents;
        this.requests = requests;
        this.views = views;
        this.carryingOut = carryingOut;
        this.stops = stops;
        this.retention = retention;
        this.reads = reads;
        this.people = people;
        this.config = config;
        this.clock = clock;
    }

    private Caller may(Verb verb) {
        var current = caller.get();
        PrivacyPolicy.check(current, verb);
        return current;
    }

    @GET
    @Path("/texts")
    @Transactional
    public List<TextView> texts() {
        return consents.asked(may(Verb.READ_CONSENTS).schoolId()).stream()
                .map(text -> new TextView(
                        text.id(),
                        text.purpose(),
                        text.version(),
                        text.title(),
                        text.body(),
                        text.uses(),
                        consents.givenTo(text.id())))
                .toList();
    }

    /// A changed text is a new version, and everybody is asked again.
    @POST
    @Path("/texts")
    @Transactional
    public List<TextView> write(@NotNull @Valid TextForm form) {
        consents.write(may(Verb.WRITE_TEXTS), form.purpose, form.title.strip(), form.body.strip(), orNone(form.uses));
        return texts();
    }

    @DELETE
    @Path("/texts/{purpose}")
    @Transactional
    public void end(String purpose) {
        consents.end(may(Verb.WRITE_TEXTS).schoolId(), purpose);
    }

    @GET
    @Path("/requests")
    @Transactional
    public List<RequestView> register() {
        var schoolId = may(Verb.READ_REQUESTS).schoolId();
        return views.of(requests.of(schoolId), schoolId);
    }

    /// A request that came on paper.
    @POST
    @Path("/requests")
    @ResponseStatus(201)
    @Transactional
    public RequestView enter(@NotNull @Valid Asking asking) {
        var current = may(Verb.ANSWER);
        var subject = people.get(asking.subjectId, current.schoolId());
        var request = PrivacyRequest.of(
                current.schoolId(), subject.id(), current.id(), asking.kind, asking.text, config, clock.instant());
        requests.persist(request);
        return view(request);
    }

    @POST
    @Path("/requests/{id}/answer")
    @Transactional
    public RequestView answer(UUID id, @NotNull @Valid Answering answering) {
        var current = may(Verb.ANSWER);
        var request = requests.get(id, current.schoolId());
        request.answer(current.id(), answering.text, answering.refused, clock.instant());
        return view(request);
    }

    @POST
    @Path("/requests/{id}/carry-out")
    public RequestView carryOut(UUID id, @NotNull @Valid Doing doing) {
        var current = may(Verb.CARRY_OUT);
        carryingOut.carryOut(
                id, current.schoolId(), new CarryingOut.Doing(current.id(), doing.correction, orNone(doing.uses)));
        return request(id);
    }

    private static Set<Use> orNone(@Nullable Set<Use> uses) {
        return uses == null ? Set.of() : uses;
    }

    /// What was stopped by the request goes on again: whoever asked has changed his mind.
    @DELETE
    @Path("/requests/{id}/stops")
    @Transactional
    public RequestView takeBackStops(UUID id) {
        var current = may(Verb.CARRY_OUT);
        var request = requests.get(id, current.schoolId());
        stops.takeBack(request, current.id(), clock.instant());
        return view(request);
    }

    @GET
    @Path("/requests/{id}")
    @Transactional
    public RequestView request(UUID id) {
        return view(requests.get(id, may(Verb.READ_REQUESTS).schoolId()));
    }

    private RequestView view(PrivacyRequest request) {
        return views.of(List.of(request), request.schoolId()).getFirst();
    }

    /// @param q part of the name of whoever looked, or was looked at
    @GET
    @Path("/accesses")
    public List<RecordReads.Read> accesses(
            @RestQuery @Nullable UUID learner, @RestQuery @Nullable @Size(max = 100) String q) {
        return reads.latest(may(Verb.READ_ACCESS_LOG).schoolId(), learner, q);
    }

    @GET
    @Path("/retention")
    public List<Retention.Setting> retention() {
        return retention.of(may(Verb.SET_RETENTION).schoolId());
    }

    @PUT
    @Path("/retention/{what}")
    public List<Retention.Setting> setRetention(KeptFor.What what, @NotNull @Valid Days days) {
        retention.set(may(Verb.SET_RETENTION), what, days.days);
        return retention();
    }

    /// A shorter time that has not taken effect yet never does.
    @DELETE
    @Path("/retention/{what}/change")
    public List<Retention.Setting> takeBackRetention(KeptFor.What what) {
        retention.takeBack(may(Verb.SET_RETENTION), what);
        return retention();
    }

    /// How many people something goes of today, if it is kept for so many days.
    @GET
    @Path("/retention/{what}/concerned")
    public Concerned concerned(KeptFor.What what, @RestQuery @Min(30) @Max(7300) int days) {
        return new Concerned(retention.concerned(may(Verb.SET_RETENTION).schoolId(), what, days), config.graceDays());
    }
}
