package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.testkit.RealPostgres;

/// The app's files as a browser gets them: the bytes the build compressed, and headers that keep them or ask again.
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealSignIn.class)
@QuarkusTestResource(EchoService.class)
class AppFilesTest {
    private static final String PART = "/_app/immutable/proof.js";
    private static final String PLAIN = "export const plain = true;\n";

    @TestHTTPResource("/")
    URI door = URI.create("/");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | br | stands for brotli",
                "gzip, deflate | gzip | stands for gzip",
                "br;q=0, gzip;q=0.5 | gzip | stands for gzip",
                "identity | '' | export const plain = true;"
            })
    void aBrowserGetsTheSmallestFormThatItTakes(String accepted, String encoding, String body) throws Exception {
        var answer = get(PART, "Accept-Encoding", accepted);

        assertEquals(200, answer.statusCode());
        assertEquals(encoding, header(answer, "Content-Encoding"));
        assertEquals(body, text(answer).trim());
        assertEquals("Accept-Encoding", header(answer, "Vary"));
        assertEquals("text/javascript; charset=utf-8", header(answer, "Content-Type"));
        assertEquals(Integer.toString(answer.body().length), header(answer, "Content-Length"));
    }

    @Test
    void whatTheBuildDidNotCompressIsNotCompressedForEachRequest() throws Exception {
        var answer = get("/_app/immutable/bare.css", "Accept-Encoding", "gzip, br");

        assertEquals("p { color: red }\n", text(answer));
        assertEquals("text/css; charset=utf-8", header(answer, "Content-Type"));
    }

    @Test
    void whoHasAFileGetsNoneAgain() throws Exception {
        var tag = header(get(PART, "Accept-Encoding", "br"), "ETag");

        var again = http.send(
                HttpRequest.newBuilder(door.resolve(PART))
                        .header("Accept-Encoding", "br")
                        .header("If-None-Match", "\"other\", W/" + tag)
                        .build(),
                BodyHandlers.ofByteArray());

        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(tag, header(again, "ETag"));
        assertEquals(200, get(PART, "If-None-Match", tag).statusCode(), "another form of it has another tag");
    }

    @Test
    void aPartIsKeptForEverAndThePageIsAskedForAgain() throws Exception {
        assertEquals("public, max-age=31536000, immutable", header(get(PART, "Accept", "*/*"), "Cache-Control"));
        for (var path : new String[] {"/", "/mon-hoc/7", "/before.js", "/service-worker.js"}) {
            assertEquals("no-cache", header(get(path, "Accept", "*/*"), "Cache-Control"), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mon-hoc/0199?tab=1", "/nang-luc-so/1.1", "/nang-luc-so/6.3?em=7"})
    void everyAddressIsTheSamePage(String path) throws Exception {
        var first = get("/", "Accept", "text/html");
        var deep = get(path, "Accept", "text/html");

        assertEquals(200, deep.statusCode());
        assertEquals("text/html; charset=utf-8", header(deep, "Content-Type"));
        assertEquals(text(first), text(deep));
        assertTrue(text(first).contains("<title>Lớp Mở</title>"));
    }

    @Test
    void thePageUnpacksToItself() throws Exception {
        var packed = get("/", "Accept-Encoding", "gzip");

        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertEquals(text(get("/", "Accept", "*/*")), new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_app/immutable/gone.js",
                "/_app/immutable",
                "/_app/immutable/proof.js.br",
                "/none.png",
                "/_app/..%2f..%2fapplication.properties"
            })
    void aMissingFileIsNoPageAndIsNotKept(String path) throws Exception {
        var answer = get(path, "Accept", "*/*");

        assertEquals(404, answer.statusCode());
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertTrue(text(answer).contains("\"slug\":\"not-found\""), text(answer));
    }

    @Test
    void askedForItsHeadAFileSaysItsLength() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(door.resolve(PART))
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());

        assertEquals(200, answer.statusCode());
        assertEquals(Integer.toString(PLAIN.length()), header(answer, "Content-Length"));
        assertEquals(0, answer.body().length);
    }

    @Test
    void aPageRunsNoScriptThatIsNoFileOfOurs() throws Exception {
        var answer = get("/", "Accept", "text/html");

        var policy = header(answer, "Content-Security-Policy");
        assertTrue(policy.contains("script-src 'self';"), policy);
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertTrue(!text(answer).matches("(?s).*<script(?![^>]* src=).*"), "a script is written into the page");
    }

    private HttpResponse<byte[]> get(String path, String name, String value) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(door.resolve(path)).header(name, value).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
