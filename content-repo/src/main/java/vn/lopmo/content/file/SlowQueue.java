package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Does the slow steps one after the other: previews, the reading of scans, films. Like the quick ones they lie in a
/// table, and one that was cut off is done again.
@ApplicationScoped
class SlowQueue {
    private static final Logger LOG = Logger.getLogger(SlowQueue.class);
    private static final int MOST_TRIES = 3;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);

    private final Steps steps;
    private final StoredFiles files;
    private final OfficePreview preview;
    private final ScanReading ocr;
    private final FilmLadder ladder;
    private final Helpers helpers;
    private final FilesConfig config;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    SlowQueue(
            Steps steps,
            StoredFiles files,
            OfficePreview preview,
            ScanReading ocr,
            FilmLadder ladder,
            Helpers helpers,
            FilesConfig config,
            Clock clock) {
        this.steps = steps;
        this.files = files;
        this.preview = preview;
        this.ocr = ocr;
        this.ladder = ladder;
        this.helpers = helpers;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.reader().enabled()) {
            QuarkusTransaction.requiringNew().run(steps::takeUpInterrupted);
            thread = Thread.ofPlatform().name("slow-steps").daemon().start(this::run);
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

    void wake() {
        work.release();
    }

    private void run() {
        boolean broken = false;
        try {
            while (!stopping) {
                try {
                    if (broken) {
                        QuarkusTransaction.requiringNew().run(steps::takeUpInterrupted);
                        broken = false;
                    }
                    while (!stopping && doNext()) {
                        LOG.debug("a slow step was done");
                    }
                    work.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                } catch (RuntimeException fault) {
                    LOG.warnf("slow steps pause: %s", fault);
                    Thread.sleep(PAUSE_AFTER_FAULT);
                    broken = true;
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("slow steps stop");
        }
    }

    private boolean doNext() {
        var next = QuarkusTransaction.requiringNew().call(() -> steps.claimSlow(clock.instant()));
        next.ifPresent(this::attempt);
        return next.isPresent();
    }

    private void attempt(Steps.Task task) {
        if (!helpers.has(task.step())) {
            end(task, IngestStep.State.SKIPPED, "helper-missing-" + Helpers.of(task.step()));
            return;
        }
        if (task.tries() > MOST_TRIES) {
            end(task, IngestStep.State.FAILED, "step-failed");
            return;
        }
        try {
            take(task);
            end(task, IngestStep.State.DONE, null);
        } catch (Helpers.Failed failed) {
            if (!stopping) { // else the next start finds it running, and does it again
                LOG.warnf("%s of %s: %s", task.step(), task.fileId(), failed.getMessage());
                end(task, IngestStep.State.FAILED, "step-failed");
            }
        } catch (IOException broken) {
            LOG.warnf(broken, "%s of %s", task.step(), task.fileId());
            end(task, IngestStep.State.FAILED, "step-failed");
        }
    }

    private void take(Steps.Task task) throws IOException, Helpers.Failed {
        var file = QuarkusTransaction.requiringNew().call(() -> files.findById(task.fileId()));
        var folder = Files.createTempDirectory("lopmo-step-");
        try {
            work(task.step()).on(file, folder);
        } finally {
            delete(folder);
        }
    }

    /// One kind of slow work on one file, in a folder of its own.
    interface Work {
        void on(StoredFile file, Path folder) throws IOException, Helpers.Failed;
    }

    private Work work(IngestStep step) {
        return switch (step) {
            case PREVIEW -> preview;
            case OCR -> ocr;
            case LADDER -> ladder;
            case HASH, SCAN, TYPE, TEXT, OLD_ENCODING, INDEX -> throw new IllegalStateException(step + " is quick");
        };
    }

    private static void delete(Path folder) {
        try {
            Folder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(Steps.Task task, IngestStep.State state, @Nullable String problem) {
        QuarkusTransaction.requiringNew()
                .run(() -> steps.finish(
                        List.of(new Steps.Done(task.fileId(), task.step(), state, problem)), clock.instant()));
    }
}
