package vn.lopmo.assessment.room;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.sitting.HeldWork;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;

/// Work of an assignment that is held, for those who lead it and decide.
@Path("/assignments/{id}/held")
class HeldResource {
    private final Rooms rooms;
    private final Sittings sittings;
    private final HeldWork heldWork;
    private final CurrentCaller caller;
    private final SignReads reads;
    private final Clock clock;

    HeldResource(
            Rooms rooms, Sittings sittings, HeldWork heldWork, CurrentCaller caller, SignReads reads, Clock clock) {
        this.rooms = rooms;
        this.sittings = sittings;
        this.heldWork = heldWork;
        this.caller = caller;
        this.reads = reads;
        this.clock = clock;
    }

    record Held(UUID sittingId, UUID learnerId, List<HeldWork.Step> steps) {}

    @GET
    @Transactional
    public List<Held> held(UUID id) {
        var assignment = rooms.led(caller.get(), id);
        var now = clock.instant();
        return sittings.ofIds(heldWork.pendingIn(assignment.id())).stream()
                .peek(sitting -> reads.add(caller.get(), sitting, now))
                .map(sitting -> new Held(sitting.id(), sitting.learnerId(), heldWork.of(sitting)))
                .toList();
    }
}
