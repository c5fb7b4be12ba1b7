package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.testkit.Tokens;

/// Replicas with folders of their own, a new index beside the old one, and folders that were damaged: over one
/// database.
@QuarkusTest
@TestProfile(SignedTokens.class)
class IndexLifeTest {
    @TempDir
    Path folder;

    @Inject
    IndexFilling filling;

    @Inject
    ChangeTail tail;

    @Inject
    Rebuilds rebuilds;

    private final Library library = new Library();

    /// A second instance of the service, as far as the index goes.
    private final class OtherReplica implements AutoCloseable {
        private final LibraryIndex index;
        private final IndexFeed feed;

        OtherReplica(Path folder) {
            var config = config(folder);
            index = new LibraryIndex(config);
            feed = new IndexFeed(index, filling, tail, rebuilds, new Replica(config), config);
            feed.start(new io.quarkus.runtime.StartupEvent());
        }

        long found(String words) {
            var asked = new LibrarySearch.Asked(words, Map.of(), null, true, 0, 20);
            var reach = new Reach(library.school, Set.of("all"), Instant.now());
            var search = new LibrarySearch(new com.fasterxml.jackson.databind.ObjectMapper()
                    .registerModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule()));
            return index.ask(searcher -> search.search(searcher, asked, reach)).total();
        }

        void await(String words, long total) throws InterruptedException {
            for (int i = 0; i < 400 && found(words) != total; i++) {
                Thread.sleep(50);
            }
            assertEquals(total, found(words), words);
        }

        @Override
        public void close() throws IOException, InterruptedException {
            feed.stop(new io.quarkus.runtime.ShutdownEvent());
            index.close(new io.quarkus.runtime.ShutdownEvent());
        }
    }

    private static SearchConfig config(Path folder) {
        return new SearchConfig() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public Duration idle() {
                return Duration.ofMillis(50);
            }

            @Override
            public double buffer() {
                return 16;
            }
        };
    }

    @Test
    void anotherReplicaSeesWhatIsPublishedAndWithdrawn() throws Exception {
        var first = library.published(library.metadata("Cây lúa nước miền Tây"));
        try (var other = new OtherReplica(folder)) {
            other.await("lúa nước", 1);

            library.published(library.metadata("Lúa nước và con trâu"));
            other.await("lúa nước", 2);
            withdraw(first);
            other.await("lúa nước", 1);
        }
        library.published(library.metadata("Máy gặt lúa nước"));
        try (var again = new OtherReplica(folder)) {
            again.await("lúa nước", 2);
        }
    }

    @Test
    void aNewIndexGrowsBesideTheOneInUse() throws Exception {
        library.published(library.metadata("Vườn chim Cà Mau"));
        try (var other = new OtherReplica(folder)) {
            other.await("vườn chim", 1);
            var before = other.index.current().folder();
            long order = rebuilds.order();

            for (int i = 0; i < 400 && other.index.current().folder().equals(before); i++) {
                assertEquals(1, other.found("vườn chim"), "found at every moment");
                Thread.sleep(25);
            }

            assertTrue(!other.index.current().folder().equals(before), "a new folder");
            other.await("vườn chim", 1);
            assertEquals(order, IndexNote.of(other.index.current().note()).rebuild());
            library.published(library.metadata("Vườn chim Bạc Liêu"));
            other.await("vườn chim", 2);
            assertTrue(Files.notExists(before), "the old folder is gone");
        }
    }

    @Test
    void aDamagedFolderIsFilledAnew() throws Exception {
        library.published(library.metadata("Chợ nổi Cái Răng"));
        try (var other = new OtherReplica(folder)) {
            other.await("chợ nổi", 1);
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith("segments") || name.endsWith(".cfs") || name.endsWith(".si")) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
        try (var again = new OtherReplica(folder)) {
            again.await("chợ nổi", 1);
        }
    }

    @Test
    void onlyTheAdministratorHasItMadeAnew() {
        var admin = Tokens.admin(library.school);

        library.as(library.teacher).get("/index").then().statusCode(403);
        library.as(library.librarian).get("/index").then().statusCode(200);
        library.as(library.librarian).post("/index/rebuild").then().statusCode(403);
        library.as(admin).post("/index/rebuild").then().statusCode(202);
        library.await(
                "/index",
                admin,
                found -> found.getInt("replicas.size()") > 0
                        && found.getList("replicas.rebuild", Long.class).contains(found.getLong("newestRebuild"))
                        && found.getInt("replicas[0].total") == 0);
    }

    private void withdraw(String id) {
        library.as(library.librarian)
                .contentType("application/json")
                .body(Map.of("reason", "Có bản mới"))
                .post("/materials/" + id + "/withdraw")
                .then()
                .statusCode(200);
    }
}
