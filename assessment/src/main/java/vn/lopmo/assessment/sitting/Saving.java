package vn.lopmo.assessment.sitting;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Saving answers: the hottest path of the service. With the sitting in memory nothing blocks; the reply comes with
/// the commit.
@ApplicationScoped
class Saving {
    private static final Logger LOG = Logger.getLogger(Saving.class);

    private final OpenSittings sittings;
    private final AnswerLog log;
    private final HeldSteps heldSteps;
    private final Clock clock;

    Saving(OpenSittings sittings, AnswerLog log, HeldSteps heldSteps, Clock clock) {
        this.sittings = sittings;
        this.log = log;
        this.heldSteps = heldSteps;
        this.clock = clock;
    }

    /// What a device sends.
    interface Reading {
        /// The device's name for itself, if it has one.
        @Nullable
        String device();

        /// The steps, or a refusal.
        List<AnswerStep> read(OpenSitting sitting, Instant now);

        /// The same as work to be held.
        List<HeldStep> hold(OpenSitting sitting, Instant now, boolean moved);
    }

    /// The sitting, once the steps are durable.
    Uni<OpenSitting> save(UUID id, Caller caller, Reading reading) {
        if (sittings.known(id) != null) {
            var saving = sittings.guarded(id, () -> trySave(id, caller, reading));
            if (saving != null) {
                return Uni.createFrom().completionStage(saving);
            }
        }
        return Uni.createFrom()
                .completionStage(() -> saveAfterReading(id, caller, reading))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /// Null if it has to be done on a thread that may wait: the sitting is not in memory, or it seems that the steps
    /// have to be held.
    private @Nullable CompletableFuture<OpenSitting> trySave(UUID id, Caller caller, Reading reading) {
        var sitting = sittings.known(id);
        var now = clock.instant();
        if (sitting == null || sitting.isLate(now) || sitting.isElsewhere(reading.device())) {
            return null;
        }
        sitting.checkOwner(caller);
        if (sittings.isShut(id)) {
            throw new Refusal.Unavailable("saving-delayed", 1);
        }
        return log.append(reading.read(sitting, now)).thenApply(saved -> sitting);
    }

    private CompletableFuture<OpenSitting> saveAfterReading(UUID id, Caller caller, Reading reading) {
        sittings.get(id).checkOwner(caller);
        var now = clock.instant();
        var sitting = sittings.known(id);
        if (sitting == null || sitting.isLate(now) || sitting.isElsewhere(reading.device())) {
            sitting = sittings.fresh(id);
        }
        if (sitting.isLate(now)) {
            return hold("sitting-closed", sitting, reading.hold(sitting, now, false));
        }
        if (sitting.isElsewhere(reading.device())) {
            return hold("sitting-moved", sitting, reading.hold(sitting, now, true));
        }
        var saving = sittings.guarded(id, () -> trySave(id, caller, reading));
        if (saving == null) {
            throw new Refusal.Unavailable("saving-delayed", 1);
        }
        return saving;
    }

    /// Work that comes too late, or from a device that was left, is kept for the teacher, and the learner is told so.
    /// What was saved in time and is only sent again, because the reply was lost, is acknowledged again.
    private CompletableFuture<OpenSitting> hold(String slug, OpenSitting sitting, List<HeldStep> late) {
        var outcome = tryHold(sitting, late);
        if (outcome != HeldSteps.Outcome.STANDING) {
            throw new Refusal.Conflict(slug, Map.of("held", outcome == HeldSteps.Outcome.HELD));
        }
        return CompletableFuture.completedFuture(sitting);
    }

    private HeldSteps.Outcome tryHold(OpenSitting sitting, List<HeldStep> late) {
        try {
            return heldSteps.add(sitting.id(), late);
        } catch (SQLException failed) {
            LOG.warnf("late answers could not be kept now: SQL state %s", failed.getSQLState());
            throw new Refusal.Unavailable("saving-delayed", 2);
        }
    }
}
