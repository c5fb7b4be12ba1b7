package vn.lopmo.content;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What must not come in does not, and says why; what only shows itself when it is opened fails alone.
@QuarkusTest
@TestProfile(SignedTokens.class)
class HostileFilesTest {
    private final Library library = new Library();

    @Test
    void theyAreTurnedAwayAtTheDoor() throws IOException {
        refused("rong.pdf", new byte[0], "file-empty");
        refused(
                "trang.html",
                Fixtures.utf8("<!doctype html><html><script>alert(1)</script></html>"),
                "file-type-refused");
        refused(
                "hinh.svg",
                Fixtures.utf8("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                "file-type-refused");
        refused(
                "hinh.png",
                Fixtures.utf8("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                "file-not-what-it-says");
        refused("de.txt", Fixtures.utf8("<!doctype html><html><body>x</body></html>"), "file-not-what-it-says");
        refused("de.docx", Fixtures.utf8("không phải là zip"), "file-not-what-it-says");
        refused("chay.exe", Fixtures.utf8("MZ\0\0 xx"), "file-type-refused");
        refused("bom.docx", Fixtures.bomb(300), "file-bomb");
        refused("virus.txt", testVirus(), "file-infected");
        refused("lach.epub", slipping(), "file-unsafe");

        library.as(library.librarian).get("/materials/queue").then().body("$", hasSize(0));
    }

    @Test
    void aLockedPdfSaysSo() throws IOException {
        var locked = library.uploaded("khoa.pdf", Fixtures.lockedPdf());

        assertEquals("FAILED", locked.getString("files[0].state"));
        assertEquals("Tệp có mật khẩu. Bỏ mật khẩu rồi tải lên lại.", locked.getString("files[0].problem"));
    }

    @Test
    void aBombBelowTheLimitOfTheDoorEndsInTheChildAndTheNextFileIsRead() throws IOException {
        var bomb = library.uploaded("bom nho.docx", Fixtures.bomb(60));
        assertEquals("FAILED", bomb.getString("files[0].state"));

        var sound = library.uploaded("lanh.txt", Fixtures.utf8("vẫn đọc được"));
        assertEquals("READY", sound.getString("files[0].state"));
    }

    @Test
    void aLinkInsideAnArchiveLeadsNowhere() throws IOException {
        var book = library.uploaded("lien ket.epub", Fixtures.epubWithLink("/etc/passwd"));

        assertEquals("READY", book.getString("files[0].state"));
        library.as(library.librarian)
                .get("/files/" + book.getString("files[0].id") + "/pages/1")
                .then()
                .body("html", not(containsString("root:")));
    }

    @Test
    void whatTheScannerFindsIsThrownAwayAndGivenToNobody() throws IOException {
        // the sign in the middle of a document: only a real scanner knows it there
        Assumptions.assumeTrue(
                Files.exists(Path.of("/run/clamav/clamd.ctl")), "clamd is not on this machine, so this is not tried");
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", Fixtures.utf8("application/epub+zip"));
        entries.put("virus.com", testVirus());
        var book = library.uploaded("nhiem.epub", Fixtures.zip(entries));
        assertEquals("FAILED", book.getString("files[0].state"));
        library.as(library.librarian)
                .get("/files/" + book.getString("files[0].id"))
                .then()
                .statusCode(409)
                .body("slug", equalTo("file-not-checked"));
    }

    @Test
    void aTitleWithoutEndIsRefusedInVietnamese() {
        library.as(library.librarian)
                .contentType("application/json")
                .body(Map.of("title", "a".repeat(100_000)))
                .post("/materials")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("title"))
                .body("fields[0].title", equalTo("Nội dung quá dài hoặc quá ngắn."));
        var answer = library.as(library.librarian)
                .contentType("application/json")
                .body("{\"title\":\"" + "a".repeat(20 << 20) + "\"}")
                .post("/materials");
        answer.then().statusCode(413).body("slug", equalTo("too-large"));
        assertTrue(answer.path("title").toString().contains("quá lớn"));
    }

    private void refused(String name, byte[] content, String slug) {
        library.upload(library.librarian, name, content).then().statusCode(422).body("slug", equalTo(slug));
    }

    /// Put together here, so that no scanner takes this file for one.
    private static byte[] testVirus() {
        return Fixtures.utf8("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");
    }

    private static byte[] slipping() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", Fixtures.utf8("application/epub+zip"));
        entries.put("../../ra-ngoai.txt", Fixtures.utf8("x"));
        return Fixtures.zip(entries);
    }
}
