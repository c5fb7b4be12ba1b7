package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;

/// Takes what was received through its quick steps, oldest first, a few files in one transaction, with a child JVM for
/// each thread. The queue is the table itself, so that a restart goes on where a crash left off; doing a file twice
/// gives the same.
@ApplicationScoped
class ReadingQueue {
    private static final Logger LOG = Logger.getLogger(ReadingQueue.class);
    private static final int FILES_AT_ONCE = 16;
    /// Large files go alone, so that what is done is seen.
    private static final long BYTES_AT_ONCE = 32L << 20;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(3);

    private final ReceivedFiles received;
    private final FileReading reading;
    private final FilesConfig config;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger alone = new AtomicInteger();
    private volatile boolean stopping;

    ReadingQueue(ReceivedFiles received, FileReading reading, FilesConfig config) {
        this.received = received;
        this.reading = reading;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.reader().enabled()) {
            QuarkusTransaction.requiringNew().run(received::takeUpInterrupted);
            for (int i = 0; i < config.reader().children(); i++) {
                threads.add(
                        Thread.ofPlatform().name("file-reading-" + i).daemon().start(this::run));
            }
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /// Something was received.
    void wake() {
        work.release();
    }

    private void run() {
        var idleSince = Instant.now();
        try (var child = new ReaderChild(config.reader())) {
            while (!stopping) {
                try {
                    while (!stopping && readSome(child)) {
                        idleSince = Instant.now();
                    }
                    rest(child, idleSince);
                } catch (RuntimeException fault) {
                    LOG.warnf("reading files pauses: %s", fault);
                    LOG.debug("because", fault);
                    Thread.sleep(PAUSE_AFTER_FAULT);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("the reading of files stops");
        }
    }

    private void rest(ReaderChild child, Instant idleSince) throws InterruptedException {
        if (child.isRunning() && Duration.between(idleSince, Instant.now()).compareTo(child.idle()) > 0) {
            child.close();
        }
        if (work.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private boolean readSome(ReaderChild child) {
        int most = alone.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 1 : FILES_AT_ONCE;
        var files = QuarkusTransaction.requiringNew().call(() -> received.claim(most, BYTES_AT_ONCE));
        if (!files.isEmpty()) {
            try {
                reading.read(files, child);
            } catch (RuntimeException fault) {
                alone.set(2 * FILES_AT_ONCE);
                handBack(files, fault);
                throw fault;
            }
        }
        return !files.isEmpty();
    }

    /// After a fault files go alone for a while: one that always fails is then found, and the others pass. If not even
    /// handing back works the database is away.
    private void handBack(List<ReceivedFiles.Claimed> files, RuntimeException fault) {
        boolean itsOwn = files.size() == 1 && !(fault instanceof Refusal.Unavailable);
        while (!stopping) {
            try {
                QuarkusTransaction.requiringNew().run(() -> received.handBack(files, itsOwn ? 1 : 0));
                return;
            } catch (RuntimeException away) {
                LOG.debug("the database is away", away);
                try {
                    Thread.sleep(PAUSE_AFTER_FAULT);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
