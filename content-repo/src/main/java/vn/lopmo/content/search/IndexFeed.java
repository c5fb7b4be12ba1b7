package vn.lopmo.content.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.ChangeLog;
import vn.lopmo.content.material.Materials;

/// Keeps the index level with the database. How far it has come stands in the index's own commit, so that whatever was
/// not committed when the service died is taken again, and an index that is lost, foreign, older in form or ahead of
/// its database is made anew.
@ApplicationScoped
class IndexFeed {
    /// Raised when documents are made differently.
    static final String FORM = "2";

    private static final Logger LOG = Logger.getLogger(IndexFeed.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(3);

    private final LibraryIndex index;
    private final MaterialDocuments documents;
    private final Materials materials;
    private final ChangeTail tail;
    private final SearchConfig config;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    IndexFeed(
            LibraryIndex index,
            MaterialDocuments documents,
            Materials materials,
            ChangeTail tail,
            SearchConfig config) {
        this.index = index;
        this.documents = documents;
        this.materials = materials;
        this.tail = tail;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("index-feed").daemon().start(this::run);
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        work.release();
        var running = thread;
        if (running != null) {
            running.join(Duration.ofSeconds(10));
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangeLog.Changed changed) {
        work.release();
    }

    private void run() {
        ChangeTail.@Nullable Position position = null;
        while (!stopping) {
            try {
                position = position == null ? startingPoint() : follow(position);
                if (work.tryAcquire(config.idle().toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (IOException | RuntimeException fault) {
                if (!stopping) {
                    LOG.warn("the index falls behind for a moment", fault);
                    pause();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private ChangeTail.Position startingPoint() throws IOException {
        var note = index.note();
        var source = tail.source();
        var noted = ChangeTail.Position.of(note);
        var reached = tail.reached();
        if (FORM.equals(note.get("form")) && source.equals(note.get("source")) && !noted.isAfter(reached)) {
            return follow(noted);
        }
        var ids = QuarkusTransaction.requiringNew().call(materials::allPublished);
        LOG.infof("the index is made anew: %d materials", ids.size());
        index.clear();
        for (UUID id : ids) {
            take(id);
        }
        settle(reached, source);
        return follow(reached);
    }

    private ChangeTail.Position follow(ChangeTail.Position from) throws IOException {
        var position = from;
        for (var changes = tail.after(position); !changes.isEmpty() && !stopping; changes = tail.after(position)) {
            for (UUID id : distinct(changes)) {
                take(id);
            }
            position = changes.getLast().position();
            settle(position, tail.source());
        }
        return position;
    }

    private void settle(ChangeTail.Position position, String source) throws IOException {
        index.refresh();
        index.commit(Map.of(
                "form",
                FORM,
                "source",
                source,
                "transaction",
                Long.toString(position.transaction()),
                "number",
                Long.toString(position.number())));
    }

    private void take(UUID materialId) throws IOException {
        var block = documents.of(materialId);
        if (block.isPresent()) {
            index.replace(materialId, block.get());
        } else {
            index.remove(materialId);
        }
    }

    private static List<UUID> distinct(List<ChangeTail.Change> changes) {
        return changes.stream().map(ChangeTail.Change::materialId).distinct().collect(Collectors.toList());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAULT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
