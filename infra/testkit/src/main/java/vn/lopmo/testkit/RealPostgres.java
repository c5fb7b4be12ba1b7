package vn.lopmo.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.onebox.parts.Ports;
import vn.lopmo.onebox.parts.PostgresPart;

/// A fresh database in a real PostgreSQL, with the rights that a service has in production: it owns its database, no
/// more.
///
///     @QuarkusTestResource(RealPostgres.class)
public class RealPostgres implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "only-for-tests";

    @Override
    public Map<String, String> start() {
        String url = freshDatabase();
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", "service",
                "quarkus.datasource.password", PASSWORD);
    }

    /// Address of a new, empty database, owned by the user `service`; for tests without Quarkus.
    public static String freshDatabase() {
        String server = server();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(server + "postgres", "postgres", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner service");
        } catch (SQLException e) {
            throw new IllegalStateException("no fresh database", e);
        }
        return server + name;
    }

    public static String user() {
        return "service";
    }

    public static String password() {
        return PASSWORD;
    }

    /// The server's address up to the database's name.
    static String server() {
        return TestBox.once("postgres", () -> {
            int port = Ports.free();
            var part = PostgresPart.fleeting(TestBox.folders(), TestBox.STORE, port, PASSWORD);
            TestBox.startAndStopWithThisJvm(part);
            try (var connection = part.connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create role service login password '" + PASSWORD + "'");
            } catch (SQLException e) {
                throw new IllegalStateException("no role for the tests", e);
            }
            return part.jdbcUrl("");
        });
    }

    @Override
    public void stop() {
        // The server ends with the JVM, so that the next test class finds it warm.
    }
}
