package vn.lopmo.content.harvest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Works off the harvests, page by page, those of all schools in turn. They lie in a table: after a restart they go on
/// where they stood.
@ApplicationScoped
class HarvestQueue {
    private static final Logger LOG = Logger.getLogger(HarvestQueue.class);
    /// One library that is slow to answer does not keep all others waiting.
    private static final int AT_ONCE = 2;

    private static final Duration WHILE_ONE_WAITS = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(10);

    private final Harvesting harvesting;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private final List<Thread> threads = new ArrayList<>();

    HarvestQueue(Harvesting harvesting) {
        this.harvesting = harvesting;
    }

    void start(@Observes StartupEvent started) {
        for (int i = 0; i < AT_ONCE; i++) {
            threads.add(Thread.ofPlatform().name("harvest-" + i).daemon().start(this::run));
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (var running : threads) {
            running.join(Duration.ofSeconds(5));
        }
    }

    void wake() {
        work.release();
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    while (!stopping && harvesting.takeNext()) {
                        LOG.debug("a page was taken");
                    }
                    var pause = harvesting.isAnyUnderWay() ? WHILE_ONE_WAITS : LOOK_AGAIN;
                    work.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                } catch (RuntimeException fault) {
                    LOG.warnf("harvests pause: %s", fault);
                    Thread.sleep(PAUSE_AFTER_FAULT);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("harvests stop");
        }
    }
}
