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
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import vn.lopmo.content.file.reading.PageFile;
import vn.lopmo.content.file.reading.PartsList;
import vn.lopmo.content.material.ChangeLog;
import vn.lopmo.platform.refusal.Refusal;

/// Reads one file: out of the store, through the child, into pages and parts.
@ApplicationScoped
class FileReading {
    private static final Logger LOG = Logger.getLogger(FileReading.class);

    private final StoredFiles files;
    private final FilePages pages;
    private final Blobs blobs;
    private final ChangeLog changes;
    private final Event<FileUnpacked> unpacked;
    private final Clock clock;

    FileReading(
            StoredFiles files,
            FilePages pages,
            Blobs blobs,
            ChangeLog changes,
            Event<FileUnpacked> unpacked,
            Clock clock) {
        this.unpacked = unpacked;
        this.files = files;
        this.pages = pages;
        this.blobs = blobs;
        this.changes = changes;
        this.clock = clock;
    }

    void read(StoredFile file, ReaderChild child) {
        try {
            var folder = Files.createTempDirectory("lopmo-reading-");
            try {
                read(file, child, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(StoredFile file, ReaderChild child, Path folder) throws IOException {
        var source = folder.resolve("source");
        try {
            blobs.copyTo(file.schoolId(), file.sha256(), source);
            var answer = child.read(source, file.mediaType(), folder, "/api/content/files/" + file.id() + "/parts/");
            if (answer.ready()) {
                store(file, folder);
            } else {
                settle(file, found -> found.fail(answer.slug(), clock.instant()));
            }
        } catch (ReaderChild.Lost lost) {
            LOG.warnf("file %s was not read: %s", file.id(), lost.getMessage());
            settle(file, StoredFile::readAgain);
        } catch (Refusal.Unavailable storeAway) {
            settle(file, StoredFile::readAgain);
            throw storeAway;
        }
    }

    private void store(StoredFile file, Path folder) throws IOException {
        var parts = keepParts(file, folder);
        unpacked.fire(new FileUnpacked(file.id(), file.materialId(), file.schoolId(), file.mediaType(), folder));
        var thumbnail = PartsList.thumbnail(folder);
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            int count = pages.replace(file.id(), PageFile.in(folder), parts);
            files.findByIdOptional(file.id()).ifPresent(found -> found.ready(count, thumbnail, clock.instant()));
            changes.changed(file.materialId());
        });
    }

    private List<FilePages.Part> keepParts(StoredFile file, Path folder) throws IOException {
        var parts = new ArrayList<FilePages.Part>();
        for (var part : PartsList.in(folder)) {
            blobs.keep(file.schoolId(), part.hash(), part.path(), part.mediaType());
            parts.add(new FilePages.Part(part.hash(), part.mediaType(), Files.size(part.path())));
        }
        return parts;
    }

    private void settle(StoredFile file, Consumer<StoredFile> change) {
        QuarkusTransaction.requiringNew()
                .run(() -> files.findByIdOptional(file.id()).ifPresent(change));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
