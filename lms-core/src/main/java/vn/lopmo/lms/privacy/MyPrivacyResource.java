package vn.lopmo.lms.privacy;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.Uses;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// What somebody agrees to and asks for, for himself or for a child that he acts for.
@Path("/my/privacy")
class MyPrivacyResource {
    /// @param off what his data is not used for
    record View(
            UUID subjectId,
            String name,
            boolean acts,
            List<Consents.Standing> consents,
            List<RequestView> requests,
            List<Uses.Use> off) {}

    record Giving(@NotNull UUID textId, @Nullable UUID child) {}

    record Asking(
            @NotNull PrivacyRequest.Kind kind,
            @NotNull @Size(max = 2000) String text,
            @Nullable UUID child) {}

    private final CurrentCaller caller;
    private final People people;
    private final Guardianships guardianships;
    private final Consents consents;
    private final PrivacyRequests requests;
    private final RequestViews views;
    private final AgreedUses uses;
    private final RecordReads reads;
    private final PrivacyConfig config;
    private final Clock clock;

    MyPrivacyResource(
            CurrentCaller caller,
            People people,
            Guardianships guardianships,
            Consents consents,
            PrivacyRequests requests,
            RequestViews views,
            AgreedUses uses,
            RecordReads reads,
            PrivacyConfig config,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.guardianships = guardianships;
        this.consents = consents;
        this.requests = requests;
        this.views = views;
        this.uses = uses;
        this.reads = reads;
        this.config = config;
        this.clock = clock;
    }

    /// @param child whose, if not the caller's own
    @GET
    @Transactional
    public View get(@RestQuery @Nullable UUID child) {
        var current = caller.get();
        var subject = subject(child);
        boolean acts = child == null || guardianships.acts(current.id(), subject.id());
        return new View(
                subject.id(),
                subject.name(),
                acts,
                consents.of(subject, current.id()),
                views.of(requests.about(subject.id()), current.schoolId()),
                uses.offFor(subject.schoolId(), subject.id()));
    }

    /// Who of the staff opened what is held of him, the latest first.
    @GET
    @Path("/looks")
    @Transactional
    public List<RecordReads.Look> looks(@RestQuery @Nullable UUID child) {
        var subject = subject(child);
        return reads.at(subject.schoolId(), subject.id());
    }

    @POST
    @Path("/consents")
    @Transactional
    public View give(@NotNull @Valid Giving giving) {
        consents.give(speakingFor(giving.child), caller.get().id(), giving.textId);
        return get(giving.child);
    }

    @DELETE
    @Path("/consents/{textId}")
    @Transactional
    public View withdraw(UUID textId, @RestQuery @Nullable UUID child) {
        consents.withdraw(speakingFor(child), caller.get().id(), textId);
        return get(child);
    }

    @POST
    @Path("/requests")
    @ResponseStatus(201)
    @Transactional
    public View ask(@NotNull @Valid Asking asking) {
        var subject = speakingFor(asking.child);
        requests.persist(PrivacyRequest.of(
                subject.schoolId(),
                subject.id(),
                caller.get().id(),
                asking.kind,
                asking.text,
                config,
                clock.instant()));
        requests.flush();
        return get(asking.child);
    }

    /// @throws Refusal.NotFound for a child that the school has not linked with the caller
    private Person subject(@Nullable UUID child) {
        var current = caller.get();
        if (child != null && !guardianships.guards(current.id(), child)) {
            throw new Refusal.NotFound("person-not-found");
        }
        return people.get(child == null ? current.id() : child, current.schoolId());
    }

    /// @throws Refusal.Conflict while the guardian has not said that he acts for the child
    private Person speakingFor(@Nullable UUID child) {
        var subject = subject(child);
        var current = caller.get();
        if (!PrivacyPolicy.speaksFor(current, subject.id(), guardianships.acts(current.id(), subject.id()))) {
            throw new Refusal.Conflict("acting-not-accepted");
        }
        return subject;
    }
}
