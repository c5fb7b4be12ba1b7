package vn.lopmo.content;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A librarian follows files on their way into the library.
@QuarkusTest
@TestProfile(SignedTokens.class)
class IngestWalkthroughTest {
    private final Library library = new Library();

    @TempDir
    Path folder;

    @Test
    void eachStepIsSeen() {
        var text = library.uploaded("tho.txt", Fixtures.utf8("Trăm năm trong cõi người ta"));

        assertEquals(
                List.of("HASH", "SCAN", "TYPE", "TEXT", "OLD_ENCODING", "INDEX"), text.getList("files[0].steps.step"));
        assertEquals("DONE", stateOf(text, "TEXT"));
        assertEquals("SKIPPED", stateOf(text, "OLD_ENCODING"));
        assertEquals("DONE", stateOf(text, "INDEX"));
        library.as(library.librarian)
                .get("/ingest")
                .then()
                .statusCode(200)
                .body("files.waiting", equalTo(0))
                .body("files.perMinute", greaterThanOrEqualTo(1))
                .body("storage.used", greaterThanOrEqualTo(20));
        library.as(library.teacher).get("/ingest").then().statusCode(403);
    }

    @Test
    void theSameBytesAreNoticedAndShownToWhoBringsThemAgain() {
        var content = Fixtures.utf8("Bản gốc của bài thơ " + library.school);
        var first = library.uploaded("goc.txt", content);
        library.describe(first, library.metadata("Bài thơ gốc"));
        library.publish(first.getString("id")).statusCode(200);
        var again = library.uploaded("chep.txt", content);

        assertNull(first.getString("files[0].duplicateOf"));
        assertEquals(first.getString("id"), again.getString("files[0].duplicateOf.materialId"));
        assertEquals("Bài thơ gốc", again.getString("files[0].duplicateOf.title"));
        var stranger = new Library();
        assertNull(stranger.uploaded("chep.txt", content).getString("files[0].duplicateOf"));
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndIsTriedAgain() throws IOException {
        var locked = library.uploaded("khoa.pdf", Fixtures.lockedPdf());
        var file = locked.getString("files[0].id");
        assertEquals("FAILED", stateOf(locked, "TEXT"));
        assertEquals("SKIPPED", stateOf(locked, "INDEX"));
        library.as(library.librarian)
                .get("/ingest")
                .then()
                .body("failures[0].step", equalTo("TEXT"))
                .body("failures[0].problem", containsString("mật khẩu"));
        library.as(library.librarian)
                .header("Accept-Language", "en")
                .get("/ingest")
                .then()
                .body("failures[0].problem", containsString("password"));

        library.as(library.librarian)
                .post("/files/" + file + "/steps/HASH/retry")
                .then()
                .statusCode(409)
                .body("slug", equalTo("step-not-failed"));
        library.as(library.student)
                .post("/files/" + file + "/steps/TEXT/retry")
                .then()
                .statusCode(404);
        library.as(library.librarian)
                .post("/files/" + file + "/steps/TEXT/retry")
                .then()
                .statusCode(200)
                .body("files[0].state", equalTo("RECEIVED"));
        var seen = library.await(
                "/materials/" + locked.getString("id"), library.librarian, found -> found.getString("files[0].state")
                        .equals("FAILED"));
        assertEquals("FAILED", stateOf(seen, "TEXT"));
    }

    @Test
    void oldFontsBecomeUnicodeAndAreFound() throws IOException {
        var document = library.uploaded("cong van.docx", Fixtures.docxInOldFonts());
        assertEquals("DONE", stateOf(document, "OLD_ENCODING"));
        library.describe(document, library.metadata("Công văn cũ"));
        library.publish(document.getString("id")).statusCode(200);
        var plain = library.uploaded(
                "bien ban.txt",
                "Biªn b¶n häp tæ chuyªn m«n th¸ng ba, ng­êi ghi: c« Hßa".getBytes(Charset.forName("ISO-8859-1")));
        assertEquals("DONE", stateOf(plain, "OLD_ENCODING"));
        var html = library.as(library.librarian)
                .get("/files/" + plain.getString("files[0].id") + "/pages/1")
                .then()
                .extract()
                .<String>path("html");
        assertTrue(html.contains("Biên bản họp tổ chuyên môn tháng ba, người ghi: cô Hòa"), html);

        assertEquals(
                "Công văn cũ",
                library.searchUntil("cộng hòa xã hội", found -> found.getInt("total") == 1)
                        .getString("hits[0].title"));
        assertEquals(1, library.search(library.student, "trường tiểu học").getInt("total"));
    }

    @Test
    void anOfficeDocumentIsShownAsAPdf() throws IOException {
        needs("soffice");
        var document = library.uploaded("ke hoach.docx", Fixtures.docx());

        var done = ended(document, "PREVIEW");

        assertEquals("DONE", stateOf(done, "PREVIEW"));
        assertEquals(List.of("PREVIEW_PDF"), done.getList("files[0].renditions"));
        var file = done.getString("files[0].id");
        library.as(library.librarian)
                .header("Range", "bytes=0-3")
                .get("/files/" + file + "/renditions/PREVIEW_PDF")
                .then()
                .statusCode(206)
                .contentType("application/pdf")
                .body(equalTo("%PDF"));
        library.as(library.librarian)
                .get("/files/" + file + "/thumbnail")
                .then()
                .statusCode(200);
    }

    @Test
    void aScanIsRead() throws IOException {
        needs("tesseract");
        Assumptions.assumeTrue(readsVietnamese(), "tesseract has no Vietnamese on this machine, so this is not tried");
        var scan = library.uploaded("quet.pdf", Fixtures.scan("Hôm nay trời đẹp", "Lớp học vui vẻ"));
        assertEquals("READY", scan.getString("files[0].state"));

        var done = ended(scan, "OCR");

        assertEquals("DONE", stateOf(done, "OCR"));
        var html = library.as(library.librarian)
                .get("/files/" + done.getString("files[0].id") + "/pages/2")
                .then()
                .extract()
                .<String>path("html");
        assertTrue(html.contains("Lớp học"), html);
    }

    @Test
    void aFilmIsTurnedToSmallerSizes() throws Exception {
        needs("ffmpeg");
        var film = folder.resolve("phim.mp4");
        var made = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=duration=2:size=1280x720:rate=10",
                        "-pix_fmt",
                        "yuv420p",
                        film.toString())
                .inheritIO()
                .start();
        assertTrue(made.waitFor(60, TimeUnit.SECONDS));
        var uploaded = library.uploaded("phim.mp4", Files.readAllBytes(film));

        var done = ended(uploaded, "LADDER");

        assertEquals("DONE", stateOf(done, "LADDER"));
        assertEquals(List.of("VIDEO_480", "VIDEO_720"), done.getList("files[0].renditions"));
        library.as(library.librarian)
                .get("/files/" + done.getString("files[0].id") + "/thumbnail")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    private JsonPath ended(JsonPath material, String step) {
        return library.await(
                "/materials/" + material.getString("id"), library.librarian, found -> !List.of("WAITING", "RUNNING")
                        .contains(stateOf(found, step)));
    }

    private static String stateOf(JsonPath material, String step) {
        return material.getString("files[0].steps.find { it.step == '" + step + "' }.state");
    }

    private static boolean readsVietnamese() throws IOException {
        var asked = new ProcessBuilder("tesseract", "--list-langs")
                .redirectErrorStream(true)
                .start();
        try (var answer = asked.inputReader()) {
            return answer.lines().toList().contains("vie");
        }
    }

    private static void needs(String program) {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        Assumptions.assumeTrue(there, program + " is not on this machine, so this is not tried");
    }
}
