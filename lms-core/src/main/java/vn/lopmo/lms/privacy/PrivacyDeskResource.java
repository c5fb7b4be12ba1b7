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
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Particulars;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.RecordReads;
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
            @NotBlank @Size(max = 4000) String body) {}

    record TextView(UUID id, String purpose, int version, String title, String body, long given) {}

    record Asking(
            @NotNull UUID subjectId,
            @NotNull PrivacyRequest.Kind kind,
            @NotNull @Size(max = 2000) String text) {}

    record Answering(@NotBlank @Size(max = 2000) String text, boolean refused) {}

    record Doing(Particulars.@Nullable @Valid Correction correction) {}

    record Days(@Min(30) @Max(7300) int days) {}

    private final CurrentCaller caller;
    private final Consents consents;
    private final PrivacyRequests requests;
    private final RequestViews views;
    private final CarryingOut carryingOut;
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
                        consents.givenTo(text.id())))
                .toList();
    }

    /// A changed text is a new version, and everybody is asked again.
    @POST
    @Path("/texts")
    @Transactional
    public List<TextView> write(@NotNull @Valid TextForm form) {
        consents.write(may(Verb.WRITE_TEXTS), form.purpose, form.title.strip(), form.body.strip());
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
        carryingOut.carryOut(id, current.schoolId(), doing.correction);
        return request(id);
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
    public List<Retention.Setting> setRetention(Retention.What what, @NotNull @Valid Days days) {
        retention.set(may(Verb.SET_RETENTION), what, days.days);
        return retention();
    }
}
