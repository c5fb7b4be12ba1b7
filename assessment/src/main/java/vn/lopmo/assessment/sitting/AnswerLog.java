package vn.lopmo.assessment.sitting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Saves answers in groups: one thread gathers what comes within a moment and commits it as one statement, so that
/// the disk is waited for once and not once an answer (docs/numbers.md). Safe for any number of threads; what is
/// appended first is committed first.
@ApplicationScoped
class AnswerLog {
    private static final Logger LOG = Logger.getLogger(AnswerLog.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final AnswerSteps steps;
    private final SavingConfig config;
    private final BlockingQueue<Save> waiting;
    /// Wakes the writer while it lets others come: not by each save, which would cost more than the gathering spares.
    private final Semaphore hurry = new Semaphore(0);
    /// How many were appended and are neither saved nor refused.
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean stopping;
    private @Nullable Thread writer;

    /// Steps that came together, and the promise that they are on the disk.
    private record Save(List<AnswerStep> steps, CompletableFuture<Void> done) {
        /// Who hands in has nothing to save and waits for what is before him: then nobody waits for company.
        boolean isHurried() {
            return steps.isEmpty();
        }
    }

    AnswerLog(AnswerSteps steps, SavingConfig config) {
        this.steps = steps;
        this.config = config;
        this.waiting = new ArrayBlockingQueue<>(config.queue());
    }

    void start(@Observes StartupEvent started) {
        writer = Thread.ofPlatform().name("answer-log").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (writer != null) {
            writer.join(Duration.ofSeconds(10));
        }
    }

    /// The result completes when the steps are durable. It fails with [Refusal.Unavailable] if they could not be
    /// saved now, and with [Refusal.Conflict] if another answer has one of their numbers.
    CompletableFuture<Void> append(List<AnswerStep> batch) {
        var save = new Save(batch, new CompletableFuture<>());
        pending.incrementAndGet();
        if (stopping || !waiting.offer(save)) {
            pending.decrementAndGet();
            save.done.completeExceptionally(delayed());
        } else if (save.isHurried()) {
            hurry.release();
        }
        return save.done;
    }

    /// Completes when everything that was appended before is saved or has failed. Mostly that is so already: then the
    /// writer is not woken for it.
    CompletableFuture<Void> settled() {
        return pending.get() == 0 ? CompletableFuture.completedFuture(null) : append(List.of());
    }

    private void run() {
        while (!stopping || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    settle(gathered(first));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException fault) {
                LOG.error("saving answers failed", fault);
            }
        }
    }

    private List<Save> gathered(Save first) throws InterruptedException {
        if (!first.isHurried() && waiting.size() < config.rows()) {
            hurry.tryAcquire(config.gather().toNanos(), TimeUnit.NANOSECONDS);
        }
        hurry.drainPermits();
        var saves = new ArrayList<Save>();
        int rows = 0;
        for (var next = first; next != null; next = rows < config.rows() ? waiting.poll() : null) {
            saves.add(next);
            rows += next.steps.size();
        }
        return saves;
    }

    private void settle(List<Save> saves) {
        try {
            commit(saves);
        } finally {
            pending.addAndGet(-saves.size());
        }
    }

    private void commit(List<Save> saves) {
        try {
            var rows = saves.stream().flatMap(save -> save.steps.stream()).toList();
            if (steps.insert(rows) == rows.size()) {
                saves.forEach(save -> save.done.complete(null));
            } else {
                saves.forEach(this::compare);
            }
        } catch (SQLException failed) {
            apart(saves, failed);
        } catch (RuntimeException fault) {
            saves.forEach(save -> save.done.completeExceptionally(fault));
            throw fault;
        }
    }

    /// Some number was taken: by the same step (sent again, all is well) or by another one (a second device).
    private void compare(Save save) {
        try {
            var taken = steps.lastOfCollision(save.steps);
            if (taken.isEmpty()) {
                save.done.complete(null);
            } else {
                save.done.completeExceptionally(
                        new Refusal.Conflict("answer-number-taken", Map.of("seq", taken.getAsInt())));
            }
        } catch (SQLException failed) {
            refuse(save, failed);
        }
    }

    /// One save that the database cannot take must not fail its neighbours.
    private void apart(List<Save> saves, SQLException failed) {
        if (saves.size() == 1 || !AnswerSteps.isAboutData(failed)) {
            saves.forEach(save -> refuse(save, failed));
        } else {
            saves.forEach(save -> commit(List.of(save)));
        }
    }

    private static void refuse(Save save, SQLException failed) {
        // the message would quote the answers
        LOG.warnf("answers could not be saved now: SQL state %s", failed.getSQLState());
        save.done.completeExceptionally(delayed());
    }

    private static Refusal delayed() {
        return new Refusal.Unavailable("saving-delayed", RETRY_AFTER_SECONDS);
    }
}
