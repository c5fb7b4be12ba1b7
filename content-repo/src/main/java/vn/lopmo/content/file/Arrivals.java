package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// The folder where files lie, each under its id, from their first byte until the store has them. What lies there is
/// how much of an upload has arrived: no other count is kept.
@ApplicationScoped
class Arrivals {
    /// Left free for everything else on that disk.
    private static final long SPARE = 1L << 30;

    private final Path folder;

    Arrivals(FilesConfig config) {
        this.folder = config.folder().toAbsolutePath();
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    /// @throws Refusal.Unavailable if the disk has no room for `size` bytes
    void begin(UUID id, long size) {
        try {
            Files.createDirectories(folder);
            FileStore disk = Files.getFileStore(folder);
            if (disk.getUsableSpace() - SPARE < size) {
                throw new Refusal.Unavailable("disk-full", 600);
            }
            Files.createFile(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a whole file over, for good: it outlives a crash of the machine.
    void take(UUID id, Path sent) {
        try {
            Files.createDirectories(folder);
            Files.move(sent, path(id), StandardCopyOption.REPLACE_EXISTING);
            try (var file = FileChannel.open(path(id), StandardOpenOption.WRITE)) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holds(UUID id) {
        return Files.exists(path(id));
    }

    /// How many bytes have arrived; 0 if nothing is there.
    long received(UUID id) {
        try {
            return Files.size(path(id));
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What has not been written to since then.
    List<UUID> untouchedSince(Instant then) {
        var old = new ArrayList<UUID>();
        if (Files.isDirectory(folder)) {
            try (var all = Files.newDirectoryStream(folder, "????????-*")) {
                for (Path each : all) {
                    if (Files.getLastModifiedTime(each).toInstant().isBefore(then)) {
                        old.add(UUID.fromString(each.getFileName().toString()));
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException(e);
            }
        }
        return old;
    }
}
