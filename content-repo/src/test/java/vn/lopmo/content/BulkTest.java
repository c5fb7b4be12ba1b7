package vn.lopmo.content;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A librarian brings in a list of materials with their files.
@QuarkusTest
@TestProfile(SignedTokens.class)
class BulkTest {
    private static final String HEADERS = "Tệp;Tên học liệu;Loại;Môn;Lớp;Giấy phép;Tác giả\n";

    private final Library library = new Library();

    @Test
    void aListWithAZipBecomesDraftsAndTheSameAgainChangesNothing() throws IOException {
        var sheet = HEADERS + "mot.txt;Bài một;Tài liệu;Toán;6, 7;CC BY;Cô Hoa\n"
                + "sub/hai.txt;\"Bài hai; tiếp\";Đề kiểm tra;ngu-van;Lớp 8;;\n"
                + "ba.txt;Bài ba;Bài hát;Toán;6;CC BY;\n"
                + "bon.txt;Bài bốn;Tài liệu;Thiên văn;13;CC BY;\n"
                + "khong-co.txt;Bài năm;;;;;\n"
                + "mot.txt;Lại bài một;;;;;\n";

        var preview = preview(sheet, zip());

        assertEquals(List.of("NEW", "NEW", "BAD", "BAD", "BAD", "BAD"), preview.getList("lines.state"));
        assertEquals(List.of(2, 3, 4, 5, 6, 7), preview.getList("lines.row"));
        assertEquals("Loại", preview.getString("lines[2].faults[0].column"));
        assertEquals("Không hiểu “Bài hát”.", preview.getString("lines[2].faults[0].problem"));
        assertEquals(List.of("Môn", "Lớp"), preview.getList("lines[3].faults.column"));

        var done = applied(preview);
        var first = done.getString("lines[0].materialId");
        assertNotNull(first);
        library.as(library.librarian)
                .get("/materials/" + first)
                .then()
                .body("metadata.title", equalTo("Bài một"))
                .body("metadata.type", equalTo("TAI_LIEU"))
                .body("metadata.subject", equalTo("toan"))
                .body("metadata.grades", equalTo(List.of(6, 7)))
                .body("metadata.licence", equalTo("CC_BY"))
                .body("files[0].name", equalTo("mot.txt"));

        var again = preview(sheet, zip());
        assertEquals(List.of("SAME", "SAME"), again.getList("lines.state").subList(0, 2));
        assertEquals(first, applied(again).getString("lines[0].materialId"));

        var changed = preview(HEADERS + "mot.txt;Bài một, bản mới;;;;;\n", null);
        assertEquals("CHANGED", changed.getString("lines[0].state"));
        applied(changed);
        library.as(library.librarian)
                .get("/materials/" + first)
                .then()
                .body("metadata.title", equalTo("Bài một, bản mới"))
                .body("metadata.subject", equalTo("toan"));
    }

    @Test
    void theTemplateIsAListThatCanBeRead() {
        var template = library.as(library.librarian)
                .get("/materials/bulk/template")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("danh-muc-hoc-lieu.xlsx"))
                .extract()
                .asByteArray();

        var preview = sent("mau.xlsx", template, null);

        assertEquals("Vòng tuần hoàn của nước", preview.getString("lines[0].title"));
        assertEquals("Tệp", preview.getString("lines[0].faults[0].column"));
        assertEquals(1, preview.getList("lines[0].faults").size());
    }

    @Test
    void whatIsNoListOrWantsToDoHarmIsRefused() throws IOException {
        library.as(library.librarian)
                .multiPart("sheet", "a.csv", Fixtures.utf8("a,b\n1,2\n"))
                .post("/materials/bulk")
                .then()
                .statusCode(422)
                .body("slug", equalTo("bulk-no-headers"));
        library.as(library.librarian)
                .multiPart("sheet", "a.csv", Fixtures.utf8(HEADERS + "a.txt;A;;;;;\n"))
                .multiPart("zip", "a.zip", Fixtures.zip(Map.of("../../ra-ngoai.txt", Fixtures.utf8("x"))))
                .post("/materials/bulk")
                .then()
                .statusCode(422)
                .body("slug", equalTo("file-unsafe"));
        library.as(library.librarian)
                .multiPart("sheet", "a.csv", Fixtures.utf8(HEADERS + "a.txt;A;;;;;\n"))
                .multiPart("zip", "a.zip", Fixtures.bomb(300))
                .post("/materials/bulk")
                .then()
                .statusCode(422)
                .body("slug", equalTo("file-bomb"));
        library.as(library.teacher)
                .get("/materials/bulk/" + library.school)
                .then()
                .statusCode(403);
    }

    private JsonPath preview(String sheet, byte[] zip) {
        return sent("danh muc.csv", Fixtures.utf8(sheet), zip);
    }

    private JsonPath sent(String name, byte[] sheet, byte[] zip) {
        var request = library.as(library.librarian).multiPart("sheet", name, sheet);
        if (zip != null) {
            request.multiPart("zip", "tep.zip", zip);
        }
        return request.post("/materials/bulk").then().statusCode(201).extract().jsonPath();
    }

    private JsonPath applied(JsonPath preview) {
        var path = "/materials/bulk/" + preview.getString("id");
        library.as(library.librarian).post(path + "/apply").then().statusCode(202);
        return library.await(
                path, library.librarian, found -> found.getString("state").equals("DONE"));
    }

    private static byte[] zip() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mot.txt", Fixtures.utf8("Nội dung bài một"));
        entries.put("sub/hai.txt", Fixtures.utf8("Nội dung bài hai"));
        entries.put("ba.txt", Fixtures.utf8("Nội dung bài ba"));
        entries.put("bon.txt", Fixtures.utf8("Nội dung bài bốn"));
        return Fixtures.zip(entries);
    }
}
