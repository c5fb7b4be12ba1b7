package vn.lopmo.onebox.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Keycloak under `/auth`, behind web-ui's relay, with the realm of the house.
///
/// The distribution is unpacked and built once per version in the user's cache. Each box has a home of its own that
/// points into it, so that boxes share no written file.
public final class KeycloakPart extends Part {
    private static final String VERSION = "26.7.3";
    private static final List<String> BUILD =
            List.of("--db=postgres", "--health-enabled=true", "--cache=local", "--http-relative-path=/auth");
    /// Part of the cached folder's name; goes up whenever BUILD changes.
    private static final String BUILD_EDITION = "1";

    /// Where Keycloak finds its database.
    public record Database(String url, String user, String password) {}

    private final Store store;
    private final int port;
    private final int managementPort;
    private final Database database;
    private final String adminPassword;
    private final Realm realm;

    public KeycloakPart(
            Folders folders,
            Store store,
            int port,
            int managementPort,
            Database database,
            String adminPassword,
            Realm realm) {
        super("keycloak", folders);
        this.store = store;
        this.port = port;
        this.managementPort = managementPort;
        this.database = database;
        this.adminPassword = adminPassword;
        this.realm = realm;
    }

    /// Address up to and with `/auth`.
    public String url() {
        return "http://127.0.0.1:" + port + "/auth";
    }

    public KeycloakAdmin admin() {
        return new KeycloakAdmin(url(), KeycloakAdmin.NAME, adminPassword);
    }

    @Override
    public boolean ready() {
        return Ports.answers(managementPort)
                && Http.status("http://127.0.0.1:" + managementPort + "/auth/health/ready") == 200;
    }

    @Override
    protected Duration patience() {
        return Duration.ofMinutes(4);
    }

    /// The theme's files are cached by the running server in its home.
    @Override
    protected void prepare() throws IOException {
        Path dist = dist();
        Path home = home();
        for (String shared : List.of("lib", "providers", "conf", "bin")) {
            Path link = home.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, dist.resolve(shared));
        }
        Trees.delete(home.resolve("data"));
        Files.createDirectories(home.resolve("data"));
    }

    @Override
    protected void furnish() {
        realm.furnish(admin());
    }

    @Override
    protected Command command() {
        var words = new ArrayList<>(JavaCommand.withHeap(256)
                .quickly()
                .with("-XX:MaxMetaspaceSize=256m", "-XX:MaxDirectMemorySize=64m")
                .with("--add-opens=java.base/java.util=ALL-UNNAMED")
                .with("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
                .with("--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .with("-Duser.language=en", "-Duser.country=US", "-Djava.security.egd=file:/dev/urandom")
                .with("-Dkc.home.dir=" + home(), "-Djboss.server.config.dir=" + home().resolve("conf"))
                .with("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .with("-Dpicocli.disable.closures=true", "-Dquarkus-log-max-startup-records=10000")
                .with("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory")
                .with("-cp", home().resolve("lib/quarkus-run.jar").toString())
                .with("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start", "--optimized")
                .words());
        words.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port));
        words.addAll(List.of("--http-management-host=127.0.0.1", "--http-management-port=" + managementPort));
        // Also when built so: otherwise it looks for a cluster, which takes half a minute after a kill.
        words.add("--cache=local");
        words.addAll(List.of("--hostname-strict=false", "--proxy-headers=xforwarded"));
        words.addAll(List.of("--proxy-trusted-addresses=127.0.0.1/32", "--db-pool-max-size=16", "--log-level=warn"));
        words.add("--spi-theme--folder--dir=" + realm.themes());
        return new Command(List.copyOf(words), environment());
    }

    /// Secrets go by the environment: a command line can be read by every user of the machine.
    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL", database.url(),
                "KC_DB_USERNAME", database.user(),
                "KC_DB_PASSWORD", database.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.NAME,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
    }

    private Path home() {
        return folders.of("keycloak");
    }

    private Path dist() throws IOException {
        return store.unpacked("keycloak-" + VERSION + "-" + BUILD_EDITION, this::build);
    }

    private void build(Path folder) throws IOException {
        Path packed = store.artifact("keycloak", "keycloak-quarkus-dist");
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(packed)))) {
            Trees.untar(in, folder, 1);
        }
        var words = new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString(), "build"));
        words.addAll(BUILD);
        Once.run("keycloak", words, Map.of("JAVA_HOME", System.getProperty("java.home")), folders);
    }
}
