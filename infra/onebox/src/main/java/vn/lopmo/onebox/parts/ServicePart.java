package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// One of our own services: a Quarkus application in its own JVM.
public final class ServicePart extends Part {
    /// How the service is run. The busy ones get the full compiler: half the CPU per saved answer (one-port
    // measurements).
    public record Size(int heapMegabytes, boolean busy) {}

    private final Path jar;
    private final int port;
    private final Size size;
    private final Map<String, String> environment;

    public ServicePart(
            String name, Folders folders, Store store, int port, Size size, Map<String, String> environment) {
        super(name, folders);
        this.jar = store.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        this.port = port;
        this.size = size;
        this.environment = environment;
    }

    @Override
    public boolean ready() {
        return Http.status("http://127.0.0.1:" + port + "/q/health/ready") == 200;
    }

    @Override
    protected void prepare() {
        if (!Files.exists(jar)) {
            throw new PartFailure("Chưa dựng %s (thiếu %s); hãy chạy lại ./lopmo up.".formatted(name(), jar));
        }
    }

    @Override
    protected Command command() {
        var java = JavaCommand.withHeap(size.heapMegabytes());
        if (!size.busy()) {
            java.quickly();
        }
        java.with("--add-modules", "jdk.incubator.vector", "-XX:MaxDirectMemorySize=64m");
        return new Command(java.with("-jar", jar.toString()).words(), environment);
    }

    @Override
    protected String edition() {
        try {
            Path contents = jar.resolveSibling("quarkus/quarkus-application.dat");
            return Files.getLastModifiedTime(contents).toString();
        } catch (IOException missing) {
            return "";
        }
    }
}
