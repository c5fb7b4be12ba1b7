package vn.lopmo.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestkitTest {
    @Test
    void aFreshDatabaseSortsVietnameseNamesAndIsOwnedByTheService() throws SQLException {
        String url = RealPostgres.freshDatabase();

        try (var connection = DriverManager.getConnection(url, RealPostgres.user(), RealPostgres.password());
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
            statement.execute("create table name (name text)");
            statement.execute("insert into name values ('Đạt'), ('Dũng'), ('Ân'), ('An')");
            try (var rows = statement.executeQuery("select string_agg(name, ' ' order by name) from name")) {
                rows.next();
                assertEquals("An Ân Dũng Đạt", rows.getString(1));
            }
        }
    }

    @Test
    void theStoreOfFilesAnswersAndRefusesStrangers() throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(RealS3.url() + "/lms"))
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertEquals(403, answer.statusCode());
    }

    @Test
    void kafkaIsThere() {
        assertTrue(RealKafka.bootstrapServers().startsWith("127.0.0.1:"));
    }

    @Test
    void keycloakKnowsTheRealmAndTheServiceMaySignIn() throws IOException, InterruptedException {
        var form =
                "grant_type=client_credentials&client_id=lms-core&client_secret=" + RealKeycloak.secretOfEveryClient();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(RealKeycloak.url() + "/realms/lopmo/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void aTokenHasThreePartsAndTheSameKeyAllTheTime() {
        assertEquals(3, Tokens.teacher(UUID.randomUUID()).split("\\.").length);
        assertEquals(new Tokens().start(), new Tokens().start());
    }

    @Test
    void theTestkitKeepsTheRulesOfTheHouse() {
        HouseRules.slices("vn.lopmo.testkit").check();
    }
}
