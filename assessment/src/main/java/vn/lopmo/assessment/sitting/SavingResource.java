package vn.lopmo.assessment.sitting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Saving answers, without a thread that waits.
@Path("/sittings/{id}/answers")
class SavingResource {
    private final Saving saving;
    private final CurrentCaller caller;
    private final Clock clock;

    SavingResource(Saving saving, CurrentCaller caller, Clock clock) {
        this.saving = saving;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param acked the last number of the request; all of it is on the disk
    record Saved(int acked, Instant serverNow, Instant closesAt) {}

    @PUT
    public Uni<Saved> save(UUID id, StepsReading steps) {
        if (steps == null) {
            throw new Refusal.Invalid("answer-number");
        }
        int last = steps.last();
        return saving.save(id, caller.get(), steps)
                .map(sitting -> new Saved(last, clock.instant(), sitting.closesAt()));
    }
}
