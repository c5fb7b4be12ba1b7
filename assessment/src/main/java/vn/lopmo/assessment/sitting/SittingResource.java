package vn.lopmo.assessment.sitting;

import io.smallrye.mutiny.Uni;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Taking a paper: coming back to it, saving answers, handing it in. Only ever the caller's own.
@Path("/sittings")
class SittingResource {
    private final Sittings sittings;
    private final Assignments assignments;
    private final Openings openings;
    private final Saving saving;
    private final Beats beats;
    private final HandingIn handingIn;
    private final Visits visits;
    private final CurrentCaller caller;
    private final Clock clock;

    SittingResource(
            Sittings sittings,
            Assignments assignments,
            Openings openings,
            Saving saving,
            Beats beats,
            HandingIn handingIn,
            Visits visits,
            CurrentCaller caller,
            Clock clock) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.openings = openings;
        this.saving = saving;
        this.beats = beats;
        this.handingIn = handingIn;
        this.visits = visits;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param acked the last number of the request; all of it is on the disk
    record Saved(
            int acked,
            Instant serverNow,
            Instant closesAt,
            @Nullable Instant pausedAt) {}

    /// @param moved the sitting is tied to another device: this one must not go on
    record Heard(
            Instant serverNow,
            Instant closesAt,
            @Nullable Instant pausedAt,
            @Nullable Instant handedInAt,
            boolean moved,
            OpenSitting.@Nullable Message message) {}

    record HandIn(@Min(0) @Max(StepsReading.LAST_SEQ) int seq) {}

    record HandedIn(Instant handedInAt) {}

    @GET
    @Path("/{id}")
    @Transactional
    public Opening get(UUID id) {
        var asking = caller.get();
        var sitting = sittings.own(asking.id(), id);
        var assignment = assignments.recent(asking.schoolId(), sitting.assignmentId());
        return openings.again(sitting, assignment, clock.instant());
    }

    /// Without a thread that waits: see [Saving].
    @PUT
    @Path("/{id}/answers")
    public Uni<Saved> save(UUID id, StepsReading steps) {
        if (steps == null) {
            throw new Refusal.Invalid("answer-number");
        }
        int last = steps.last();
        return saving.save(id, caller.get(), steps)
                .map(sitting -> new Saved(last, clock.instant(), sitting.closesAt(), sitting.pausedAt()));
    }

    /// Every ten seconds, and at once when something is noticed. Without a thread that waits: see [Beats].
    @POST
    @Path("/{id}/beat")
    public Uni<Heard> beat(UUID id, BeatReading beat) {
        if (beat == null) {
            throw new Refusal.Invalid("beat-shape");
        }
        return beats.beat(id, caller.get(), beat, address())
                .map(sitting -> new Heard(
                        clock.instant(),
                        sitting.closesAt(),
                        sitting.pausedAt(),
                        sitting.handedInAt(),
                        sitting.isElsewhere(beat.device()),
                        sitting.message()));
    }

    private @Nullable String address() {
        return visits.current().address().map(InetAddress::getHostAddress).orElse(null);
    }

    @POST
    @Path("/{id}/hand-in")
    public HandedIn handIn(UUID id, @NotNull @Valid HandIn handIn) {
        return new HandedIn(handingIn.byLearner(id, caller.get().id(), handIn.seq));
    }
}
