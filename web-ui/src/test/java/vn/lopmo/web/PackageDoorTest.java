package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.RealPostgres;

/// The second door: nobody is signed in there, and nothing of it is believed at the first.
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealSignIn.class)
@QuarkusTestResource(EchoService.class)
class PackageDoorTest {
    private static final String TICKET = "T".repeat(43);

    @TestHTTPResource("/")
    URI door = URI.create("/");

    @Inject
    @SuppressWarnings("NullAway.Init")
    PackageOrigins origins;

    @Test
    void entriesComeUnderItsOwnHeadersAndNoCookiePassesEitherWay() {
        var answer = ask("/" + TICKET + "/bai/a.html", "Cookie", "q_session=x", "Authorization", "Bearer ey");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("GET /package-content/" + TICKET + "/bai/a.html"), answer.body());
        assertTrue(answer.body().contains("bearer false\ncookie false"), answer.body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        var policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("connect-src 'self'") && policy.contains("form-action 'none'"), policy);
        assertTrue(policy.contains("worker-src 'none'") && policy.contains("frame-ancestors 'self' 'none'"), policy);
        assertFalse(policy.contains("allow-popups"), "not where the app's host is shared");
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(
                "no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }

    @Test
    void nothingElseIsServed() {
        assertEquals(404, ask("/").statusCode());
        assertEquals(404, ask("/api/lms/me").statusCode());
        assertEquals(404, ask("/kurz/a.html").statusCode());
        assertEquals(404, ask("/" + TICKET + "/a%2f..%2fb").statusCode());
        assertEquals(404, ask("/" + TICKET + "/../../q/health").statusCode());
        assertEquals(
                403, ask("/" + TICKET + "/sw.js", "Service-Worker", "script").statusCode());
        assertEquals(
                403, ask("/" + TICKET + "/a.html", "Sec-Fetch-Dest", "document").statusCode());
        assertEquals(404, ask("/" + TICKET + "/~lopmo/player.html").statusCode(), "no such ticket");
    }

    @Test
    void theAppsOwnOriginNeverShowsAnEntry() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");

        assertEquals(
                404,
                browser.get("/api/content/package-content/" + TICKET + "/a.html")
                        .statusCode());
    }

    @Test
    void aScriptOfTheOtherPortIsForeignThoughItIsTheSameSite() {
        var browser = new Browser(door);
        browser.signIn("/api/lms/me");
        var there = "http://" + door.getHost() + ":" + origins.port();

        assertEquals(403, put(browser, "Origin", there).statusCode());
        assertEquals(403, put(browser, "Sec-Fetch-Site", "same-site").statusCode());
        assertEquals(200, put(browser, "Sec-Fetch-Site", "same-origin").statusCode());
        var read = browser.send(browser.request("/api/lms/me")
                .header("Sec-Fetch-Site", "same-site")
                .build());
        assertEquals(403, read.statusCode());
        var asked = browser.send(browser.request("/api/lms/me")
                .header("Origin", there)
                .header("Access-Control-Request-Method", "PUT")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
        assertTrue(asked.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        var page = browser.get("/");
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("frame-src 'self' http://*.localhost:" + origins.port()));
        assertEquals(
                "same-origin",
                page.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""));
    }

    @Test
    void aPlantedCookieSignsNobodyOutAndNobodyInAsSomebodyElse() {
        var mine = new Browser(door);
        mine.signIn("/api/lms/me");
        var other = new Browser(door);
        other.signIn("/api/lms/me");

        assertEquals(200, withCookies("q_session=trash; " + cookies(mine)).statusCode());
        assertEquals(
                200,
                withCookies(cookies(mine) + "; q_session=trash; q_session_chunk_1=x")
                        .statusCode());
        var two = withCookies(cookies(other) + "; " + cookies(mine));
        assertEquals(409, two.statusCode());
        assertTrue(two.body().contains("two-sessions"), two.body());
        assertEquals(200, withCookies(cookies(mine)).statusCode(), "nobody was signed out");
    }

    @Test
    void nobodyIsSignedInByAnotherSitesPage() {
        var browser = new Browser(door);
        var answer = browser.send(browser.request("/login/callback?code=x&state=y")
                .header("Sec-Fetch-Site", "same-site")
                .build());

        assertEquals("/", answer.uri().getPath());
    }

    private HttpResponse<String> put(Browser browser, String header, String value) {
        return browser.send(browser.request("/api/lms/me")
                .header("X-Requested-With", "lopmo")
                .header(header, value)
                .PUT(BodyPublishers.ofString("{}"))
                .build());
    }

    private HttpResponse<String> withCookies(String cookies) {
        var nobody = new Browser(door);
        return nobody.send(
                nobody.request("/api/session").header("Cookie", cookies).build());
    }

    private static String cookies(Browser browser) {
        return browser.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /// Under the address of this machine, as on a school's network.
    private HttpResponse<String> ask(String path, String... headers) {
        var there = URI.create("http://127.0.0.1:" + origins.port());
        var request = HttpRequest.newBuilder(URI.create(there + path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Browser(there).send(request.build());
    }
}
