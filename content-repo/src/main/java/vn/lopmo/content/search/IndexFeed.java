package vn.lopmo.content.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.ChangeLog;

/// Keeps this replica's index level with the database. How far it has come stands in the index's own commit, so that
/// whatever was not committed when the service died is taken again, and an index that is lost, foreign, broken, older
/// in form or ahead of its database is made anew. On order a new one is filled beside the old one, which is kept level
/// and searched meanwhile.
@ApplicationScoped
class IndexFeed {
    private static final Logger LOG = Logger.getLogger(IndexFeed.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(3);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private static final Duration STILL_THERE = Duration.ofMinutes(1);

    private final LibraryIndex library;
    private final IndexFilling filling;
    private final ChangeTail tail;
    private final Rebuilds rebuilds;
    private final Replica replica;
    private final SearchConfig config;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Filled filled;
    private @Nullable Thread thread;
    private volatile @Nullable Thread rebuilding;
    private long lastReport;
    private String lastTold = "";

    /// A new index that holds everything up to a position.
    private record Filled(OpenIndex index, IndexNote note, ChangeTail.Position position) {}

    IndexFeed(
            LibraryIndex library,
            IndexFilling filling,
            ChangeTail tail,
            Rebuilds rebuilds,
            Replica replica,
            SearchConfig config) {
        this.library = library;
        this.filling = filling;
        this.tail = tail;
        this.rebuilds = rebuilds;
        this.replica = replica;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("index-feed").daemon().start(this::run);
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        work.release();
        for (Thread running : new @Nullable Thread[] {thread, rebuilding}) {
            if (running != null) {
                running.join(Duration.ofSeconds(10));
            }
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangeLog.Changed changed) {
        wake();
    }

    /// Says that there may be something new.
    void wake() {
        work.release();
    }

    private void run() {
        ChangeTail.@Nullable Position position = null;
        while (!stopping) {
            try {
                position = position == null ? startingPoint() : follow(position);
                report(position);
                if (work.tryAcquire(config.idle().toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (CorruptIndexException | AlreadyClosedException broken) {
                position = null;
                giveUp(broken);
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

    private void giveUp(Exception broken) {
        if (!stopping) {
            LOG.warn("the index broke while it was used and is made anew", broken);
            try {
                library.startAnew();
            } catch (IOException e) {
                LOG.error("no new index can be begun", e);
                pause();
            }
        }
    }

    private ChangeTail.Position startingPoint() throws IOException, InterruptedException {
        var index = library.current();
        var note = index.note();
        var source = tail.source();
        var reached = tail.reached();
        if (IndexNote.holds(note, source, reached)) {
            return filling.changes(index, ChangeTail.Position.of(note), IndexNote.of(note), () -> stopping);
        }
        var anew = new IndexNote(source, rebuilds.newest());
        var fresh = note.isEmpty() ? index : library.startAnew();
        LOG.info("the index is made anew");
        filling.all(fresh, () -> stopping, (done, total) -> progress(anew.rebuild(), done, total));
        if (!stopping) {
            filling.settle(fresh, anew, reached);
        }
        return filling.changes(fresh, reached, anew, () -> stopping);
    }

    private ChangeTail.Position follow(ChangeTail.Position from) throws IOException {
        var current = library.current();
        var note = IndexNote.of(current.note());
        var position = filling.changes(current, from, note, () -> stopping);
        var fresh = filled;
        if (fresh != null) {
            filled = null;
            rebuilding = null;
            position = filling.changes(fresh.index, fresh.position, fresh.note, () -> stopping);
            library.swap(fresh.index);
            LOG.info("the new index has taken the old one's place");
        } else if (rebuilding == null && rebuilds.newest() > note.rebuild()) {
            rebuild(rebuilds.newest());
        }
        return position;
    }

    private void rebuild(long order) {
        rebuilding = Thread.ofPlatform().name("index-rebuild").daemon().start(() -> {
            try {
                var reached = tail.reached();
                var note = new IndexNote(tail.source(), order);
                var beside = library.beside();
                LOG.infof("a new index is filled beside the one in use (order %d)", order);
                filling.all(beside, () -> stopping, (done, total) -> progress(order, done, total));
                if (stopping) {
                    beside.close();
                } else {
                    filling.settle(beside, note, reached);
                    filled = new Filled(beside, note, reached);
                    wake();
                }
            } catch (IOException | RuntimeException failed) {
                LOG.error("the new index was not finished; it is tried again", failed);
                pause();
                rebuilding = null;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized void progress(long order, int done, int total) {
        if (System.nanoTime() - lastReport > BETWEEN_REPORTS.toNanos() || done == 0) {
            lastReport = System.nanoTime();
            tell(order, done, Math.max(total, done + 1));
        }
    }

    /// While a rebuild runs, its own reports stand.
    private void report(ChangeTail.Position position) throws IOException {
        if (rebuilding == null) {
            long order = IndexNote.of(library.current().note()).rebuild();
            var told = order + " " + position + " " + System.nanoTime() / STILL_THERE.toNanos();
            if (!told.equals(lastTold)) {
                lastTold = told;
                tell(order, 0, 0);
            }
        }
    }

    private void tell(long order, int done, int total) {
        try {
            var name = replica.name();
            long bytes = library.bytes();
            var told = library.ask(searcher -> {
                int materials = searcher.getIndexReader().docFreq(new Term(Fields.KIND, Fields.MATERIAL));
                int pages = searcher.getIndexReader().numDocs() - materials;
                return new Rebuilds.Progress(
                        name, order, done, total, materials, Math.max(0, pages), bytes, Instant.EPOCH);
            });
            rebuilds.tell(told);
        } catch (IOException | RuntimeException away) {
            LOG.debug("the progress was not told", away);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAULT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
