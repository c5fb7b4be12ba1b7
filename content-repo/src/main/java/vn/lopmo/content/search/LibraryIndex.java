package vn.lopmo.content.search;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The index that is searched just now. Each making of it has a folder of its own, and the file `current` names the one
/// in use: a new one grows beside the old one and takes its place in one step. One that cannot be read is left, and
/// the next is filled from the database. Safe for any number of threads.
@ApplicationScoped
class LibraryIndex {
    private static final Logger LOG = Logger.getLogger(LibraryIndex.class);
    private static final String CURRENT = "current";

    private final Path folder;
    private final double buffer;
    private volatile @Nullable OpenIndex current;

    LibraryIndex(SearchConfig config) {
        this.folder = config.folder();
        this.buffer = config.buffer();
    }

    <T> T ask(OpenIndex.Question<T> question) {
        var asked = current();
        try {
            return asked.ask(question);
        } catch (AlreadyClosedException swapped) {
            if (asked == current()) {
                throw swapped;
            }
            return current().ask(question);
        }
    }

    OpenIndex current() {
        var known = current;
        return known != null ? known : opened();
    }

    private synchronized OpenIndex opened() {
        var known = current;
        if (known == null) {
            try {
                known = openOrMakeAnew();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            current = known;
        }
        return known;
    }

    private OpenIndex openOrMakeAnew() throws IOException {
        Files.createDirectories(folder);
        try {
            var named = folder.resolve(Files.readString(folder.resolve(CURRENT)).strip());
            if (Files.isDirectory(named)) {
                var index = OpenIndex.at(named, buffer);
                sweep(index);
                return index;
            }
        } catch (NoSuchFileException first) {
            LOG.debug("no index yet");
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException broken) {
            LOG.warnf("the index cannot be read and is made anew: %s", broken.getMessage());
        } catch (IllegalArgumentException | java.io.EOFException | java.io.FileNotFoundException broken) {
            LOG.warnf("the index cannot be read and is made anew: %s", broken.getMessage());
        }
        var fresh = beside();
        name(fresh);
        sweep(fresh);
        return fresh;
    }

    /// An empty one that nobody searches yet.
    OpenIndex beside() throws IOException {
        Files.createDirectories(folder);
        long last = 0;
        for (Path each : made()) {
            last = Math.max(last, Long.parseLong(each.getFileName().toString()));
        }
        return OpenIndex.at(folder.resolve(Long.toString(last + 1)), buffer);
    }

    /// From now on this one is searched; searches under way end on the one before.
    synchronized void swap(OpenIndex fresh) throws IOException {
        var old = current;
        name(fresh);
        current = fresh;
        if (old != null) {
            old.close();
        }
        sweep(fresh);
    }

    /// Replaces an index that failed while it was used, by an empty one.
    synchronized OpenIndex startAnew() throws IOException {
        var old = current;
        var fresh = beside();
        name(fresh);
        current = fresh;
        if (old != null) {
            try {
                old.close();
            } catch (IOException | RuntimeException broken) {
                LOG.debug("the broken index did not close", broken);
            }
        }
        sweep(fresh);
        return fresh;
    }

    /// Of all its files.
    long bytes() throws IOException {
        long bytes = 0;
        try (var files = Files.list(current().folder())) {
            for (Path each : files.toList()) {
                try {
                    bytes += Files.size(each);
                } catch (NoSuchFileException merged) {
                    LOG.debug("a segment was merged away meanwhile");
                }
            }
        }
        return bytes;
    }

    private void name(OpenIndex index) throws IOException {
        var file = folder.resolve(CURRENT);
        var beside = folder.resolve(CURRENT + ".new");
        Files.writeString(beside, index.folder().getFileName().toString());
        Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> made() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().matches("\\d{1,18}"))
                    .toList();
        }
    }

    /// Deletes every other making, and what older editions left in the folder itself.
    private void sweep(OpenIndex kept) throws IOException {
        try (var all = Files.list(folder)) {
            for (Path each : all.toList()) {
                var name = each.getFileName().toString();
                boolean stays = each.equals(kept.folder()) || name.equals(CURRENT) || name.equals(Replica.FILE);
                if (!stays) {
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    synchronized void close(@Observes ShutdownEvent stopped) throws IOException {
        var known = current;
        current = null;
        if (known != null) {
            known.close();
        }
    }
}
