package vn.lopmo.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lopmo.testkit.RealKeycloak;
import vn.lopmo.testkit.RealPostgres;

/// A real Keycloak ends sessions, and the door hears of it.
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealSignIn.class)
@QuarkusTestResource(EchoService.class)
class EndingTest {
    private static final RealmAdmin ADMIN = RealmAdmin.of(RealKeycloak.url());

    @TestHTTPResource("/")
    URI door = URI.create("/");

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Vertx vertx;

    enum Cause {
        ROLE_TAKEN((admin, user) -> admin.take(user, "teacher")),
        SHUT_OUT(RealmAdmin::shutOut),
        DELETED(RealmAdmin::delete);

        private final BiConsumer<RealmAdmin, String> doing;

        Cause(BiConsumer<RealmAdmin, String> doing) {
            this.doing = doing;
        }
    }

    @BeforeEach
    void keycloakKnowsTheDoor() {
        RealKeycloak.webUiIsAt("http://127.0.0.1:" + door.getPort());
    }

    @ParameterizedTest
    @EnumSource
    void theNextCallIsRefusedOnEveryDeviceAndAfterARestart(Cause cause) {
        var name = "thay." + cause.name().toLowerCase(Locale.ROOT).replace('_', '.');
        var user = person(name);
        var desk = signedIn(name);
        var phone = signedIn(name);
        var colleague = signedIn("co.huyen");

        cause.doing.accept(ADMIN, user);

        assertEquals(401, desk.get("/api/lms/me").statusCode());
        assertEquals(401, phone.get("/api/session").statusCode());
        assertEquals(200, colleague.get("/api/lms/me").statusCode());
        sessions.forgetMemory();
        assertEquals(401, desk.get("/api/lms/me").statusCode());
        assertEquals(200, colleague.get("/api/lms/me").statusCode());
    }

    @Test
    void whoIsStillLetInSignsInAgainAtOnce() {
        var browser = new Browser(door);
        var user = person("thay.lai");
        browser.signIn("/api/lms/me", "thay.lai");

        ADMIN.logOut(user);

        assertEquals(401, browser.get("/api/lms/me").statusCode());
        assertEquals(200, browser.signIn("/api/lms/me", "thay.lai").statusCode());
        assertEquals(200, browser.get("/api/lms/me").statusCode());
    }

    @Test
    void onlyWhatKeycloakSignedCountsAndOnlyOnce() throws Exception {
        var user = person("thay.la");
        var browser = signedIn("thay.la");
        var said = saidOf(user);
        var parts = said.split("\\.", 3);
        var accessToken =
                Objects.requireNonNull(sessions.known(cookie(browser))).accessToken();

        for (String forged : new String[] {
            "",
            "x",
            "a.b.c",
            accessToken,
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + reversed(parts[2])
        }) {
            assertRefused(said(forged));
        }
        assertEquals(200, browser.get("/api/lms/me").statusCode());

        assertEquals(200, said(said).statusCode());
        assertEquals(401, browser.get("/api/lms/me").statusCode());
        assertRefused(said(said));
    }

    @Test
    void aRenewalThatWasOnItsWayIsOverTooAndALaterSignInIsNot() throws Exception {
        var before = session("s-renewed", "p-renewed", 1_000, 3_000);
        var after = session("s-later", "p-renewed", 2_001, 2_001);
        await(sessions.keep(before));
        await(sessions.keep(after));

        await(sessions.end(Ending.ofPerson("p-renewed", 2_000)));
        sessions.forgetMemory();

        assertTrue(await(sessions.find(before.id())).isEmpty());
        assertTrue(await(sessions.find(after.id())).isPresent());
        assertTrue(Ending.ofSession("s-renewed", 2_000).isOf(before));
        assertFalse(Ending.ofSession("s-later", 2_000).isOf(after));
    }

    @Test
    void keycloakSaysWhenSomebodySignedIn() {
        person("thay.gio");
        var known = Objects.requireNonNull(sessions.known(cookie(signedIn("thay.gio"))));
        var payload = new String(Base64.getUrlDecoder().decode(known.idToken().split("\\.", 3)[1]), UTF_8);

        assertEquals(
                new JsonObject(payload).getLong("auth_time"), known.origin().signedInAt());
    }

