package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of our own services: a Quarkus application in its own JVM, with the full compiler: it halves what a saved answer
/// costs, and a school's server runs for weeks.
public final class ServicePart extends Part {
    private static final String JAR = "quarkus-run.jar";

    private final Path built;
    private final int port;
    private final int heapMegabytes;
    private final Map<String, String> environment;
    private @Nullable String edition;

    public ServicePart(
            String name, Folders folders, Store store, int port, int heapMegabytes, Map<String, String> environment) {
        super(name, folders);
        this.built = store.root().resolve(name).resolve("target/quarkus-app");
        this.port = port;
        this.heapMegabytes = heapMegabytes;
        this.environment = environment;
    }

    @Override
    public boolean ready() {
        return Http.status("http://127.0.0.1:" + port + "/q/health/ready") == 200;
    }

    /// Eight parts that begin at once on a busy machine are slow; one that is given up too early would never come.
    @Override
    protected Duration patience() {
        return Duration.ofMinutes(3);
    }

    /// A running JVM reads its jars as it goes, so it gets a copy that no later build writes over.
    @Override
    protected void prepare() throws IOException {
        Path mark = copy().resolve("edition");
        if (!Files.exists(mark) || !Files.readString(mark).equals(edition())) {
            if (!Files.exists(built.resolve(JAR))) {
                throw new PartFailure("Chưa dựng %s (thiếu %s); hãy chạy lại ./lopmo up.".formatted(name(), built));
            }
            Trees.delete(copy());
            Trees.copy(built, copy());
            Files.writeString(mark, edition());
        }
    }

    private Path copy() {
        return folders.of("app").resolve(name());
    }

    @Override
    protected Command command() {
        var java = JavaCommand.withHeap(heapMegabytes)
                .with("--add-modules", "jdk.incubator.vector", "-XX:MaxDirectMemorySize=64m");
        return new Command(java.with("-jar", copy().resolve(JAR).toString()).words(), environment);
    }

    /// The one that was there when it was first asked for: what begins again after a crash is what ran before, whatever
    /// a build does meanwhile.
    @Override
    protected synchronized String edition() {
        if (edition == null) {
            edition = editionOfBuild();
        }
        return edition;
    }

    private String editionOfBuild() {
        try {
            return Files.getLastModifiedTime(built.resolve("quarkus/quarkus-application.dat"))
                    .toString();
        } catch (IOException missing) {
            return "";
        }
    }
}
