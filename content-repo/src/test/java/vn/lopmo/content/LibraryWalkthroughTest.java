package vn.lopmo.content;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.roster.MembershipChanged.Part;
import vn.lopmo.testkit.Tokens;

/// A librarian brings files in, describes and publishes them; everybody of the school finds and reads them.
@QuarkusTest
@TestProfile(SignedTokens.class)
class LibraryWalkthroughTest {
    private final Library library = new Library();

    @Test
    void fromTheFileToTheReader() throws IOException {
        var draft = library.uploaded("Cu_chi.pdf", Fixtures.pdf("Trang dau", "Dia dao duoi long dat", "Trang cuoi"));
        assertEquals("Cu chi", draft.getString("metadata.title"));
        assertEquals("READY", draft.getString("files[0].state"));
        assertEquals(3, draft.getInt("files[0].pages"));
        assertEquals(
                "[subject, grades, licence, author]", draft.getList("missing").toString());
        library.publish(draft.getString("id"))
                .statusCode(422)
                .body("slug", equalTo("material-incomplete"))
                .body("fields.field", hasItem("licence"));
        library.as(library.student)
                .get("/materials/" + draft.getString("id"))
                .then()
                .statusCode(404);

        library.describe(draft, library.metadata("Địa đạo Củ Chi"));
        library.publish(draft.getString("id")).statusCode(200).body("version", equalTo(1));

        var found = library.searchUntil("dia dao duoi long dat", result -> result.getInt("total") == 1);
        assertEquals(2, found.getInt("hits[0].pageHit"));
        assertEquals("<mark>Địa đạo</mark> Củ Chi", found.getString("hits[0].titleHtml"));
        assertTrue(found.getString("hits[0].snippetHtml").contains("<mark>Dia dao duoi long dat</mark>"));
        assertEquals(1, library.search(library.student, "địa đạo dưới lòng đất").getInt("total"));
        library.as(library.student)
                .get("/materials/" + draft.getString("id"))
                .then()
                .statusCode(200)
                .body("mayEdit", equalTo(false))
                .body("files", hasSize(1));
        library.as(library.student)
                .queryParam("q", "dia d")
                .get("/materials/suggest")
                .then()
                .statusCode(200)
                .body("text", contains("Địa đạo Củ Chi"));
    }

