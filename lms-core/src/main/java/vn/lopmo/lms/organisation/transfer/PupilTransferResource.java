package vn.lopmo.lms.organisation.transfer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.transfer.PupilTransfer.State;
import vn.lopmo.lms.organisation.transfer.PupilTransferViews.Arriving;
import vn.lopmo.lms.organisation.transfer.PupilTransferViews.Leaving;
import vn.lopmo.lms.organisation.transfer.PupilTransferViews.OtherSchool;
import vn.lopmo.lms.organisation.transfer.TransferPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Pupils between two schools of this install: offered by the one, taken or declined by the other.
@Path("/pupil-transfers")
class PupilTransferResource {
    record Offer(@NotNull UUID personId, @NotNull UUID schoolId) {}

    record Declining(@NotBlank @Size(max = 500) String reason) {}

    record Taking(@NotNull UUID classId) {}

    private final CurrentCaller callers;
    private final PupilTransfers transfers;
    private final PupilTransferViews views;
    private final Arrival arrival;
    private final People people;
    private final RecordReads reads;
    private final Clock clock;

    PupilTransferResource(
            CurrentCaller callers,
            PupilTransfers transfers,
            PupilTransferViews views,
            Arrival arrival,
            People people,
            RecordReads reads,
            Clock clock) {
        this.callers = callers;
        this.transfers = transfers;
        this.views = views;
        this.arrival = arrival;
        this.people = people;
        this.reads = reads;
        this.clock = clock;
    }

    private Caller may(Verb verb) {
        return TransferPolicy.check(callers.get(), verb);
    }

    /// The other schools of this install: what they are called and where they are, nothing more.
    @GET
    @Path("/schools")
    @Transactional
    public List<OtherSchool> schools() {
        return views.otherThan(may(Verb.OFFER).schoolId());
    }

    @GET
    @Path("/leaving")
    @Transactional
    public List<Leaving> leaving() {
        return views.leaving(transfers.from(may(Verb.READ_LEAVING).schoolId(), clock.instant()));
    }

    /// A look at one who waits stands in the log of his school, where his family reads it.
    @GET
    @Path("/arriving")
    @Transactional
    public List<Arriving> arriving() {
        var caller = may(Verb.READ_ARRIVING);
        var found = transfers.to(caller.schoolId(), clock.instant());
        found.stream()
                .filter(each -> each.state(clock.instant()) == State.WAITING)
                .collect(groupingBy(PupilTransfer::schoolId, mapping(PupilTransfer::personId, toList())))
                .forEach((school, waiting) -> reads.noteAll(caller, school, waiting, RecordReads.PERSON_FILE));
        return views.arriving(found);
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public Leaving offer(@NotNull @Valid Offer offer) {
        var caller = may(Verb.OFFER);
        var now = clock.instant();
        var pupil = people.get(offer.personId, caller.schoolId());
        if (!pupil.roles().contains(Role.STUDENT)) {
            throw new Refusal.Invalid("not-a-student");
        }
        if (views.otherThan(caller.schoolId()).stream()
                .noneMatch(school -> school.id().equals(offer.schoolId))) {
            throw new Refusal.NotFound("school-not-found");
        }
        transfers.hold(pupil.id());
        transfers.end(pupil.id(), now);
        if (transfers.waits(pupil.id())) {
            throw new Refusal.Conflict("pupil-transfer-waits");
        }
        var made = PupilTransfer.offer(pupil, offer.schoolId, caller.id(), now);
        transfers.persist(made);
        return views.leaving(List.of(made)).getFirst();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    public Leaving withdraw(UUID id) {
        var caller = may(Verb.WITHDRAW);
        var transfer = transfers.held(id, caller.schoolId());
        transfer.withdraw(caller.id(), clock.instant());
        return views.leaving(List.of(transfer)).getFirst();
    }

    @POST
    @Path("/{id}/refusal")
    @Transactional
    public void decline(UUID id, @NotNull @Valid Declining declining) {
        var caller = may(Verb.DECLINE);
        transfers.heldFor(id, caller.schoolId()).decline(declining.reason, caller.id(), clock.instant());
    }

    @POST
    @Path("/{id}/arrival")
    public Arrival.Taken take(UUID id, @NotNull @Valid Taking taking) {
        return arrival.take(id, taking.classId, may(Verb.TAKE));
    }
}
