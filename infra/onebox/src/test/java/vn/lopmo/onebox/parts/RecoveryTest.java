package vn.lopmo.onebox.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each part is killed as a power cut would, and comes back with what it had said was kept.
@org.jspecify.annotations.NullUnmarked
class RecoveryTest {
    @TempDir
    Path data;

    private final Store store = Store.ofThisCheckout();
    private Folders folders;
    private PostgresPart postgres;

    @BeforeEach
    void aBox() {
        folders = new Folders(data);
        var owners = List.of(new PostgresPart.Owner("lms", "thu"));
        postgres = new PostgresPart(folders, store, Ports.free(), "thu", owners);
    }

    @AfterEach
    void endIt() {
        postgres.stop();
    }

    @Test
    void aKilledDatabaseKeepsWhatItCommitted() throws SQLException {
        postgres.start();
        sql("create table answer (value int)");
        sql("insert into answer values (7)");

        kill(postgres);
        postgres.start();

        try (var connection = postgres.connect("lms");
                var rows = connection.createStatement().executeQuery("select value from answer")) {
            assertTrue(rows.next());
            assertEquals(7, rows.getInt(1));
        }
    }

    @Test
    void theDatabaseWaitsForTheDiskBeforeItAnswers() throws SQLException {
        postgres.start();

        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (var connection = postgres.connect("lms");
                    var rows = connection.createStatement().executeQuery("show " + setting)) {
                rows.next();
                assertEquals("on", rows.getString(1), setting);
            }
        }
    }

    @Test
    void aLockFileThatNamesAStrangerIsNoObstacle() throws IOException {
        postgres.start();
        kill(postgres);
        Path lock = data.resolve("postgres/postmaster.pid");
        long stranger = ProcessHandle.current().pid();
        Files.writeString(lock, stranger + "\n" + data.resolve("postgres") + "\n0\n5432\n\n127.0.0.1\n\nready\n");

        postgres.start();

        assertTrue(postgres.ready());
        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void whatRunsAlreadyIsAdoptedAndNotBegunAgain() {
        postgres.start();
        long before = postgres.running().orElseThrow().pid();

        postgres.start();

        assertEquals(before, postgres.running().orElseThrow().pid());
    }

    @Test
    void aNumberThatWasGivenToAnotherProcessIsNeverKilled() throws IOException {
        var stranger = new ProcessBuilder("sleep", "30").start();
        new Running(stranger.pid(), "long-ago", "x").write(folders.pidFile("postgres"));

        postgres.stop();

        assertTrue(stranger.isAlive());
        stranger.destroyForcibly();
    }

    @Test
    void kafkaAndTheStoreComeBackAfterAKill() {
        var kafka = new KafkaPart(folders, store, Ports.free(), Ports.free(), "bG9wbW8tdGVzdHMtMDEyMw");
        var s3 = new S3Part(folders, store, Ports.free(), "thu", "thu");
        try {
            for (Part part : List.of(kafka, s3)) {
                part.start();
                kill(part);
                assertFalse(part.ready());
                part.start();
                assertTrue(part.ready());
            }
        } finally {
            s3.stop();
            kafka.stop();
        }
    }

    @Test
    void keycloakComesBackWithTheRealmAsItWasLeft() {
        postgres.start();
        var database = new KeycloakPart.Database(postgres.jdbcUrl("lms"), "lms", "thu");
        var realm = new Realm(
                store, Map.of("web-ui", "thu", "lms-core", "thu", "demo-seeder", "thu"), "http://127.0.0.1:9");
        var keycloak = new KeycloakPart(folders, store, Ports.free(), Ports.free(), database, "thu", realm);
        try {
            keycloak.start();
            realm.openForSeeder(keycloak.admin());
            kill(keycloak);
            keycloak.start();
            assertTrue(keycloak.admin().idOfClient(Realm.NAME, "demo-seeder").isPresent());

            realm.closeForSeeder(keycloak.admin());

            assertTrue(keycloak.admin().idOfClient(Realm.NAME, "demo-seeder").isEmpty());
        } finally {
            keycloak.stop();
        }
    }

    @Test
    void whatCannotBeginSaysWhereTheReasonStands() {
        var twin = new PostgresPart(new Folders(data.resolve("other")), store, takenPort(), "thu", List.of());

        var failure = assertThrows(PartFailure.class, twin::start);

        assertTrue(String.valueOf(failure.getMessage()).contains("postgres.log"));
    }

    private int takenPort() {
        postgres.start();
        return Integer.parseInt(postgres.jdbcUrl("").replaceAll(".*:(\\d+)/", "$1"));
    }

    private static void kill(Part part) {
        part.running().orElseThrow().end("KILL", Duration.ofSeconds(5));
    }

    private void sql(String text) throws SQLException {
        try (var connection = postgres.connect("lms");
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
