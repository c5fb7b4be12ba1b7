package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.sql.Rows;

/// A report of three pages, as a PDF: remarks on its pages, moved and taken away again, given back to the learner.
@QuarkusTest
@TestProfile(SignedTokens.class)
class PageRemarksWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Rows rows;

    private AtSchool at;
    private String pdf;
    private String work;

    @BeforeEach
    void aHandedInReport() {
        at = new AtSchool(schools.make());
        pdf = at.sent(at.first, "bao cao.pdf", Samples.pdf(3));
        work = handedIn(pdf);
    }

    private String handedIn(String... files) {
        at.handIn(at.first, "", files).statusCode(200);
        return at.desk().extract().path("classes[0].learners[1].workId");
    }

    private static Map<String, Object> pin(String file, int page, double x, double y, String text) {
        return Map.of("fileId", file, "page", page, "x", x, "y", y, "text", text);
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String slug) {
        return answer.statusCode(422).body("slug", equalTo(slug));
    }

    @Test
    void remarksOnPagesAreKeptAndComeWithTheResult() {
        as(at.teacher).get("/task-works/" + work).then().body("work.files[0].pages", equalTo(3));
        at.judge(work, 1, 7, "Khá.", pin(pdf, 3, 0.5, 0.1, "Thiếu nguồn"), pin(pdf, 2, 0.25, 0.75, "Xem lại biểu đồ"))
                .statusCode(200)
                .body("work.files[0].pins.page", contains(2, 3))
                .body("work.files[0].pins.text", contains("Xem lại biểu đồ", "Thiếu nguồn"));

        // moved to another page, the other one taken away
        at.judge(work, 2, 7, "Khá.", pin(pdf, 1, 0.3, 0.75, "Xem lại biểu đồ")).statusCode(200);
        at.tasks(at.first).body("[0].works[0].files[0].pins", empty());

        as(at.teacher).post("/task-works/" + work + "/release").then().statusCode(200);

        at.tasks(at.first)
                .body("[0].works[0].files[0].pages", equalTo(3))
                .body("[0].works[0].files[0].pins.page", contains(1))
                .body("[0].works[0].files[0].pins[0].x", equalTo(0.3f));
        as(at.guardian)
                .get("/my/children/" + at.school.first() + "/work")
                .then()
                .statusCode(200)
                .body("[0].work.files[0].pins.text", contains("Xem lại biểu đồ"));
        // it is read by the page and never opened as a page of its own
        as(at.guardian)
                .get("/task-files/" + pdf)
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''bao%20cao.pdf"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"));
    }

    @Test
    void aRemarkIsOnAPageThatIsThere() {
        refused(at.judge(work, 1, null, "", pin(pdf, 4, 0.5, 0.5, "Ở đâu?")), "work-page-unknown")
                .body("title", equalTo("Tệp này không có trang ấy."));
        at.judge(work, 1, null, "", pin(pdf, 0, 0.5, 0.5, "Ở đâu?")).statusCode(422);
        at.judge(work, 1, null, "", pin(pdf, 2, 1.2, 0.5, "Ở đâu?")).statusCode(422);
        at.judge(work, 1, null, "", pin(UUID.randomUUID().toString(), 1, 0.5, 0.5, "Của ai?"))
                .statusCode(404);

        // nothing of it was kept
        as(at.teacher)
                .get("/task-works/" + work)
                .then()
                .body("work.revision", equalTo(1))
                .body("work.files[0].pins", empty());
    }

    @Test
    void filesWithoutPagesCarryNone() {
        var words = at.sent(at.first, "bai.docx", Samples.zip("word/document.xml"));
        var broken = at.sent(at.first, "hong.pdf", "%PDF-1.7\nhỏng".getBytes(StandardCharsets.UTF_8));
        var picture = at.sent(at.first, "vo.png", Samples.picture("png", 4, 6));
        work = handedIn(words, broken, picture);

        refused(at.judge(work, 2, null, "", pin(words, 1, 0.5, 0.5, "Sai")), "work-file-without-pages");
        refused(at.judge(work, 2, null, "", pin(broken, 1, 0.5, 0.5, "Sai")), "work-file-without-pages");
        refused(at.judge(work, 2, null, "", pin(picture, 2, 0.5, 0.5, "Sai")), "work-page-unknown");
        // as a device says it that kept the remark since before there were pages
        at.judge(work, 2, null, "", Map.of("fileId", picture, "x", 0.5, "y", 0.5, "text", "Đúng"))
                .statusCode(200)
                .body("work.files.pages", contains(0, 0, 1))
                .body("work.files[2].pins.page", contains(1));
    }

    @Test
    void whatCameBeforePagesWereCountedIsCountedWithTheFirstRemark() {
        uncount(pdf);

        refused(at.judge(work, 1, null, "", pin(pdf, 4, 0.5, 0.5, "Ở đâu?")), "work-page-unknown");
        assertEquals(Optional.of(3), counted(pdf), "kept, though the remark was not");
        uncount(pdf);
        at.judge(work, 1, null, "", pin(pdf, 3, 0.5, 0.5, "Ở đây."))
                .statusCode(200)
                .body("work.files[0].pages", equalTo(3));
    }

    @Test
    void whatCameBeforePagesWereCountedIsCountedWhenItIsOpened() {
        var broken = at.sent(at.first, "hong.pdf", "%PDF-1.7\nhỏng".getBytes(StandardCharsets.UTF_8));
        work = handedIn(pdf, broken);
        uncount(pdf);
        uncount(broken);

        as(at.teacher).get("/task-works/" + work).then().statusCode(200).body("work.files.pages", contains(3, 0));

        assertEquals(Optional.of(3), counted(pdf));
        assertEquals(Optional.of(0), counted(broken));
        at.judge(work, 2, 6, "Tệp không mở được.", pin(pdf, 3, 0.5, 0.5, "Ở đây."))
                .statusCode(200);
    }

    private void uncount(String file) {
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change("update work_file set pages = null where id = ?", UUID.fromString(file)));
    }

    private Optional<Integer> counted(String file) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.first(
                        "select coalesce(pages, -1) from work_file where id = ?",
                        row -> row.number(1),
                        UUID.fromString(file)));
    }
}
