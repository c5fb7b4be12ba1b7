package vn.lopmo.assessment.room;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.sitting.HeldWork;
import vn.lopmo.assessment.sitting.RecordReads;
import vn.lopmo.assessment.sitting.Sign;
import vn.lopmo.assessment.sitting.Signs;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// One learner in the room: his clock, his device, what was noticed, and work of his that is held.
@Path("/sittings/{id}")
class SeatResource {
    private final Rooms rooms;
    private final Sittings sittings;
    private final RoomClocks clocks;
    private final RoomKeeping keeping;
    private final Signs signs;
    private final RecordReads reads;
    private final CurrentCaller caller;
    private final Clock clock;

    SeatResource(
            Rooms rooms,
            Sittings sittings,
            RoomClocks clocks,
            RoomKeeping keeping,
            Signs signs,
            RecordReads reads,
            CurrentCaller caller,
            Clock clock) {
        this.rooms = rooms;
        this.sittings = sittings;
        this.clocks = clocks;
        this.keeping = keeping;
        this.signs = signs;
        this.reads = reads;
        this.caller = caller;
        this.clock = clock;
    }

    /// How it stands after a verb.
    record Standing(
            UUID sittingId,
            Instant closesAt,
            @Nullable Instant pausedAt,
            @Nullable Instant handedInAt,
            @Nullable String device) {
        static Standing of(Sitting sitting) {
            return new Standing(
                    sitting.id(), sitting.closesAt(), sitting.pausedAt(), sitting.handedInAt(), sitting.device());
        }
    }

    record Reopening(
            @Min(1) @Max(180) int minutes,
            @NotBlank @Size(max = 500) String reason) {}

    record Release(@Nullable @Size(max = 500) String reason) {
        @Nullable
        String tidy() {
            var tidy = reason == null ? "" : VietnameseText.tidy(reason);
            return tidy.isEmpty() ? null : tidy;
        }
    }

    /// @param anyTime also what was not typed in time
    record Accepting(@NotBlank @Size(max = 500) String reason, boolean anyTime) {}

    record Rejecting(@NotBlank @Size(max = 500) String reason) {}

    record Rejected(int rejected) {}

    record Noticed(
            String device,
            int n,
            Sign.Kind kind,
            Instant at,
            @Nullable Integer seconds,
            Instant receivedAt) {
        static Noticed of(Sign sign) {
            return new Noticed(sign.device(), sign.n(), sign.kind(), sign.at(), sign.seconds(), sign.receivedAt());
        }
    }

    @POST
    @Path("/pause")
    @Transactional
    public Standing pause(UUID id) {
        var sitting = watched(id);
        clocks.pause(sitting, caller.get(), clock.instant());
        return Standing.of(sitting);
    }

    @POST
    @Path("/resume")
    @Transactional
    public Standing resume(UUID id) {
        var sitting = watched(id);
        clocks.resume(sitting, caller.get(), clock.instant());
        return Standing.of(sitting);
    }

    @POST
    @Path("/reopen")
    @Transactional
    public Standing reopen(UUID id, @NotNull @Valid Reopening how) {
        var room = rooms.watchedSeat(caller.get(), id).assignment();
        var reason = VietnameseText.tidy(how.reason);
        return Standing.of(keeping.reopen(room, id, how.minutes, reason, caller.get(), clock.instant()));
    }

    @POST
    @Path("/release-device")
    @Transactional
    public Standing releaseDevice(UUID id, @NotNull @Valid Release release) {
        var sitting = watched(id);
        keeping.release(sitting, release.tidy(), caller.get(), clock.instant());
        return Standing.of(sitting);
    }

    /// What his devices have noticed: things to look at, never a verdict. That it was read is written down.
    @GET
    @Path("/events")
    @Transactional
    public List<Noticed> events(UUID id) {
        var sitting = rooms.ledSeat(caller.get(), id).sitting();
        reads.add(caller.get(), List.of(sitting), clock.instant());
        return signs.of(id).stream().map(Noticed::of).toList();
    }

    @POST
    @Path("/held/accept")
    @Transactional
    public HeldWork.Settled accept(UUID id, @NotNull @Valid Accepting accepting) {
        var sitting = led(id);
        var reason = VietnameseText.tidy(accepting.reason);
        return keeping.accept(sitting, accepting.anyTime, reason, caller.get(), clock.instant());
    }

    @POST
    @Path("/held/reject")
    @Transactional
    public Rejected reject(UUID id, @NotNull @Valid Rejecting rejecting) {
        var sitting = led(id);
        var reason = VietnameseText.tidy(rejecting.reason);
        return new Rejected(keeping.reject(sitting, reason, caller.get(), clock.instant()));
    }

    private Sitting watched(UUID id) {
        Caller asking = caller.get();
        rooms.watchedSeat(asking, id);
        return sittings.getToChange(asking.schoolId(), id);
    }

    private Sitting led(UUID id) {
        Caller asking = caller.get();
        rooms.ledSeat(asking, id);
        return sittings.getToChange(asking.schoolId(), id);
    }
}
