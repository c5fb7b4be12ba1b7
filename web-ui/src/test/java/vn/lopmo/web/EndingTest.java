package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
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
            heard.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
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
