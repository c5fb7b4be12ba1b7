package vn.lopmo.content.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.WriterReportImpl;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.content.file.Rows;

/// Works leave the library as books that the EPUB checker of the W3C finds nothing wrong with, and as courses that hold
/// to SCORM's rules and that our own player takes; what may not leave stays.
@QuarkusTest
@TestProfile(SignedTokens.class)
class ExportTest {
    private static final String IMS_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
    private static final String IMS_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1";

    /// What a reader of files may leave behind: allowed elements where they may not stand.
    private static final String UNTIDY = """
            <h2>Định lí &amp; hệ quả</h2><li>lẻ</li><ul>một<p>hai</p><li><ol start="2" type="a"><li>a</li></ol></li></ul>
            <b>đậm<div>khối</div></b><table><caption>Bảng <b>1</b></caption><thead><tr><th scope="col">x</th></tr></thead>
            <tr><td colspan="2" rowspan="0">1</td></tr></table><table></table><figure><img src="/api/content/files/x/parts/y">
            <figcaption>Hình</figcaption></figure><a href="https://vi.wikipedia.org/wiki/Đại_số">w</a><a href="http://a b">x</a>
            <p><span lang="en">a</span><span lang="??">b</span><a href="mailto:a@b.vn">thư</a></p><hr>
            <blockquote>trích</blockquote><pre>mã   <code>x</code></pre>
            <p><span class="math" data-latex="\\frac{a}{b}"><math display="inline"><mfrac><mi>a</mi><mi>b</mi></mfrac></math></span>
            <math><mfrac><mi>a</mi></mfrac><msup><mi>a</mi><mn>1</mn><mn>2</mn></msup>chữ<mfenced><mn>1</mn></mfenced>
            <semantics><mrow><mi>x</mi></mrow>nghĩa</semantics><mtable><mtr><mn>1</mn></mtr></mtable><mspace width="1em"/>
            <mmultiscripts><mi>C</mi><mn>6</mn><none></none><mprescripts></mprescripts><none></none><mn>12</mn></mmultiscripts>
            <mover accent="true"><mi>v</mi><mo stretchy="true" minsize="to">→</mo></mover><mstyle displaystyle="true" mathsize="big">
            <mo form="infix">+</mo></mstyle><none></none></math><span class="math" data-latex="x^2"></span></p>""";

    private final Library library = new Library();

    @Test
    void aDocumentBecomesABookThatTheCheckerAccepts() throws Exception {
        var id = published("Khúc xạ ánh sáng <1> & 2", "CC_BY_NC_ND", "bai.docx", Fixtures.docx());

        var book = exported(library.student, "/materials/" + id + "/export?format=epub");

        checked(book);
        var entries = unzipped(book);
        assertEquals("mimetype", entries.keySet().iterator().next());
        var opf = text(entries, "EPUB/sach.opf");
        assertTrue(opf.contains("<dc:identifier id=\"ma\">urn:uuid:" + id), opf);
        assertTrue(opf.contains("<dc:rights>https://creativecommons.org/licenses/by-nc-nd/4.0/</dc:rights>"), opf);
        assertTrue(opf.contains("property=\"schema:accessMode\">textual"), opf);
        var front = text(entries, "EPUB/t00001.xhtml");
        assertTrue(front.contains("CC BY-NC-ND 4.0") && front.contains("Tổ chuyên môn"), front);
        assertTrue(entries.keySet().stream().anyMatch(name -> name.startsWith("EPUB/hinh/")), "its picture");
    }

    @Test
    void whatReadersLeaveBehindIsMadeWhole() throws Exception {
        var draft = library.uploaded("dinh-li.txt", Fixtures.utf8("Định lí Pythagore"));
        write(draft.getString("files[0].id"), UNTIDY);
        var id = published(draft, "Định lí", "CC_BY");

        var book = exported(library.student, "/materials/" + id + "/export");

        checked(book);
        var opf = text(unzipped(book), "EPUB/sach.opf");
        assertTrue(opf.contains("properties=\"mathml\"") && opf.contains("accessibilityFeature\">MathML"), opf);
    }

    @Test
    void aBookGoesOutAsItCameIn() throws Exception {
        var own = Fixtures.epub();
        var id = published("Đồng dao", "CC0", "dong-dao.epub", own);

        assertArrayEquals(own, exported(library.student, "/materials/" + id + "/export"));
    }

    @Test
    void aCollectionBecomesOneBook() throws Exception {
        var ids = List.of(
                published("Đồng dao", "CC0", "dong-dao.epub", Fixtures.epub()),
                published("Ảnh cây bàng", "CC_BY_SA", "cay-bang.png", Fixtures.png(80, 60)),
                published("Đề cũ", "CC_BY", "de.pdf", Fixtures.pdf("Cau mot", "Cau hai")),
                published("Phim", "CC_BY", "phim.mp4", Fixtures.mp4()));
        var list = collection("Ôn tập cuối kì", ids);

        var book = exported(library.student, "/collections/" + list + "/export?format=epub");

        checked(book);
        var entries = unzipped(book);
        var nav = text(entries, "EPUB/muc-luc.xhtml");
        assertTrue(nav.contains("Công thức") && nav.contains("Ảnh cây bàng") && nav.contains("Đề cũ"), nav);
        var front = text(entries, "EPUB/t00001.xhtml");
        assertTrue(front.contains("CC BY-SA 4.0") && front.contains("“Đề cũ”"), front);
        assertTrue(entries.values().stream()
                .anyMatch(page -> new String(page, StandardCharsets.UTF_8).contains("hình vẽ và cách trình bày")));
        var course = exported(library.teacher, "/collections/" + list + "/export?format=scorm2004");
        ScormCheck.check(unzipped(course), IMS_2004, "2004 4th Edition");
    }

