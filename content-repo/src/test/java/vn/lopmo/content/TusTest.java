package vn.lopmo.content;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Resumable upload, as a browser on a weak line meets it.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TusTest {
    private static final int LENGTH = 8 << 20;

    private final Library library = new Library();

    @Test
    void aFileWhoseLineIsCutFiveTimesEndsWhole() throws Exception {
        var content = film(LENGTH);
        var upload = created("cat.mp4", content.length);

        long offset = 0;
        for (int cut = 1; cut <= 5; cut++) {
            sendAndBreakOff(upload, content, (int) offset, LENGTH / 7);
            long now = offset(upload);
            assertTrue(now >= offset && now < content.length, "offset " + now);
            offset = now;
        }
        assertTrue(offset > 0, "what arrived before a cut stays");
        var done = goOn(upload, content);

        done.then().statusCode(204).header("Upload-Offset", Integer.toString(content.length));
        var material = done.header("Lopmo-Material");
        assertNotNull(material);
        var seen = library.await("/materials/" + material, library.librarian, found -> found.getString("files[0].state")
                .equals("READY"));
        assertEquals(sha256(content), seen.getString("files[0].sha256"));
        assertEquals(upload, seen.getString("files[0].id"));
        assertEquals(content.length, offset(upload));
    }

    /// As a browser does: what was on the line when it broke may still arrive after its question how much is there, and
    /// is answered with a conflict; then it asks again.
    private Response goOn(String upload, byte[] content) {
        for (int tries = 1; ; tries++) {
            long from = offset(upload);
            var reply = patch(upload, from, Arrays.copyOfRange(content, (int) from, content.length));
            if (reply.statusCode() != 409 || tries == 5) {
                return reply;
            }
        }
    }

    @Test
    void aSmallFileComesWithItsCreation() {
        var content = Fixtures.utf8("Cái gì cũng có một lần đầu.");
        var made = tus(library.teacher)
                .header("Upload-Length", content.length)
                .header("Upload-Metadata", "filename " + base64("mot lan.txt"))
                .contentType("application/offset+octet-stream")
                .body(content)
                .post("/uploads");

        made.then()
                .statusCode(201)
                .header("Upload-Offset", Integer.toString(content.length))
                .header("Location", containsString("uploads/"))
                .header("Upload-Expires", containsString("GMT"))
                .header("Lopmo-Material", notNullValue());
        library.await("/materials/" + made.header("Lopmo-Material"), library.teacher, found -> found.getString(
                        "files[0].state")
                .equals("READY"));
    }

    @Test
    void whatTheLibraryDoesNotTakeIsRefusedBeforeItsFirstByte() {
        creation("phim.mp4", 6L << 30).then().statusCode(422).body("slug", equalTo("file-too-large"));
        creation("phim.mp4", 6L << 30).then().body("title", containsString("5 GB"));
        creation("anh.png", 101L << 20).then().statusCode(422).body("slug", equalTo("file-too-large"));
        creation("virus.exe", 10).then().statusCode(422).body("slug", equalTo("file-type-refused"));
        creation("rong.txt", 0).then().statusCode(422).body("slug", equalTo("file-empty"));
        tus(library.student)
                .header("Upload-Length", 5)
                .header("Upload-Metadata", "filename " + base64("a.txt"))
                .post("/uploads")
                .then()
                .statusCode(403);
    }

    @Test
    void theProtocolIsKept() throws IOException {
        library.as(library.librarian)
                .options("/uploads")
                .then()
                .statusCode(204)
                .header("Tus-Version", "1.0.0")
                .header("Tus-Extension", containsString("termination"));
        library.as(library.librarian).post("/uploads").then().statusCode(412).header("Tus-Version", "1.0.0");
        var upload = created("vo.txt", 10);
        patch(upload, 3, new byte[7]).then().statusCode(409);
        library.as(library.librarian)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", 0)
                .contentType("text/plain")
                .body("x")
                .patch("/uploads/" + upload)
                .then()
                .statusCode(415);
        patch(upload, 0, new byte[11]).then().statusCode(422).body("slug", equalTo("upload-too-long"));
        var stranger = new Library();
        stranger.as(stranger.librarian)
                .header("Tus-Resumable", "1.0.0")
                .head("/uploads/" + upload)
                .then()
                .statusCode(404);
        library.as(library.teacher)
                .header("Tus-Resumable", "1.0.0")
                .head("/uploads/" + upload)
                .then()
                .statusCode(404);
        library.as(library.librarian)
                .get("/uploads")
                .then()
                .body("", hasSize(1))
                .body("[0].name", equalTo("vo.txt"));
        tus(library.librarian).delete("/uploads/" + upload).then().statusCode(204);
        tus(library.librarian).head("/uploads/" + upload).then().statusCode(404);
    }

    @Test
    void aPieceThatIsNotWhatItsChecksumSaysIsThrownAway() throws Exception {
        var content = Fixtures.utf8("một hai ba bốn năm sáu bảy tám");
        var upload = created("dem.txt", content.length);
        var wrong = Base64.getEncoder().encodeToString(digest("SHA-1", Fixtures.utf8("khác")));
        var right = Base64.getEncoder().encodeToString(digest("SHA-1", content));

        patching(upload, 0)
                .header("Upload-Checksum", "sha1 " + wrong)
                .body(content)
                .patch("/uploads/" + upload)
                .then()
                .statusCode(460);
        assertEquals(0, offset(upload));
        patching(upload, 0)
                .header("Upload-Checksum", "sha1 " + right)
                .body(content)
                .patch("/uploads/" + upload)
                .then()
                .statusCode(204);
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedAtTheEndAndGone() {
        var content = Fixtures.utf8("<html><script>alert(1)</script></html>");
        var upload = created("giao an.pdf", content.length);

        patch(upload, 0, content).then().statusCode(422).body("slug", equalTo("file-not-what-it-says"));

        tus(library.librarian).head("/uploads/" + upload).then().statusCode(410);
        library.as(library.librarian)
                .get("/uploads/" + upload)
                .then()
                .body("state", equalTo("FAILED"))
                .body("problem", containsString("không khớp"));
    }

    @Test
    void itGoesToAMaterialThatIsThere() {
        var id = library.upload(library.librarian, "mot.txt", Fixtures.utf8("một"))
                .then()
                .extract()
                .<String>path("id");
        var content = Fixtures.utf8("hai");
        var made = tus(library.librarian)
                .header("Upload-Length", content.length)
                .header("Upload-Metadata", "filename " + base64("hai.txt") + ",materialId " + base64(id))
                .contentType("application/offset+octet-stream")
                .body(content)
                .post("/uploads");

        made.then().statusCode(201).header("Lopmo-Material", id);
        library.as(library.librarian).get("/materials/" + id).then().body("files", hasSize(2));
    }

    private String created(String name, long length) {
        var location = creation(name, length).then().statusCode(201).extract().header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private Response creation(String name, long length) {
        return tus(library.librarian)
                .header("Upload-Length", length)
                .header("Upload-Metadata", "filename " + base64(name))
                .post("/uploads");
    }

    private RequestSpecification tus(String token) {
        return library.as(token).header("Tus-Resumable", "1.0.0");
    }

    private RequestSpecification patching(String upload, long offset) {
        return tus(library.librarian).header("Upload-Offset", offset).contentType("application/offset+octet-stream");
    }

    private Response patch(String upload, long offset, byte[] content) {
        return patching(upload, offset).body(content).patch("/uploads/" + upload);
    }

    private long offset(String upload) {
        return Long.parseLong(tus(library.librarian)
                .head("/uploads/" + upload)
                .then()
                .statusCode(200)
                .extract()
                .header("Upload-Offset"));
    }

    /// Promises all the rest, sends some of it, and is gone.
    private void sendAndBreakOff(String upload, byte[] content, int offset, int length) throws IOException {
        try (var line = new Socket("localhost", RestAssured.port)) {
            var head = "PATCH /uploads/" + upload + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + library.librarian + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                    + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
                    + (content.length - offset) + "\r\n\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            line.getOutputStream().write(content, offset, length);
            line.getOutputStream().flush();
        }
    }

    private static byte[] film(int length) {
        var content = new byte[length];
        new Random(7).nextBytes(content);
        System.arraycopy(Fixtures.mp4(), 0, content, 0, 64);
        return content;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Fixtures.utf8(text));
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(digest("SHA-256", content));
    }

    private static byte[] digest(String algorithm, byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(algorithm).digest(content);
    }
}
