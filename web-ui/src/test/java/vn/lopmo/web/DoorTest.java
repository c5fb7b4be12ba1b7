package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.testkit.RealPostgres;

/// The one door, with a real Keycloak behind it.
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealSignIn.class)
@QuarkusTestResource(EchoService.class)
class DoorTest {
    @TestHTTPResource("/")
    URI door = URI.create("/");

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    @Test
    void whoSignsInComesBackToWhereHeWasAndTheServiceSeesHisTokenButTheBrowserDoesNot() {
        var browser = new Browser(door);

        var back = browser.signIn("/api/lms/me");

        assertEquals("/api/lms/me", back.uri().getPath());
        assertEquals("GET /me\nbearer true\ncookie false\n", back.body());
        assertTrue(back.headers().firstValue("Set-Cookie").isEmpty(), "a service sets no cookies");
        assertEquals(200, browser.get("/api/session").statusCode());
        browser.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .forEach(cookie -> {
                    assertTrue(cookie.isHttpOnly());
                    assertFalse(cookie.getValue().contains("ey"), "the cookie is opaque");
                });
    }

    @Test
    void aSessionIsReadFromTheDatabaseAfterARestart() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");

        sessions.forgetMemory();

        assertEquals(200, browser.get("/api/session").statusCode());
    }

    @Test
    void sixCallsAtOnceWithATokenThatHasEndedAllGoOn() throws Exception {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");
        Thread.sleep(6_000);

        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 6)
                    .mapToObj(n -> together.submit(() -> browser.get("/api/lms/n" + n)))
                    .toList();
            for (var call : calls) {
                assertEquals(200, call.get().statusCode(), call.get().body());
            }
        }
        var session = browser.get("/api/session").body();
        assertTrue(session.matches(".*\"secondsLeft\":(10|9|8).*"), session);
    }

    @Test
    void whoSignsOutIsSignedOut() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");

        browser.get("/logout");

        assertEquals(401, browser.get("/api/session").statusCode());
    }

    @Test
    void overHttp2TheDoorKnowsItsName() throws Exception {
        var request = HttpRequest.newBuilder(door.resolve("/"));

        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            client.send(request.build(), BodyHandlers.discarding());
            var second = client.send(request.build(), BodyHandlers.discarding());

            assertEquals(HttpClient.Version.HTTP_2, second.version());
            assertEquals(200, second.statusCode());
        }
    }

    @Test
    void withoutASessionTheApiSaysSoInWordsAndNeverRedirects() {
        var answer = new Browser(door).get("/api/lms/me");

        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("\"slug\":\"signed-out\""), answer.body());
    }

    @Test
    void anOpenLibraryIsReadByAnybodyAndNeverInSomebodysName() {
        var stranger = new Browser(door);
        var signedIn = new Browser(door);
        signedIn.signIn("/api/lms/me");

        for (Browser reader : List.of(stranger, signedIn)) {
            var answer = reader.send(reader.request("/api/content/open/thcs/oai?verb=Identify")
                    .header("Sec-Fetch-Site", "cross-site")
                    .build());
            assertEquals("GET /open/thcs/oai?verb=Identify\nbearer false\ncookie false\n", answer.body());
            assertEquals(
                    "*",
                    answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
            assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        }
        assertEquals(200, posted(stranger, "/api/content/open/thcs/oai"));
        assertEquals(403, posted(stranger, "/api/content/open/thcs/opds"));
        for (String path :
                List.of("/api/content/open-library", "/api/content/open/%2e%2e/materials", "/api/assessment/open/x")) {
            assertEquals(401, stranger.get(path).statusCode(), path);
        }
    }

    /// A calendar program has no session, a mail program posts to a link without our header; neither acts for anybody.
    @Test
    void whatASecretOpensIsOpenToAnybodyAndNeverInSomebodysName() {
        var stranger = new Browser(door);
        var signedIn = new Browser(door);
        signedIn.signIn("/api/lms/me");

        for (Browser reader : List.of(stranger, signedIn)) {
            var answer =
                    reader.send(reader.request("/api/lms/open/calendars/x.ics").build());
            assertEquals("GET /open/calendars/x.ics\nbearer false\ncookie false\n", answer.body());
            assertEquals(200, posted(reader, "/api/lms/open/mail/x/stop"));
        }
        assertEquals(401, stranger.get("/api/lms/open/%2e%2e/me").statusCode());
        assertEquals(401, stranger.get("/api/lms/open").statusCode());
    }

    private static int posted(Browser browser, String path) {
        return browser.send(browser.request(path)
                        .POST(BodyPublishers.ofString("verb=Identify"))
                        .build())
                .statusCode();
    }

    /// Computer rooms are known by their addresses: nobody may say that he sits in one.
    @Test
    void aServiceIsToldWhereTheBrowserIsAndNotWhatItClaims() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");

        var answer = browser.send(browser.request("/api/lms/whence")
                .header("X-Forwarded-For", "10.0.3.7")
                .header("X-Forwarded-Host", "khac.vn")
                .header("X-Forwarded-Prefix", "/khac")
                .header("Forwarded", "for=10.0.3.7")
                .GET()
                .build());

        assertFalse(answer.body().contains("10.0.3.7") || answer.body().contains("khac"), answer.body());
        assertTrue(answer.body().contains("host [" + door.getAuthority() + "]\nprefix [/api/lms]\n"), answer.body());
    }

    @Test
    void anotherSitesPageCannotChangeAnything() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");

        var withoutOurHeader = browser.send(browser.request("/api/lms/me")
                .PUT(BodyPublishers.ofString("{}"))
                .build());
        var fromElsewhere = browser.send(browser.request("/api/lms/me")
                .header("X-Requested-With", "lopmo")
                .header("Origin", "http://evil.example")
                .PUT(BodyPublishers.ofString("{}"))
                .build());

        assertEquals(403, withoutOurHeader.statusCode());
        assertEquals(403, fromElsewhere.statusCode());
        assertEquals(200, browser.put("/api/lms/me", "{}").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/admin/", "/auth/realms/master/account", "/auth/admin/master/console/"})
    void keycloaksAdministrationIsNotReachedThroughTheDoor(String path) {
        assertEquals(404, new Browser(door).get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example"})
    void signInNeverLeadsElsewhere(String to) {
        var back = new Browser(door).signIn(to);

        assertEquals(door.getHost(), back.uri().getHost());
    }

    @Test
    void aServiceThatIsAwayIsSaidInWordsAndTheBrowserMayTryAgain() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");

        var answer = browser.get("/api/assessment/items");

        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        assertTrue(answer.body().contains("\"slug\":\"part-away\""), answer.body());
    }

    @Test
    void aLargeUploadStreamsThrough() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");

        var answer = browser.put("/api/content/count", "x".repeat(3_000_000));

        assertEquals("3000000", answer.body());
    }

    @Test
    void threeHundredBrowsersThatLeaveInTheMiddleDoNotWedgeTheDoor() throws Exception {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");
        var cookies = String.join(
                "; ",
                browser.cookies.getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .toList());

        for (int n = 0; n < 300; n++) {
            leaveInTheMiddle(cookies, n);
        }

        assertEquals(200, browser.get("/api/lms/me").statusCode());
        assertEquals(200, browser.put("/api/lms/me", "{}").statusCode());
    }

    private void leaveInTheMiddle(String cookies, int n) throws IOException {
        boolean uploading = n % 2 == 0;
        var request = (uploading ? "PUT /api/content/count" : "GET /api/lms/slow")
                + " HTTP/1.1\r\nHost: localhost\r\nCookie: "
                + cookies + "\r\nX-Requested-With: lopmo\r\n" + (uploading ? "Content-Length: 900000\r\n" : "") + "\r\n"
                + (uploading ? "half" : "");
        try (var socket = new Socket(door.getHost(), door.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }
}