    @Test
    void aBrokenDraftLeavesTheDeskAndComesBack() throws IOException {
        var draft = library.uploaded("Hong.pdf", Fixtures.pdf("Bi hong"));
        var path = "/materials/" + draft.getString("id");
        var before = shelves();

        library.as(library.student).post(path + "/discard").then().statusCode(404);
        library.as(library.librarian)
                .post(path + "/discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        assertEquals(before.getInt("draft") - 1, shelves().getInt("draft"));
        assertEquals(before.getInt("discarded") + 1, shelves().getInt("discarded"));
        library.publish(draft.getString("id")).statusCode(409).body("slug", equalTo("material-discarded"));

        library.as(library.librarian).post(path + "/take-back").then().statusCode(200);
        library.describe(library.material(draft.getString("id")), library.metadata("Không hỏng nữa"));
        library.publish(draft.getString("id")).statusCode(200);
        library.as(library.librarian)
                .post(path + "/discard")
                .then()
                .statusCode(409)
                .body("slug", equalTo("material-not-draft"));
    }

    private JsonPath shelves() {
        return library.as(library.librarian).get("/materials/queue/counts").jsonPath();
    }

    @Test
    void everyKindOfFileIsReadAndFound() throws IOException {
        publish("Khuc xa.docx", Fixtures.docx(), "Kế hoạch số một");
        publish("Nuoc.pptx", Fixtures.pptx(), "Bài trình chiếu");
        var book = publish("Dong dao.epub", Fixtures.epub(), "Sách thiếu nhi");
        publish("ghi chu.txt", Fixtures.utf8("Con trâu là đầu cơ nghiệp.\n\nTấc đất tấc vàng."), "Tục ngữ");
        publish("ghi chu.md", Fixtures.utf8("# Phép nhân hoá\n\nGọi vật như gọi người."), "Biện pháp tu từ");

        assertEquals("Kế hoạch số một", firstFor("chiết suất"));
        assertEquals("Kế hoạch số một", firstFor("tia sang bi gay khuc"));
        assertEquals("Bài trình chiếu", firstFor("vong tuan hoan cua nuoc"));
        assertEquals("Sách thiếu nhi", firstFor("chi chi chành chành"));
        assertEquals("Tục ngữ", firstFor("tac dat tac vang"));
        assertEquals("Biện pháp tu từ", firstFor("nhân hóa"));
        assertEquals(2, library.search(library.student, "vòng tuần hoàn").getInt("hits[0].pageHit"));
        var file = book.getString("files[0].id");
        var page = library.as(library.student)
                .get("/files/" + file + "/pages/2")
                .then()
                .statusCode(200)
                .body("title", equalTo("Công thức"))
                .body("html", containsString("<mfrac>"))
                .body("html", not(containsString("alert")))
                .extract()
                .<String>path("html");
        var picture = page.replaceAll("(?s).*src=\"/api/content(/files/[^\"]*/parts/[0-9a-f]{64})\".*", "$1");
        library.as(library.student)
                .get(picture)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff");
        library.as(library.student)
                .get("/files/" + file + "/pages")
                .then()
                .body("titles", contains("Đồng dao", "Công thức"));
    }

    @Test
    void bytesComeInRangesAndStayInTheCache() throws IOException {
        var content = Fixtures.png(1200, 800);
        var picture = library.uploaded("so do.png", content);
        var file = "/files/" + picture.getString("files[0].id");

        var whole = library.as(library.librarian)
                .get(file)
                .then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Content-Disposition", containsString("inline; filename=\"so do.png\""))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", containsString("private"))
                .extract();
        assertArrayEquals(content, whole.asByteArray());
        var part = library.as(library.librarian)
                .header("Range", "bytes=10-19")
                .get(file)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + content.length)
                .extract();
        assertArrayEquals(Arrays.copyOfRange(content, 10, 20), part.asByteArray());
        library.as(library.librarian)
                .header("If-None-Match", whole.header("ETag"))
                .get(file)
                .then()
                .statusCode(304);
        library.as(library.librarian)
                .header("Range", "bytes=99999999-")
                .get(file)
                .then()
                .statusCode(416);
        library.as(library.librarian)
                .get(file + "/thumbnail")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void aFilmIsKeptAndNotRead() {
        var film = library.uploaded("thi nghiem.mp4", Fixtures.mp4());

        assertEquals("READY", film.getString("files[0].state"));
        assertEquals("VIDEO", film.getString("metadata.type"));
    }

    @Test
    void anotherSchoolSeesNothing() throws IOException {
        var material = publish("rieng.txt", Fixtures.utf8("bí mật của trường"), "Chuyện trường mình");
        firstFor("bí mật của trường");
        var stranger = new Library();

        assertEquals(0, stranger.search(stranger.librarian, "bí mật của trường").getInt("total"));
        stranger.as(stranger.librarian)
                .get("/materials/" + material.getString("id"))
                .then()
                .statusCode(404);
        stranger.as(stranger.librarian)
                .get("/files/" + material.getString("files[0].id"))
                .then()
                .statusCode(404);
        stranger.as(stranger.librarian)
                .get("/files/" + material.getString("files[0].id") + "/pages/1")
                .then()
                .statusCode(404);
        stranger.publish(material.getString("id")).statusCode(404);
    }

    @Test
    void whatIsForTeachingAloneIsNotForStudents() {
        var metadata = library.metadata("Trích đoạn phim Làng Vũ Đại");
        metadata.put("licence", "TEACHING_EXCEPTION");
        var id = library.published(metadata);

        library.searchUntil("lang vu dai", result -> result.getInt("total") == 1);

        assertEquals(1, library.search(library.teacher, "làng Vũ Đại").getInt("total"));
        assertEquals(0, library.search(library.student, "làng Vũ Đại").getInt("total"));
        library.as(library.student).get("/materials/" + id).then().statusCode(404);
        library.as(library.student)
                .queryParam("q", "trich")
                .get("/materials/suggest")
                .then()
                .body("$", hasSize(0));
    }

    @Test
    void whatIsForOneClassIsForItsPeopleAlone() {
        var class8A = UUID.randomUUID();
        library.joins(library.studentId, class8A, "8A", Part.STUDENT);
        var metadata = library.metadata("Phim tư liệu Trận Bạch Đằng");
        metadata.put("licence", "TEACHING_EXCEPTION");
        metadata.put("visibility", "SCHOOL");
        library.create(library.librarian, metadata).statusCode(422).body("slug", equalTo("licence-too-open"));
        metadata.put("visibility", "CLASSES");
        metadata.put("classIds", List.of(UUID.randomUUID()));
        library.create(library.librarian, metadata).statusCode(422).body("slug", equalTo("classes-unknown"));
        metadata.put("classIds", List.of(class8A));
        library.create(library.teacher, metadata).statusCode(422).body("slug", equalTo("classes-unknown"));
        var id = library.published(metadata);
        library.searchUntil("tran bach dang", result -> result.getInt("total") == 1);

        var neighbour = Tokens.student(library.school);
        for (var stranger : List.of(neighbour, library.teacher)) {
            library.as(stranger).get("/materials/" + id).then().statusCode(404);
            assertEquals(0, library.search(stranger, "trận Bạch Đằng").getInt("total"));
        }
        assertEquals(1, library.search(library.student, "trận Bạch Đằng").getInt("total"));
        library.as(library.student)
                .get("/materials/" + id)
                .then()
                .statusCode(200)
                .body("visibility", equalTo("CLASSES"));
        library.as(library.librarian).get("/classes").then().body("name", contains("8A"));
    }

    @Test
    void whatIsNotYetAvailableIsForItsMakersAlone() {
        var metadata = library.metadata("Đáp án đề khảo sát tháng Chạp");
        metadata.put("availableFrom", "2999-01-01T00:00:00Z");
        var id = library.published(metadata);
        library.searchUntil("dap an de khao sat thang chap", result -> result.getInt("total") == 1);

        assertEquals(0, library.search(library.teacher, "khảo sát tháng Chạp").getInt("total"));
        library.as(library.teacher).get("/materials/" + id).then().statusCode(404);
    }

    @Test
    void aTeacherBringsInAndTheLibrarianPublishes() {
        var id = library.upload(library.teacher, "de cuong.txt", Fixtures.utf8("Đề cương"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        library.as(library.teacher).get("/materials/queue").then().body("id", contains(id));
        library.as(library.teacher)
                .post("/materials/" + id + "/publish")
                .then()
                .statusCode(403)
                .body("title", containsString("không được"));
        library.upload(library.student, "a.txt", Fixtures.utf8("x")).then().statusCode(403);
        library.as(library.student).get("/materials/queue").then().statusCode(403);
        library.as(library.librarian).get("/materials/queue?state=DRAFT").then().body("id", hasItem(id));
    }

    @Test
    void whatIsWithdrawnIsGoneAndAStaleEditIsTurnedDown() {
        var id = library.published(library.metadata("Sổ tay bơi an toàn"));
        library.searchUntil("boi an toan", result -> result.getInt("total") == 1);

        library.as(library.librarian)
                .contentType("application/json")
                .body(Map.of("reason", "Có bản mới"))
                .post("/materials/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        library.searchUntil("boi an toan", result -> result.getInt("total") == 0);
        library.as(library.student).get("/materials/" + id).then().statusCode(404);
        library.as(library.librarian)
                .contentType("application/json")
                .body(Map.of("revision", 0, "metadata", library.metadata("Khác")))
                .put("/materials/" + id)
                .then()
                .statusCode(409)
                .body("slug", equalTo("changed-meanwhile"));
    }

    @Test
    void theSameBytesAreKeptOnceAndANewFileTakesTheOldOnesPlace() throws IOException {
        var first = library.uploaded("mot.txt", Fixtures.utf8("bản thứ nhất"));
        var again = library.uploaded("hai.txt", Fixtures.utf8("bản thứ nhất"));
        assertEquals(first.getString("files[0].sha256"), again.getString("files[0].sha256"));
        assertNotEquals(first.getString("files[0].id"), again.getString("files[0].id"));

        library.as(library.librarian)
                .multiPart("file", "ba.txt", Fixtures.utf8("bản thứ hai"))
                .queryParam("replaces", first.getString("files[0].id"))
                .post("/materials/" + first.getString("id") + "/files")
                .then()
                .statusCode(201)
                .body("files.name", contains("ba.txt"));
    }

    private JsonPath publish(String name, byte[] content, String title) {
        var draft = library.uploaded(name, content);
        assertEquals("READY", draft.getString("files[0].state"), name);
        library.describe(draft, library.metadata(title));
        library.publish(draft.getString("id")).statusCode(200);
        return draft;
    }

    private String firstFor(String words) {
        return library.searchUntil(words, result -> result.getInt("total") > 0).getString("hits[0].title");
    }
}
