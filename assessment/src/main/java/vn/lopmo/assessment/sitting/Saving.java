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
import java.util.function.BiFunction;
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
    private final AnswerSteps steps;
    private final Clock clock;

    Saving(OpenSittings sittings, AnswerLog log, AnswerSteps steps, Clock clock) {
        this.sittings = sittings;
        this.log = log;
        this.steps = steps;
        this.clock = clock;
    }

    /// Makes the steps of a request for the sitting, or refuses them.
    interface Reading extends BiFunction<OpenSitting, Instant, List<AnswerStep>> {}

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

    /// Null if it has to be done on a thread that may wait: the sitting is not in memory, or its time is over.
    private @Nullable CompletableFuture<OpenSitting> trySave(UUID id, Caller caller, Reading reading) {
        var sitting = sittings.known(id);
        var now = clock.instant();
        if (sitting == null || sitting.isLate(now)) {
            return null;
        }
        sitting.checkOwner(caller);
        if (sittings.isShut(id)) {
            throw new Refusal.Unavailable("saving-delayed", 1);
        }
        return log.append(reading.apply(sitting, now)).thenApply(saved -> sitting);
    }

    private CompletableFuture<OpenSitting> saveAfterReading(UUID id, Caller caller, Reading reading) {
        var sitting = sittings.get(id);
        sitting.checkOwner(caller);
        var now = clock.instant();
        if (sitting.isLate(now)) {
            throw held(sitting, reading.apply(sitting, now));
        }
        var saving = sittings.guarded(id, () -> trySave(id, caller, reading));
        if (saving == null) {
            throw new Refusal.Unavailable("saving-delayed", 1);
        }
        return saving;
    }

    /// Work that comes too late is kept for the teacher, and the learner is told so.
    private Refusal held(OpenSitting sitting, List<AnswerStep> late) {
        try {
            boolean held = steps.hold(sitting.id(), late);
            return new Refusal.Conflict("sitting-closed", Map.of("held", held));
        } catch (SQLException failed) {
            LOG.warnf("late answers could not be kept now: SQL state %s", failed.getSQLState());
            return new Refusal.Unavailable("saving-delayed", 2);
        }
    }
}
