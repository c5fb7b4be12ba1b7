package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Programs of others that a school may install: what is missing without one is said in its step. They run with the
/// lowest priority, bounded in memory and time, and know nothing of this service's environment.
@ApplicationScoped
class Helpers {
    static final String OFFICE = "soffice";
    static final String EYES = "tesseract";
    static final String FILM = "ffmpeg";
    private static final long MOST_KILOBYTES = 6L << 20;

    private final FilesConfig.Helpers config;
    private final Map<String, Optional<Path>> found = new ConcurrentHashMap<>();

    Helpers(FilesConfig config) {
        this.config = config.helpers();
    }

    static String of(IngestStep step) {
        return switch (step) {
            case PREVIEW -> OFFICE;
            case OCR -> EYES;
            case LADDER -> FILM;
            case HASH, SCAN, TYPE, TEXT, OLD_ENCODING, INDEX -> "";
        };
    }

    boolean has(IngestStep step) {
        return find(of(step)).isPresent();
    }

    private Optional<Path> find(String program) {
        return config.enabled() ? found.computeIfAbsent(program, Helpers::usable) : Optional.empty();
    }

    /// Tesseract is of no use without Vietnamese.
    private static Optional<Path> usable(String program) {
        return onPath(program).filter(path -> !program.equals(EYES) || speaksVietnamese(path));
    }

    private static boolean speaksVietnamese(Path tesseract) {
        try {
            var asked = new ProcessBuilder(tesseract.toString(), "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            try (var answer = asked.inputReader()) {
                return answer.lines().toList().contains("vie");
            }
        } catch (IOException broken) {
            return false;
        }
    }

    private static Optional<Path> onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return List.of(path.split(File.pathSeparator, -1)).stream()
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The helper did not do it: it ended with an error, or took too long.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String reason) {
            super(reason);
        }
    }

    /// Runs it in that folder and gives each line that it prints away.
    void run(String program, List<String> arguments, Path folder, Duration patience, Consumer<String> line)
            throws IOException, Failed {
        var path = find(program).orElseThrow(() -> new Failed(program + " is not there"));
        var command = new ArrayList<>(List.of(
                "/bin/sh", "-c", "ulimit -v " + MOST_KILOBYTES + "; exec nice -n 19 \"$0\" \"$@\"", path.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = builder.start();
        try {
            var reading = Thread.ofVirtual().start(() -> {
                try (var out = process.inputReader()) {
                    out.lines().forEach(line);
                } catch (IOException | java.io.UncheckedIOException gone) {
                    // it was ended
                }
            });
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Failed(program + " took longer than " + patience);
            }
            reading.join();
            if (process.exitValue() != 0) {
                throw new Failed(program + " ended with " + process.exitValue());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Failed("the service stops");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
