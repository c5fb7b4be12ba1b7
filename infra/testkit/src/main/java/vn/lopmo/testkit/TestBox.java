package vn.lopmo.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import vn.lopmo.onebox.parts.Folders;
import vn.lopmo.onebox.parts.Part;
import vn.lopmo.onebox.parts.Running;
import vn.lopmo.onebox.parts.Store;
import vn.lopmo.onebox.parts.Trees;

/// The temporary folder of this test run and the parts that run in it. Each part starts once a JVM; all end with it.
///
/// What is known about a part stands in system properties, because Quarkus loads these classes more than once.
final class TestBox {
    private static final String FOLDER = "lopmo.test.folder";
    private static final String PREFIX = "lopmo-test-";
    private static final String OWNER = "owner.pid";

    static final Store STORE = Store.ofThisCheckout();

    private TestBox() {}

    /// The value under that key; made first, by starting what it takes, if nobody in this JVM has.
    static String once(String key, Supplier<String> making) {
        synchronized (System.getProperties()) {
            String known = System.getProperty("lopmo.test." + key);
            if (known == null) {
                known = making.get();
                System.setProperty("lopmo.test." + key, known);
            }
            return known;
        }
    }

    static Folders folders() {
        synchronized (System.getProperties()) {
            String known = System.getProperty(FOLDER);
            if (known == null) {
                known = made();
                System.setProperty(FOLDER, known);
            }
            return new Folders(Path.of(known));
        }
    }

    static void startAndStopWithThisJvm(Part part) {
        Runtime.getRuntime().addShutdownHook(new Thread(part::stop, "stop " + part.name()));
        part.start();
    }

    private static String made() {
        try {
            sweep();
            Path folder = Files.createTempDirectory(PREFIX);
            Running.of(ProcessHandle.current(), "test").write(folder.resolve(OWNER));
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends and removes what test runs left behind that are over: a killed one stops nothing itself.
    private static void sweep() throws IOException {
        try (var folders = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(OWNER))
                        && Running.read(folder.resolve(OWNER)).isEmpty()) {
                    endAll(folder.resolve("run"));
                    remove(folder);
                }
            }
        }
    }

    private static void endAll(Path run) throws IOException {
        if (!Files.exists(run)) {
            return;
        }
        try (var pidFiles = Files.newDirectoryStream(run, "*.pid")) {
            for (Path pidFile : pidFiles) {
                Running.read(pidFile).ifPresent(running -> running.end("KILL", java.time.Duration.ofSeconds(5)));
            }
        }
    }

    private static void remove(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException anotherRunIsFaster) {
            // Swept next time.
        }
    }
}
