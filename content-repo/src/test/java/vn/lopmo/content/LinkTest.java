package vn.lopmo.content;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files fetched from a web site, which stands on this machine here; where links may not lead is PublicAddressTest's.
@QuarkusTest
@TestProfile(SignedTokens.class)
class LinkTest {
    private final Library library = new Library();
    private HttpServer site;
    private String base;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.start();
        base = "http://127.0.0.1:" + site.getAddress().getPort();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void aFileIsFetchedAfterARedirectUnderItsOwnName() {
        site.createContext("/cu", exchange -> {
            exchange.getResponseHeaders().set("Location", "/kho/b%C3%A0i%201.txt");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        site.createContext("/kho", exchange -> give(exchange, Fixtures.utf8("Bài một, học thuộc lòng")));

        var done = fetched("/cu");

        assertEquals("DONE", done.getString("state"));
        assertEquals("bài 1.txt", done.getString("name"));
        var material =
                library.await("/materials/" + done.getString("materialId"), library.librarian, found -> found.getString(
                                "files[0].state")
                        .equals("READY"));
        assertEquals("bài 1", material.getString("metadata.title"));
    }

    @Test
    void afterABrokenLineOnlyTheRestIsAskedFor() {
        var content = new byte[400_000];
        new Random(3).nextBytes(content);
        System.arraycopy(Fixtures.mp4(), 0, content, 0, 64);
        var asked = new AtomicInteger();
        var ranges = new AtomicInteger();
        site.createContext("/phim.mp4", exchange -> {
            var range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            ranges.addAndGet(range == null ? 0 : 1);
            exchange.sendResponseHeaders(from == 0 ? 200 : 206, content.length - from);
            int until = asked.incrementAndGet() == 1 ? content.length / 2 : content.length;
            exchange.getResponseBody().write(Arrays.copyOfRange(content, from, until));
            exchange.getResponseBody().flush();
            exchange.close();
        });

        var done = fetched("/phim.mp4");

        assertEquals("DONE", done.getString("state"));
        assertEquals(1, ranges.get());
        assertEquals(content.length, done.getInt("received"));
    }

    @Test
    void whatCannotBeTakenSaysWhy() {
        site.createContext("/to.png", exchange -> {
            exchange.sendResponseHeaders(200, 200L << 20);
            exchange.getResponseBody().write(new byte[1024]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        site.createContext("/trang", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            give(exchange, Fixtures.utf8("<html></html>"));
        });
        site.createContext("/vong", exchange -> {
            exchange.getResponseHeaders().set("Location", "/vong");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertEquals(
                "Tệp quá lớn: loại tệp này chỉ nhận đến 100 MB.",
                fetched("/to.png").getString("problem"));
        assertEquals("FAILED", fetched("/khong-co.pdf").getString("state"));
        assertEquals("FAILED", fetched("/trang").getString("state"));
        assertEquals("FAILED", fetched("/vong").getString("state"));
        post("ftp://127.0.0.1/x").statusCode(422).body("slug", equalTo("link-broken"));
        library.as(library.student)
                .contentType("application/json")
                .body(Map.of("url", base + "/cu"))
                .post("/materials/from-link")
                .then()
                .statusCode(403)
                .body("title", containsString("không được"));
    }

    private JsonPath fetched(String path) {
        var id = post(base + path).statusCode(202).extract().<String>path("id");
        return library.await("/uploads/" + id, library.librarian, found -> !found.getString("state")
                .equals("OPEN"));
    }

    private io.restassured.response.ValidatableResponse post(String url) {
        return library.as(library.librarian)
                .contentType("application/json")
                .body(Map.of("url", url))
                .post("/materials/from-link")
                .then();
    }

    private static void give(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
