package vn.lopmo.assessment.sitting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.sitting.Sittings.Overdue;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.thread.Rounds;

/// Hands in the sittings whose time is over and that nobody handed in. Several instances may run: each sitting is
/// ended once.
@ApplicationScoped
class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    /// Beyond the grace, so that another instance's last save is surely on the disk.
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Sittings sittings;
    private final HandingIn handingIn;
    private final SavingConfig config;
    private final Clock clock;
    private final Rounds rounds = new Rounds("sitting-sweeper");

    Sweeper(Sittings sittings, HandingIn handingIn, SavingConfig config, Clock clock) {
        this.sittings = sittings;
        this.handingIn = handingIn;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        rounds.every(config.sweep(), this::sweep);
    }

    void stop(@Observes ShutdownEvent stopped) {
        rounds.stop(Duration.ofSeconds(10));
    }

    /// Goes through all of them, page after page: those that cannot be ended keep nobody waiting.
    ///
    /// @return how many were handed in
    int sweep() {
        var then = clock.instant().minus(Sitting.GRACE).minus(MARGIN);
        int done = 0;
        var page = overdue(then, null);
        while (!page.isEmpty() && !rounds.isStopping()) {
            for (var sitting : page) {
                done += end(sitting.id(), () -> handingIn.byClock(sitting.id()));
            }
            page = page.size() < config.sweepPage() ? List.of() : overdue(then, page.getLast());
        }
        return done + sweepForgotten();
    }

    /// Every exam ends, also one that was paused and never went on.
    private int sweepForgotten() {
        var then = clock.instant().minus(config.longestPause());
        int done = 0;
        for (var id : QuarkusTransaction.requiringNew().call(() -> sittings.forgotten(then))) {
            done += rounds.isStopping() ? 0 : end(id, () -> handingIn.forgotten(id, then));
        }
        return done;
    }

    private List<Overdue> overdue(Instant then, @Nullable Overdue after) {
        return QuarkusTransaction.requiringNew().call(() -> sittings.overdue(then, after, config.sweepPage()));
    }

    /// One that fails must not keep the others waiting.
    private int end(UUID id, BooleanSupplier ending) {
        try {
            return ending.getAsBoolean() ? 1 : 0;
        } catch (Refusal busy) {
            return 0;
        } catch (RuntimeException fault) {
            LOG.warnf(fault, "the sitting %s is over but could not be handed in", id);
            return 0;
        }
    }
}