    @Test
    void whatIsSaidWhileTheKeysAreAwayEndsTheSessionWhenTheyCome() throws Exception {
        try (var realm = new StandInRealm()) {
            realm.away = true;
            await(sessions.keep(session("s-1", "p-1", 1_000, 1_000)));
            var news = new EndingNews(realm.tokens, realm.keys, sessions, vertx);
            var token = realm.signed(StandInRealm.good());
            news.start(new StartupEvent());
            try {
                assertEquals(503, await(news.hear(token)));
                assertTrue(await(sessions.find("id of s-1")).isPresent());

                realm.away = false;
                for (int n = 0; n < 100 && await(sessions.find("id of s-1")).isPresent(); n++) {
                    StandInRealm.sleep(Duration.ofMillis(100));
                }

                assertTrue(await(sessions.find("id of s-1")).isEmpty());
                assertEquals(400, await(news.hear(token)), "it is good once");
            } finally {
                news.stop(new ShutdownEvent());
            }
        }
    }

    @Test
    void aKeycloakThatHangsHoldsOneThreadAndNotEachThatAsks() throws Exception {
        try (var realm = new StandInRealm()) {
            realm.hangs = Duration.ofSeconds(2);
            var claims = StandInRealm.good();
            claims.setClaim("sid", "s-hangs");
            var news = new EndingNews(realm.tokens, realm.keys, sessions, vertx);
            var token = realm.signed(claims);

            var first = news.hear(token);
            var others = IntStream.range(0, 200).mapToObj(n -> news.hear(token)).toList();
            for (var other : others) {
                assertEquals(503, await(other));
            }
            assertFalse(first.isComplete(), "the others did not wait");
            assertEquals(200, await(first));
            assertEquals(1, realm.asked.get());
            news.stop(new ShutdownEvent());
        }
    }

    @Test
    void whatIsTooLongIsRefusedUnreadAndItsConnectionEnds() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST " + EndingRoute.PATH
                                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 90000\r\n\r\n")
                            .getBytes(UTF_8));

            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8).toLowerCase(Locale.ROOT);

            assertTrue(answer.startsWith("http/1.1 400"), answer);
            assertTrue(answer.contains("\r\nconnection: close\r\n"), answer);
        }
    }

    private static Session session(String sid, String subject, long signedInAt, long saidAt) {
        var said = new JsonObject()
                .put("sid", sid)
                .put("sub", subject)
                .put("auth_time", signedInAt)
                .put("iat", saidAt);
        var token = "e30." + Base64.getUrlEncoder().encodeToString(said.encode().getBytes(UTF_8)) + ".x";
        return Session.of("id of " + sid, token, token, null, null);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode());
        assertEquals("", answer.body());
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private HttpResponse<String> said(String token) {
        var stranger = new Browser(door);
        return stranger.send(stranger.request(EndingRoute.PATH)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + token))
                .build());
    }

    /// What Keycloak says when it ends somebody's session, without the door hearing it.
    private static String saidOf(String user) throws Exception {
        var heard = new CompletableFuture<String>();
        var ear = ear(heard);
        try {
            RealKeycloak.webUiIsAt("http://127.0.0.1:" + ear.getAddress().getPort());
            ADMIN.logOut(user);
            var form = heard.get(5, TimeUnit.SECONDS);
            assertTrue(form.startsWith("logout_token="), form);
            return form.substring("logout_token=".length());
        } finally {
            ear.stop(0);
        }
    }

    private static HttpServer ear(CompletableFuture<String> heard) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String person(String username) {
        ADMIN.make(username, "Thầy Thử", RealSignIn.PASSWORD);
        var id = ADMIN.idOf(username);
        ADMIN.give(id, "teacher");
        return id;
    }

    private Browser signedIn(String username) {
        var browser = new Browser(door);
        assertEquals(200, browser.signIn("/api/lms/me", username).statusCode());
        return browser;
    }

    private static String cookie(Browser browser) {
        return browser.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("q_session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
