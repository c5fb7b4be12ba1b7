package vn.lopmo.assessment.sitting;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;

/// Signs of life. With the sitting in memory and nothing noticed, nothing blocks.
@ApplicationScoped
class Beats {
    private final OpenSittings sittings;
    private final Presences presences;
    private final Signs signs;
    private final Clock clock;

    Beats(OpenSittings sittings, Presences presences, Signs signs, Clock clock) {
        this.sittings = sittings;
        this.presences = presences;
        this.signs = signs;
        this.clock = clock;
    }

    /// The sitting as it stands, once what was noticed is durable.
    Uni<OpenSitting> beat(UUID id, Caller caller, BeatReading beat, @Nullable String address) {
        var known = sittings.known(id);
        if (known != null && !beat.hasSigns() && !isOdd(known, beat)) {
            return Uni.createFrom().item(heard(known, caller, beat, address));
        }
        return Uni.createFrom()
                .item(() -> slowly(id, caller, beat, address))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /// What would tell the learner something grave is looked up anew before it is told.
    private boolean isOdd(OpenSitting sitting, BeatReading beat) {
        return sitting.isLate(clock.instant()) || sitting.isElsewhere(beat.device());
    }

    private OpenSitting slowly(UUID id, Caller caller, BeatReading beat, @Nullable String address) {
        var sitting = sittings.get(id);
        sitting.checkOwner(caller);
        if (isOdd(sitting, beat)) {
            sitting = sittings.fresh(id);
        }
        heard(sitting, caller, beat, address);
        if (beat.hasSigns()) {
            signs.add(beat.signs(sitting, clock.instant()));
        }
        return sitting;
    }

    private OpenSitting heard(OpenSitting sitting, Caller caller, BeatReading beat, @Nullable String address) {
        sitting.checkOwner(caller);
        presences.put(beat.presence(sitting, address, clock.instant()), !sitting.isElsewhere(beat.device()));
        return sitting;
    }
}
