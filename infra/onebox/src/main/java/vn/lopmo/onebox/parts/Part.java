package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// One process of the box. A part that an earlier launcher left running is adopted when it is healthy and was begun by
/// the very same command, and replaced otherwise.
///
/// Not thread-safe: one thread at a time starts and stops a part.
public abstract class Part {
    private static final Duration GLANCE = Duration.ofMillis(100);

    /// How to begin the process.
    protected record Command(List<String> words, Map<String, String> environment) {}

    private final String name;
    protected final Folders folders;

    protected Part(String name, Folders folders) {
        this.name = name;
        this.folders = folders;
    }

    public final String name() {
        return name;
    }

    /// Answers, so others may build on it. Must return within a few seconds and never throw.
    public abstract boolean ready();

    protected abstract Command command();

    /// What has to be there before the process begins: configuration, a formatted folder.
    protected void prepare() throws IOException {}

    /// What has to be done once it answers, each time again: databases, the realm.
    protected void furnish() {}

    /// What besides the command makes a running process the wrong one, such as a rebuilt jar.
    protected String edition() {
        return "";
    }

    protected Duration patience() {
        return Duration.ofSeconds(60);
    }

    protected String stopSignal() {
        return "TERM";
    }

    /// Begins or adopts the process and returns when it is ready.
    ///
    /// @throws PartFailure if it is not ready in time; what it said is in its log
    public final void start() {
        try {
            if (!adopt()) {
                folders.turnLog(name);
                prepare();
                launch();
            }
        } catch (IOException e) {
            throw new PartFailure(
                    "Không khởi động được " + name + ": " + e.getMessage()
                            + "; hãy kiểm tra dung lượng đĩa và quyền ghi của " + folders.data() + ".",
                    e);
        }
        furnish();
    }

    /// Ends the process, if it runs, whoever began it.
    public final void stop() {
        Running.read(folders.pidFile(name)).ifPresent(running -> running.end(stopSignal(), Duration.ofSeconds(25)));
        folders.pidFile(name).toFile().delete();
    }

    public final Optional<Running> running() {
        return Running.read(folders.pidFile(name));
    }

    /// Runs, and was begun by the very command that would begin it now.
    public final boolean isCurrent() {
        return running()
                .filter(running -> running.fingerprint().equals(fingerprint()))
                .isPresent();
    }

    /// Completes when the process ends; at once if it does not run.
    public final CompletableFuture<?> ended() {
        return running()
                .flatMap(Running::handle)
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private boolean adopt() {
        var left = running();
        if (left.isEmpty()) {
            return false;
        }
        if (isCurrent() && becomesReady(left.get(), Duration.ofSeconds(20))) {
            return true;
        }
        stop();
        return false;
    }

    private void launch() throws IOException {
        var command = command();
        var builder = new ProcessBuilder(command.words())
                .directory(folders.of("run").toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folders.log(name).toFile()));
        builder.environment().putAll(command.environment());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var running = Running.of(builder.start().toHandle(), fingerprint());
        running.write(folders.pidFile(name));
        if (!becomesReady(running, patience())) {
            running.end(stopSignal(), Duration.ofSeconds(5));
            throw new PartFailure(
                    "%s không khởi động được; xem lý do ở cuối tệp %s.".formatted(name, folders.log(name)));
        }
    }

    private boolean becomesReady(Running running, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until && running.alive()) {
            if (ready()) {
                return running.alive();
            }
            Pause.of(GLANCE);
        }
        return false;
    }

    private String fingerprint() {
        var command = command();
        String all = command.words() + "\n" + new TreeMap<>(command.environment()) + "\n" + edition();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes a file only if it would change, so that nothing looks newer than it is.
    protected static void keep(Path file, String content) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            Files.writeString(file, content);
        }
    }
}