    @Test
    void aMaterialBecomesACourseThatOurPlayerTakes() throws Exception {
        var id = published("Khúc xạ ánh sáng", "CC_BY", "bai.docx", Fixtures.docx());

        var old = exported(library.teacher, "/materials/" + id + "/export?format=scorm12");
        var fresh = exported(library.teacher, "/materials/" + id + "/export?format=scorm2004");

        var manifest = ScormCheck.check(unzipped(old), IMS_12, "1.2");
        assertTrue(manifest.getTextContent().contains("CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"));
        ScormCheck.check(unzipped(fresh), IMS_2004, "2004 4th Edition");
        taken(old, "SCORM_12");
        taken(fresh, "SCORM_2004");
    }

    @Test
    void whatMayNotLeaveStays() throws IOException {
        var kept = published("Sách có bản quyền", "ALL_RIGHTS", "sach.docx", Fixtures.docx());
        var taught = published("Trích để dạy", "TEACHING_EXCEPTION", "trich.txt", Fixtures.utf8("Trích"));
        var open = published("Bài mở", "CC_BY", "bai.txt", Fixtures.utf8("Bài mở cho mọi người"));
        var film = published("Phim", "CC_BY", "phim.mp4", Fixtures.mp4());

        refused(library.librarian, "/materials/" + kept + "/export", 409, "export-not-licensed")
                .body("title", containsString("“Sách có bản quyền”"));
        refused(library.teacher, "/materials/" + taught + "/export?format=scorm12", 409, "export-not-licensed");
        refused(library.student, "/materials/" + taught + "/export", 404, "material-not-found");
        refused(library.student, "/materials/" + open + "/export?format=scorm2004", 403, "export-not-allowed");
        refused(library.student, "/materials/" + film + "/export", 409, "export-nothing-to-read");
        refused(library.student, "/materials/" + open + "/export?format=doc", 422, "export-format-unknown");
        refused(new Library().librarian, "/materials/" + open + "/export", 404, "material-not-found");
        var list = collection("Lẫn lộn", List.of(open, kept));
        refused(library.librarian, "/collections/" + list + "/export", 409, "export-not-licensed");
        refused(new Library().librarian, "/collections/" + list + "/export", 404, "collection-not-found");
    }

    private io.restassured.response.ValidatableResponse refused(String token, String path, int status, String slug) {
        return library.as(token).get(path).then().statusCode(status).body("slug", equalTo(slug));
    }

    private String collection(String title, List<String> ids) {
        var list = library.send(
                        library.librarian,
                        Map.of("kind", "COLLECTION", "title", title, "visibility", "SCHOOL"),
                        "/collections")
                .extract()
                .<String>path("about.id");
        ids.forEach(id -> library.send(library.librarian, Map.of("materialId", id), "/collections/" + list + "/items"));
        return list;
    }

    /// Both take packages of their own making back in.
    private void taken(byte[] course, String kind) {
        var material = library.uploaded("goi-" + kind + ".zip", course);
        assertEquals("READY", material.getString("files[0].state"), material.getString("files[0].problem"));
        library.as(library.librarian)
                .get("/packages/" + material.getString("files[0].id"))
                .then()
                .statusCode(200)
                .body("kind", equalTo(kind))
                .body("title", equalTo("Khúc xạ ánh sáng"))
                .body("start", equalTo("index.html"))
                .body("organisation.items[0].sco", equalTo(true));
        assertEquals("Tổ chuyên môn", material.getString("metadata.author"));
    }

    private static void checked(byte[] book) throws IOException {
        var file = Files.createTempFile(Path.of("target"), "sach", ".epub");
        Files.write(file, book);
        var words = new StringWriter();
        var report = new WriterReportImpl(new PrintWriter(words));
        new EpubCheck(file.toFile(), report).doValidate();
        assertEquals(
                0, report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount(), words::toString);
        assertFalse(words.toString().contains("ERROR"));
        Files.delete(file);
    }

    private static void write(String file, String html) {
        Arc.container()
                .instance(Rows.class)
                .get()
                .update("update file_page set html = ? where file_id = ?", html, UUID.fromString(file));
    }

    private String published(String title, String licence, String file, byte[] content) {
        return published(library.uploaded(file, content), title, licence);
    }

    private String published(JsonPath draft, String title, String licence) {
        var metadata = library.metadata(title);
        metadata.put("licence", licence);
        library.describe(draft, metadata);
        library.publish(draft.getString("id")).statusCode(200);
        return draft.getString("id");
    }

    private byte[] exported(String token, String path) {
        return library.as(token).get(path).then().statusCode(200).extract().asByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> zip, String name) {
        return new String(Objects.requireNonNull(zip.get(name), name), StandardCharsets.UTF_8);
    }
}
