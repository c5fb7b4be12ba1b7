package vn.lopmo.platform.thread;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One thread that works beside the requests, round after round with a rest between them, from the start of a service
/// to its end. A round that fails is logged and the next one comes after a pause: whatever happens, the thread goes on.
///
/// Started once and stopped once; safe for any number of threads.
public final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final String name;
    private final int priority;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    /// What is done each time.
    @FunctionalInterface
    public interface Round {
        /// @return how long nothing need be done if nobody wakes the thread; zero for the next round at once
        Duration go() throws Exception;
    }

    /// What is done each time, when the rest is always the same.
    @FunctionalInterface
    public interface Task {
        void go() throws Exception;
    }

    /// @param name of the thread, as logs and dumps show it
    public Rounds(String name) {
        this(name, Thread.NORM_PRIORITY);
    }

    public Rounds(String name, int priority) {
        this.name = name;
        this.priority = priority;
    }

    /// Does the task once an interval, for the first time after one.
    public void every(Duration interval, Task task) {
        begin(interval, interval, () -> {
            task.go();
            return interval;
        });
    }

    /// Goes the first round at once.
    ///
    /// @param pause after a round that failed; nobody can cut it short
    public void start(Duration pause, Round round) {
        begin(Duration.ZERO, pause, round);
    }

    /// There is something to do: the next round comes now, or follows the one that goes on.
    public void wake() {
        woken.release();
    }

    /// Long rounds look here and end early.
    public boolean isStopping() {
        return stopping;
    }

    /// Interrupts the round that goes on and waits for its end, at most so long.
    public void stop(Duration patience) {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            await(running, patience);
        }
    }

    /// Lets the round that goes on come to its end, for work that an interruption would spoil.
    public void finish(Duration patience) {
        stopping = true;
        wake();
        var running = thread;
        if (running != null) {
            await(running, patience);
        }
    }

    private synchronized void begin(Duration first, Duration pause, Round round) {
        if (thread != null) {
            throw new IllegalStateException(name + " was started before");
        }
        thread = Thread.ofPlatform().name(name).daemon().priority(priority).start(() -> run(first, pause, round));
    }

    private void run(Duration first, Duration pause, Round round) {
        try {
            rest(first);
            while (!stopping) {
                rest(went(round, pause));
            }
        } catch (InterruptedException stopped) {
            LOG.debugf("%s stops", name);
        }
    }

    /// @return how long to rest
    private Duration went(Round round, Duration pause) throws InterruptedException {
        try {
            return round.go();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Throwable fault) {
            // an Error too: nobody would notice that the thread is missing until its work is
            if (!stopping) {
                LOG.warnf(fault, "%s failed and goes on in %s", name, pause);
                Thread.sleep(pause);
            }
            return Duration.ZERO;
        }
    }

    private void rest(Duration rest) throws InterruptedException {
        if (!stopping && woken.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
            woken.drainPermits();
        }
    }

    private void await(Thread running, Duration patience) {
        try {
            if (!running.join(patience)) {
                LOG.warnf("%s did not end within %s", name, patience);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
