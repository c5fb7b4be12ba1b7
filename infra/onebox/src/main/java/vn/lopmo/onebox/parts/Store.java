package vn.lopmo.onebox.parts;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds what Maven brought for each part, and keeps what has to be unpacked in the user's cache folder, once per
/// version, for every box and every test of this user.
public final class Store {
    /// Fills an empty folder.
    interface Filling {
        void into(Path folder) throws IOException;
    }

    private final Path root;
    /// Read once: a build may take the lists away while the parts run, and a part may have to begin again.
    private final Map<String, String> classpaths = new ConcurrentHashMap<>();

    /// @param root the checkout's root
    public Store(Path root) {
        this.root = root;
    }

    /// The checkout that runs: told by the launcher script and by Maven's test runs.
    public static Store ofThisCheckout() {
        String told = System.getProperty("lopmo.root", "");
        return new Store(told.isBlank() ? Path.of("").toAbsolutePath() : Path.of(told));
    }

    public Path root() {
        return root;
    }

    String classpath(String part) {
        return classpaths.computeIfAbsent(part, this::readClasspath);
    }

    private String readClasspath(String part) {
        Path list = root.resolve("infra/onebox/parts/" + part + "/target/classpath.txt");
        try {
            return Files.readString(list).strip();
        } catch (IOException e) {
            throw new PartFailure(
                    "Chưa có các tệp của " + part + " (" + list + "); hãy chạy lại ./lopmo up để dựng.", e);
        }
    }

    Path artifact(String part, String nameHas) {
        return List.of(classpath(part).split(File.pathSeparator)).stream()
                .map(Path::of)
                .filter(path -> path.getFileName().toString().contains(nameHas))
                .findFirst()
                .orElseThrow(
                        () -> new PartFailure("Thiếu tệp " + nameHas + " của " + part + "; hãy dựng lại bằng Maven."));
    }

    /// The folder of that name, filled on first use. Processes that ask at the same time wait for the one that fills.
    Path unpacked(String name, Filling filling) throws IOException {
        Path cache = Files.createDirectories(cacheFolder());
        Path folder = cache.resolve(name);
        if (Files.exists(folder)) {
            return folder;
        }
        try (var channel = FileChannel.open(
                        cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!Files.exists(folder)) {
                Path fresh = cache.resolve(name + ".new");
                Trees.delete(fresh);
                filling.into(Files.createDirectories(fresh));
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return folder;
    }

    private static Path cacheFolder() {
        return told("LOPMO_CACHE")
                .map(Path::of)
                .or(() -> told("XDG_CACHE_HOME").map(path -> Path.of(path, "lopmo")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "lopmo"));
    }

    private static Optional<String> told(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }
}
