package vn.lopmo.assessment.room;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.sitting.HeldWork;
import vn.lopmo.assessment.sitting.RecordReads;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;

/// Work of an assignment that is held, for those who lead it and decide.
@Path("/assignments/{id}/held")
class HeldResource {
    private final Rooms rooms;
    private final Sittings sittings;
    private final HeldWork heldWork;
    private final CurrentCaller caller;
    private final RecordReads reads;
    private final Clock clock;

    HeldResource(
            Rooms rooms, Sittings sittings, HeldWork heldWork, CurrentCaller caller, RecordReads reads, Clock clock) {
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
        var waiting = sittings.ofIds(heldWork.pendingIn(assignment.id()));
        reads.add(caller.get(), waiting, clock.instant());
        return waiting.stream()
                .map(sitting -> new Held(sitting.id(), sitting.learnerId(), heldWork.of(sitting)))
                .toList();
    }
}
