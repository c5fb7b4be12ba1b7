package vn.lopmo.assessment.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.thread.Rounds;

/// Runs calibrations one after the other, beside the requests. One thread an instance.
@ApplicationScoped
class CalibrationRunner {
    private static final Logger LOG = Logger.getLogger(CalibrationRunner.class);
    private static final Duration PULSE = Duration.ofSeconds(5);
    /// One that has taken its runner down so often would do it again.
    private static final int MOST_RUNS = 3;

    private final CalibrationJobs jobs;
    private final Calibrating calibrating;
    private final AnalysisConfig config;
    private final Clock clock;
    private final Rounds rounds = new Rounds("calibrations", Thread.MIN_PRIORITY);

    CalibrationRunner(CalibrationJobs jobs, Calibrating calibrating, AnalysisConfig config, Clock clock) {
        this.jobs = jobs;
        this.calibrating = calibrating;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        rounds.start(config.poll(), () -> runNext() ? Duration.ZERO : config.poll());
    }

    void stop(@Observes ShutdownEvent stopped) {
        rounds.stop(Duration.ofSeconds(2));
    }

    /// @return whether there was one
    private boolean runNext() {
        var taken = QuarkusTransaction.requiringNew().call(() -> jobs.take(clock.instant()));
        taken.ifPresent(this::run);
        return taken.isPresent();
    }

    private void run(UUID id) {
        var pulse = Thread.ofVirtual().start(() -> sayAlive(id));
        try {
            int runs = QuarkusTransaction.requiringNew()
                    .call(() -> jobs.findById(id).runs());
            if (runs > MOST_RUNS) {
                throw new Refusal.Conflict("calibration-broken");
            }
            calibrating.run(id);
        } catch (Refusal refused) {
            calibrating.fail(id, refused.slug());
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "calibration %s failed", id);
            calibrating.fail(id, "calibration-broken");
        } finally {
            pulse.interrupt();
        }
    }

    private void sayAlive(UUID id) {
        try {
            while (!rounds.isStopping()) {
                Thread.sleep(PULSE);
                QuarkusTransaction.requiringNew().run(() -> jobs.alive(id, clock.instant()));
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
