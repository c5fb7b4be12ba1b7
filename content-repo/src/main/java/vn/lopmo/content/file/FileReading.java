package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import vn.lopmo.content.file.QuickSteps.Outcome;
import vn.lopmo.content.file.reading.PageFile;
import vn.lopmo.content.material.ChangeLog;

/// Takes a few files through their quick steps and writes down in one transaction what came of them. What lies in the
/// folder of arrivals is removed only after that.
@ApplicationScoped
class FileReading {
    private static final Logger LOG = Logger.getLogger(FileReading.class);

    private final QuickSteps quickSteps;
    private final ReceivedFiles received;
    private final Steps steps;
    private final FilePages pages;
    private final Arrivals arrivals;
    private final SlowQueue slow;
    private final ChangeLog changes;
    private final Event<FileReady> news;
    private final Rows rows;
    private final Clock clock;

    FileReading(
            QuickSteps quickSteps,
            ReceivedFiles received,
            Steps steps,
            FilePages pages,
            Arrivals arrivals,
            SlowQueue slow,
            ChangeLog changes,
            Event<FileReady> news,
            Rows rows,
            Clock clock) {
        this.quickSteps = quickSteps;
        this.received = received;
        this.steps = steps;
        this.pages = pages;
        this.arrivals = arrivals;
        this.slow = slow;
        this.changes = changes;
        this.news = news;
        this.rows = rows;
        this.clock = clock;
    }

    void read(List<ReceivedFiles.Claimed> files, ReaderChild child) {
        try {
            var folder = Files.createTempDirectory("lopmo-reading-");
            try {
                read(files, child, folder);
            } finally {
                Folder.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<ReceivedFiles.Claimed> files, ReaderChild child, Path folder) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        for (var file : files) {
            try {
                var own = Files.createDirectory(folder.resolve(file.id().toString()));
                outcomes.add(quickSteps.take(file, child, own));
            } catch (ReaderChild.Lost lost) {
                LOG.warnf("file %s was not read: %s", file.id(), lost.getMessage());
                QuarkusTransaction.requiringNew().run(() -> received.handBack(List.of(file), 1));
            }
        }
        QuarkusTransaction.requiringNew().timeout(600).run(() -> writeDown(outcomes));
        outcomes.stream()
                .filter(Outcome::needsNoBytes)
                .forEach(outcome -> arrivals.remove(outcome.file().id()));
        slow.wake();
    }

    /// One after the other for all threads, so that of two files with the same bytes one sees the other.
    private void writeDown(List<Outcome> outcomes) {
        rows.query("select pg_advisory_xact_lock(2020)", row -> true);
        var now = clock.instant();
        var done = new ArrayList<Steps.Done>();
        for (var outcome : outcomes) {
            keep(outcome);
            var file = outcome.file();
            if (outcome.problem() == null) {
                int count =
                        outcome.read() ? pages.replace(file.id(), PageFile.in(outcome.folder()), outcome.parts()) : 0;
                received.ready(file, count, outcome.thumbnail(), now);
            } else {
                received.failed(file, outcome.problem(), now);
            }
            done.addAll(outcome.steps());
        }
        steps.finish(done, now);
        outcomes.forEach(this::tell);
    }

    private void keep(Outcome outcome) {
        var file = outcome.file();
        if (outcome.sha256() != null && !file.checked()) {
            var same = received.findSame(file, outcome.sha256()).orElse(null);
            if (same == null) {
                received.countIn(file);
            }
            received.kept(file, outcome.sha256(), same);
        }
    }

    private void tell(Outcome outcome) {
        var file = outcome.file();
        changes.changed(file.materialId());
        if (outcome.problem() == null && outcome.sha256() != null) {
            news.fire(new FileReady(file.id(), file.materialId(), file.schoolId(), file.mediaType(), outcome.sha256()));
        }
    }
}
