package vn.lopmo.content.file;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.ReaderMain;

/// The child JVM that opens files of strangers. It may run out of memory, hang or crash: it is then killed and the next
/// file gets a new one. Used by one thread.
final class ReaderChild implements AutoCloseable {
    private static final int JOBS_OF_ONE_LIFE = 2_000;

    private final FilesConfig.Reader config;
    private @Nullable Process process;
    private int jobs;

    /// What the child said: `READY`, or a slug of what was wrong with the file.
    ///
    /// @param facts what it noticed on the way, by name
    record Answer(boolean ready, String slug, Map<String, String> facts) {
        static Answer of(String line) {
            var words = line.split("\t", -1);
            var facts = new HashMap<String, String>();
            for (int i = 1; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                facts.put(words[i].substring(0, Math.max(0, equals)), words[i].substring(equals + 1));
            }
            return new Answer(words[0].equals(ReaderMain.READY), words[0], facts);
        }
    }

    /// The child did not answer: killed, crashed, or out of memory.
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1;

        Lost(String reason) {
            super(reason);
        }
    }

    ReaderChild(FilesConfig.Reader config) {
        this.config = config;
    }

    Answer read(Path source, String mediaType, Path output, String partsAddress) throws Lost {
        try {
            var child = running();
            var request = String.join("\t", mediaType, source.toString(), output.toString(), partsAddress) + "\n";
            Writer in = new OutputStreamWriter(child.getOutputStream(), StandardCharsets.UTF_8);
            in.write(request);
            in.flush();
            return answer(child);
        } catch (IOException gone) {
            close();
            throw new Lost("the child does not take requests: " + gone.getMessage());
        }
    }

    private Answer answer(Process child) throws Lost {
        var line = CompletableFuture.supplyAsync(
                () -> readLine(child), task -> Thread.ofVirtual().start(task));
        try {
            var answer = line.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new Lost("the child ended");
            }
            if (++jobs >= JOBS_OF_ONE_LIFE) {
                close();
            }
            return Answer.of(answer);
        } catch (TimeoutException late) {
            throw lost("no answer within " + config.patience());
        } catch (ExecutionException broken) {
            throw lost("the child's answer broke off");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw lost("the service stops");
        } finally {
            if (!line.isDone() || !child.isAlive()) {
                close();
            }
        }
    }

    private Lost lost(String reason) {
        close();
        return new Lost(reason);
    }

    /// Bounded, so that a child gone mad cannot fill the parent.
    private static @Nullable String readLine(Process child) {
        try {
            var reader = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8), 64);
            var line = new StringBuilder();
            for (int next = reader.read(); next != '\n'; next = reader.read()) {
                if (next < 0 || line.length() > 500) {
                    return null;
                }
                line.append((char) next);
            }
            return line.toString();
        } catch (IOException broken) {
            return null;
        }
    }

    private Process running() throws IOException {
        var known = process;
        if (known != null && known.isAlive()) {
            return known;
        }
        jobs = 0;
        var started = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        return started;
    }

    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx" + config.heap(),
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                config.classPath().orElseGet(ReaderChild::classPath),
                ReaderMain.class.getName());
    }

    /// This service's own: the libraries beside `quarkus-run.jar`, or what a test or `mvn quarkus:dev` was started
    /// with.
    private static String classPath() {
        var own = System.getProperty("java.class.path");
        var first = Path.of(own.split(File.pathSeparator, -1)[0]).toAbsolutePath();
        var folder = first.getParent();
        if (folder != null
                && Files.isDirectory(folder.resolve("lib/main"))
                && Files.isDirectory(folder.resolve("app"))) {
            return String.join(
                    File.pathSeparator,
                    folder.resolve("app") + "/*",
                    folder.resolve("lib/main") + "/*",
                    folder.resolve("lib/boot") + "/*");
        }
        return own;
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /// Ends the child, if there is one; it holds nothing worth keeping.
    @Override
    public void close() {
        var known = process;
        process = null;
        if (known != null) {
            known.destroyForcibly();
        }
    }

    Duration idle() {
        return config.idle();
    }
}
