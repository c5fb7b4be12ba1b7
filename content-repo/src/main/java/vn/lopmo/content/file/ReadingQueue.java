package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads what was received, one file after the other, oldest first. The queue is the table itself, so that a restart
/// goes on where a crash left off; reading a file twice gives the same.
@ApplicationScoped
class ReadingQueue {
    private static final Logger LOG = Logger.getLogger(ReadingQueue.class);
    private static final int MOST_TRIES = 2;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(3);

    private final StoredFiles files;
    private final FileReading reading;
    private final FilesConfig config;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    ReadingQueue(StoredFiles files, FileReading reading, FilesConfig config) {
        this.files = files;
        this.reading = reading;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.reader().enabled()) {
            thread = Thread.ofPlatform().name("file-reading").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    /// Something was received.
    void wake() {
        work.release();
    }

    private void run() {
        var idleSince = Instant.now();
        boolean takenUp = false;
        try (var child = new ReaderChild(config.reader())) {
            while (!stopping) {
                try {
                    if (!takenUp) {
                        QuarkusTransaction.requiringNew().run(files::takeUpInterrupted);
                        takenUp = true;
                    }
                    while (!stopping && readNext(child)) {
                        idleSince = Instant.now();
                    }
                    rest(child, idleSince);
                } catch (RuntimeException fault) {
                    LOG.warn("reading files pauses", fault);
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

    private boolean readNext(ReaderChild child) {
        var next = QuarkusTransaction.requiringNew().call(this::claim);
        next.ifPresent(file -> reading.read(file, child));
        return next.isPresent();
    }

    /// A file that brought the child down twice is given up.
    private Optional<StoredFile> claim() {
        var next = files.findNextToRead();
        if (next.isEmpty()) {
            return next;
        }
        var file = next.get();
        if (file.tries() >= MOST_TRIES) {
            file.fail("file-unreadable", Instant.now());
            return claimAfter();
        }
        file.beginReading();
        return next;
    }

    private Optional<StoredFile> claimAfter() {
        files.flush();
        return claim();
    }
}
