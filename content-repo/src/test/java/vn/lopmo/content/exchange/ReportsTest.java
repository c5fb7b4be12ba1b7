package vn.lopmo.content.exchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;

/// A librarian's figures and registers; of readers they say how often, never who.
@QuarkusTest
@TestProfile(SignedTokens.class)
class ReportsTest {
    private final Library library = new Library();

    @Test
    void theFiguresAreWhatTheLibraryHolds() throws IOException {
        var several = library.metadata("Bài tập khối 8 và 9");
        several.put("grades", List.of(8, 9));
        library.published(several);
        var id = withFile("Hình khối 8");
        library.created(library.metadata("Nháp"));
        library.withdraw(library.published(library.metadata("Đã gỡ")), "Sai");

        opened(id, 3);

        library.as(library.librarian)
                .get("/reports")
                .then()
                .statusCode(200)
                .body("sums.published", equalTo(2))
                .body("sums.withdrawn", equalTo(1))
                .body("sums.drafts", equalTo(1))
                .body("byType.of", contains("TAI_LIEU"))
                .body("byType.count", contains(2))
                .body("bySubject.of", contains("khtn"))
                .body("byGrade.of", contains("8", "9"))
                .body("byGrade.count", contains(2, 1))
                .body("holdings.grade", contains(8, 9))
                .body("holdings.count", contains(2, 1))
                .body("growth.entered", contains(3))
                .body("mostUsed.title", contains("Hình khối 8"))
                .body("contributors", hasSize(1))
                .body("contributors[0].materials", equalTo(2))
                .body("use.kind", hasItem("FILE"));
        library.as(library.librarian)
                .get("/reports?from=2026-02-01&until=2026-01-01")
                .then()
                .statusCode(422);
        library.as(library.teacher).get("/reports").then().statusCode(403);
        library.as(library.student).get("/reports/register.xlsx").then().statusCode(403);
    }

    @Test
    void theRegisterHasALineForAllThatWasEverPublished() throws IOException {
        withFile("=HYPERLINK(\"x\") Toán");
        library.withdraw(library.published(library.metadata("Đã gỡ")), "Sai đáp án");

        var lines = sheet("/reports/register.xlsx", "Sổ đăng kí");
        var holdings = sheet("/reports/report.xlsx", "Vốn học liệu");

        assertEquals(3, lines.size());
        assertEquals("=HYPERLINK(\"x\") Toán", lines.get(1).get(2));
        assertTrue(lines.get(1).contains("png"));
        assertTrue(
                lines.get(2).containsAll(List.of("2", "Đã gỡ", "Đã rút", "Sai đáp án", "Khoa học tự nhiên")),
                lines.get(2).toString());
        assertEquals(List.of("Tài liệu", "Khoa học tự nhiên", "8", "1"), holdings.get(1));
        assertFalse(lines.toString().contains(library.studentId.toString()));
    }

    private void opened(String id, int times) {
        var file = library.material(id).getString("files[0].id");
        for (int i = 0; i < times; i++) {
            library.as(library.student).get("/files/" + file).then().statusCode(200);
        }
        library.await(
                "/reports",
                library.librarian,
                found -> found.getInt("mostUsed.find { it.materialId == '" + id + "' }?.count ?: 0") == times);
    }

    private String withFile(String title) throws IOException {
        var draft = library.uploaded("hinh.png", Fixtures.png(40, 40));
        library.describe(draft, library.metadata(title));
        library.publish(draft.getString("id")).statusCode(200);
        return draft.getString("id");
    }

    private List<List<String>> sheet(String path, String name) throws IOException {
        var bytes = library.as(library.librarian)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var lines = new ArrayList<List<String>>();
        var format = new DataFormatter();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            book.getSheet(name).forEach(row -> {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(format.formatCellValue(cell)));
                lines.add(cells);
            });
        }
        return lines;
    }
}
