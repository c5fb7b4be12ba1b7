package vn.lopmo.assessment.analysis;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A class has taken a paper; its teacher wants to know what it says.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class AnalysisWalkthroughTest {
    private static final int QUESTIONS = TakenPaper.QUESTIONS;

    @Inject
    School schools;

    @Inject
    Instance<TakenPaper> papers;

    private TakenPaper paper;
    private School.Place place;
    private String assignment;

    @BeforeEach
    void aPaperIsGiven() {
        paper = papers.get();
        place = paper.place();
        assignment = paper.assign();
    }

    @Test
    void theTeacherReadsWhatTheClassDid() throws SQLException {
        // the better half is right on all but the first, where it chooses C
        for (int learner = 0; learner < 30; learner++) {
            boolean good = learner < 14;
            paper.sitting(assignment, learner, good ? "CBBBBB" : learner % 2 == 0 ? "BBAADA" : "AADBAA");
        }

        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(30))
                .body("questions", equalTo(6))
                .body("maxMark", closeTo(6, 1e-9))
                .body("paper.mean", closeTo((14 * 5 + 8 * 2 + 8) / 30.0, 1e-9))
                .body("paper.kr20", notNullValue())
                .body("paper.histogram", hasSize(10))
                .body("paper.histogram.count.sum()", equalTo(30))
                .body("items", hasSize(6))
                .body("items[0].facility", closeTo(8 / 30.0, 1e-9))
                .body("items[0].itemRest", Matchers.lessThan(0.0))
                .body("items[0].options.find { it.id == 'C' }.top", equalTo(14))
                .body("items[0].options.find { it.id == 'B' }.key", equalTo(true))
                .body("items[0].flags.code", hasItems("KEY_SUSPECT", "NEGATIVE"))
                .body("items[0].flags[0].text", containsString("Khả năng đáp án sai"))
                .body("items[0].flags[0].severity", equalTo("WRONG"))
                .body("items[0].medianSeconds", closeTo(30, .01))
                .body("items[0].calibration", nullValue())
                .body("items[1].options.find { it.id == '' }", nullValue())
                .body("groups.indicator[0].value", equalTo("1.1.CB1"))
                .body("groups.indicator[0].questions", equalTo(6))
                .body("comparison", hasSize(0))
                .body("notes", hasSize(0));
        ok(paper.asTeacher().header("Accept-Language", "en").get("/assignments/" + assignment + "/analysis"))
                .body("items[0].flags[0].text", containsString("key is probably wrong"));
    }

    @Test
    void whatWasCorrectedAfterwardsCountsAtOnce() throws SQLException {
        for (int learner = 0; learner < 30; learner++) {
            paper.sitting(assignment, learner, learner < 14 ? "CBBBBB" : learner % 2 == 0 ? "BBAADA" : "AADBAA");
        }

        change(0, Map.of("kind", "CORRECT", "content", Map.of("key", "C")));
        change(5, Map.of("kind", "DROP"));

        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("questions", equalTo(5))
                .body("maxMark", closeTo(5, 1e-9))
                .body("items[0].version", equalTo(2))
                .body("items[0].facility", closeTo(14 / 30.0, 1e-9))
                .body("items[0].options.find { it.id == 'C' }.key", equalTo(true))
                .body("items[0].flags.code", not(hasItem("KEY_SUSPECT")));
    }

    private void change(int slot, Map<String, Object> change) {
        ok(place.asTeacher()
                .body(Map.of("slot", paper.slot(slot), "change", change, "reason", "Khóa sai"))
                .post("/assignments/" + assignment + "/key-changes"));
    }

    @Test
    void whatHalfOfTheClassCannotDoIsToBeTaughtAgain() throws SQLException {
        var outcome = "Giải được phương trình bậc hai một ẩn";
        var meta = Map.of("subject", "toan", "topic", "Phương trình", "cognitive", "HIEU", "outcome", outcome);
        var content = Map.of("form", "SHORT_ANSWER", "prompt", "Nghiệm dương của x² = 4", "keys", List.of("2"));
        String item = ok(place.asTeacher()
                        .body(Map.of("content", content, "meta", meta))
                        .post("/items"))
                .body("meta.outcome", equalTo(outcome))
                .extract()
                .path("id");
        paper.use(schools.paper(place, List.of(List.of(UUID.fromString(item)))));
        assignment = paper.assign();
        for (int learner = 0; learner < 20; learner++) {
            paper.sitting(assignment, learner, learner < 8 ? "B" : "A");
        }

        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("groups.outcome[0].value", equalTo(outcome))
                .body("groups.outcome[0].facility", closeTo(.4, 1e-9))
                .body("groups.cognitive[0].value", equalTo("HIEU"))
                .body("groups.topic[0].value", equalTo("Phương trình"))
                .body("weak.kind", equalTo(List.of("topic", "outcome")))
                .body("weak[0].learners", equalTo(12))
                .body("weak[0].questions", equalTo(List.of(1)))
                .body("items[0].form", equalTo("SHORT_ANSWER"));
    }

    @Test
    void aSmallClassIsToldThatFiguresAreWeakAndNobodyGetsAnEmptyAnswerRatherThanAFault() throws SQLException {
        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(0))
                .body("paper", nullValue())
                .body("items", hasSize(0));

        paper.sitting(assignment, 0, "BBBBBB");
        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(1))
                .body("paper.alpha", nullValue())
                .body("items[0].itemRest", nullValue())
                .body("items[0].flags.code", equalTo(List.of("NO_SPREAD")))
                .body("notes.code", hasItem("SMALL_CLASS"));
    }

    @Test
    void whatIsNotMarkedYetIsLeftOutAndSaid() throws SQLException {
        for (int learner = 0; learner < 4; learner++) {
            paper.sitting(assignment, learner, "BBBABA");
        }
        paper.run("update slot_mark set mark = null where slot = ?", paper.slot(5));
        var waits = paper.sitting(assignment, 9, "BBBBBB");
        paper.run("update slot_mark set mark = null where sitting_id = ? and slot <> '" + paper.slot(5) + "'", waits);

        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(4))
                .body("questions", equalTo(5))
                .body("maxMark", closeTo(5, 1e-9))
                .body("notes.code", hasItems("WAITING", "UNMARKED"));
    }

    @Test
    void onlyWhoLeadsSeesIt() throws SQLException {
        paper.sitting(assignment, 0, "BBBBBB");
        for (var page : List.of("/analysis", "/analysis.xlsx")) {
            var path = "/assignments/" + assignment + page;
            for (var role : List.of("student", "guardian", "librarian", "officer")) {
                place.as(UUID.randomUUID(), role).get(path).then().statusCode(403);
            }
            place.asAn().get(path).then().statusCode(403);
            place.as(UUID.randomUUID(), "teacher").get(path).then().statusCode(404);
            schools.open().asTeacher().get(path).then().statusCode(404);
            ok(place.as(UUID.randomUUID(), "head").get(path));
        }
    }

    @Test
    void theSpreadsheetHasTheSameFigures() throws SQLException, IOException {
        for (int learner = 0; learner < 24; learner++) {
            paper.sitting(assignment, learner, learner < 10 ? "BBBBBB" : "BADBAA");
        }

        var bytes = ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis.xlsx"))
                .header("Content-Disposition", containsString(".xlsx"))
                .extract()
                .asByteArray();

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var sheets = book.getSheets().map(sheet -> sheet.getName()).toList();
            assertEquals(List.of("Tổng quan", "Câu hỏi", "Phương án", "Nhóm nội dung"), sheets);
            var rows = book.getSheet(1).orElseThrow().read();
            assertEquals(1 + QUESTIONS, rows.size());
            assertEquals("Câu", rows.getFirst().getCellText(0));
            assertEquals("Câu số 1", rows.get(2).getCellText(1));
            assertEquals(10 / 24.0, rows.get(2).getCell(5).asNumber().doubleValue(), 1e-9);
        }
    }

    @Test
    void thesamePaperGivenAgainIsCompared() throws SQLException {
        var again = paper.assign();
        for (int learner = 0; learner < 20; learner++) {
            paper.sitting(assignment, learner, learner < 10 ? "BBBBBB" : "BADBAA");
            paper.sitting(again, learner + 50, learner < 5 ? "BBBBBB" : "BADBAA");
        }

        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("comparison", hasSize(2))
                .body("comparison[0].assignmentId", equalTo(assignment))
                .body("comparison[0].difference", nullValue())
                .body("comparison[1].assignmentId", equalTo(again))
                .body("comparison[1].common", equalTo(6))
                // four of the six questions: 10 of 20 here, 5 of 20 there
                .body("comparison[1].difference", closeTo(4 * .25 / 6, 1e-9));
    }

    @Test
    void aLearnerSeesHisOwnPathOnceItIsReleasedAndNothingOfOthers() throws SQLException {
        paper.sitting(assignment, 3, "AAAAAA");
        paper.sitting(assignment, place.an(), "BBBAAA");
        ok(place.asAn().get("/my/path")).body("", hasSize(0));

        ok(place.asTeacher().body(Map.of("answers", false)).post("/assignments/" + assignment + "/release"));

        var path = ok(place.asAn().get("/my/path"))
                .body("", hasSize(1))
                .body("[0].subject", equalTo("toan"))
                .body("[0].kind", equalTo("INDICATOR"))
                .body("[0].topic", equalTo("1.1.CB1"))
                .body("[0].share", equalTo(.5f))
                .body("[0].questions", equalTo(6))
                .extract()
                .asString();
        assertTrue(!path.contains("mean") && !path.contains("facility") && !path.contains("rank"));
        ok(place.asBinh().get("/my/path")).body("", hasSize(0));
        place.asTeacher().get("/my/path").then().statusCode(403);
        place.as(UUID.randomUUID(), "guardian").get("/my/path").then().statusCode(403);
    }
}
