package vn.lopmo.assessment.analysis;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.assessment.School.ok;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A class has taken a paper; its teacher wants to know what it says. The sittings are put into the database as
/// marking leaves them.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class AnalysisWalkthroughTest {
    private static final int QUESTIONS = 6;

    @Inject
    School schools;

    @Inject
    AgroalDataSource database;

    private School.Place place;
    private UUID paper;
    private String assignment;
    private final List<UUID> slots = new ArrayList<>();
    private final List<UUID> items = new ArrayList<>();

    @BeforeEach
    void aPaperIsGiven() {
        place = schools.open();
        for (int i = 0; i < QUESTIONS; i++) {
            items.add(schools.item(place, Fixtures.aChoice("Câu số " + i, "B"), "1.1.CB1"));
        }
        paper = schools.paper(place, List.of(items));
        assignment = assign();
        List<String> ids = ok(place.asTeacher().get("/papers/" + paper)).extract().path("parts[0].slots.id");
        ids.forEach(id -> slots.add(UUID.fromString(id)));
    }

    private String assign() {
        return schools.assign(
                place, paper, Instant.now().minusSeconds(60), Instant.now().plusSeconds(7200));
    }

    @Test
    void theTeacherReadsWhatTheClassDid() throws SQLException {
        // the better half is right on all but the first, where it chooses C
        for (int learner = 0; learner < 30; learner++) {
            boolean good = learner < 14;
            sitting(assignment, learner, good ? "CBBBBB" : learner % 2 == 0 ? "BBAADA" : "AADBAA");
        }

        ok(asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(30))
                .body("questions", equalTo(6))
                .body("maxMark", closeTo(6, 1e-9))
                .body("paper.mean", closeTo((14 * 5 + 8 * 2 + 8) / 30.0, 1e-9))
                .body("paper.kr20", notNullValue())
                .body("paper.histogram", hasSize(10))
                .body("paper.histogram.count.sum()", equalTo(30))
                .body("items", hasSize(6))
                .body("items[0].facility", closeTo(8 / 30.0, 1e-9))
                .body("items[0].itemRest", org.hamcrest.Matchers.lessThan(0.0))
                .body("items[0].options.find { it.id == 'C' }.top", equalTo(14))
                .body("items[0].options.find { it.id == 'B' }.key", equalTo(true))
                .body("items[0].flags.code", hasItems("KEY_SUSPECT", "NEGATIVE"))
                .body("items[0].flags[0].text", containsString("Khả năng khóa sai"))
                .body("items[0].flags[0].severity", equalTo("WRONG"))
                .body("items[0].medianSeconds", closeTo(30, .01))
                .body("items[0].calibration", nullValue())
                .body("items[1].options.find { it.id == '' }", nullValue())
                .body("groups.indicator[0].value", equalTo("1.1.CB1"))
                .body("groups.indicator[0].questions", equalTo(6))
                .body("comparison", hasSize(0))
                .body("notes", hasSize(0));
        ok(asTeacher().header("Accept-Language", "en").get("/assignments/" + assignment + "/analysis"))
                .body("items[0].flags[0].text", containsString("key is probably wrong"));
    }

    @Test
    void whatHalfOfTheClassCannotDoIsToBeTaughtAgain() throws SQLException {
        var outcome = "Giải được phương trình bậc hai một ẩn";
        var meta = Map.of("subject", "toan", "topic", "Phương trình", "cognitive", "HIEU", "outcome", outcome);
        var content = Map.of(
                "form", "SHORT_ANSWER", "prompt", "Nghiệm dương của x² = 4", "keys", List.of("2"));
        String item = ok(place.asTeacher()
                        .body(Map.of("content", content, "meta", meta))
                        .post("/items"))
                .body("meta.outcome", equalTo(outcome))
                .extract()
                .path("id");
        paper = schools.paper(place, List.of(List.of(UUID.fromString(item))));
        assignment = assign();
        slots.clear();
        slots.add(UUID.fromString(
                ok(place.asTeacher().get("/papers/" + paper)).extract().path("parts[0].slots[0].id")));
        for (int learner = 0; learner < 20; learner++) {
            sitting(assignment, learner, learner < 8 ? "B" : "A");
        }

        ok(asTeacher().get("/assignments/" + assignment + "/analysis"))
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
        ok(asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(0))
                .body("paper", nullValue())
                .body("items", hasSize(0));

        sitting(assignment, 0, "BBBBBB");
        ok(asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(1))
                .body("paper.alpha", nullValue())
                .body("items[0].itemRest", nullValue())
                .body("items[0].flags.code", equalTo(List.of("NO_SPREAD")))
                .body("notes.code", hasItem("SMALL_CLASS"));
    }

    @Test
    void whatIsNotMarkedYetIsLeftOutAndSaid() throws SQLException {
        for (int learner = 0; learner < 4; learner++) {
            sitting(assignment, learner, "BBBABA");
        }
        run("update slot_mark set mark = null where slot = ?", slots.get(5));
        var waits = sitting(assignment, 9, "BBBBBB");
        run("update slot_mark set mark = null where sitting_id = ? and slot <> '" + slots.get(5) + "'", waits);

        ok(asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("learners", equalTo(4))
                .body("questions", equalTo(5))
                .body("maxMark", closeTo(5, 1e-9))
                .body("notes.code", hasItems("WAITING", "UNMARKED"));
    }

    @Test
    void onlyWhoLeadsSeesIt() throws SQLException {
        sitting(assignment, 0, "BBBBBB");
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
            sitting(assignment, learner, learner < 10 ? "BBBBBB" : "BADBAA");
        }

        var bytes = ok(asTeacher().get("/assignments/" + assignment + "/analysis.xlsx"))
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
        var again = assign();
        for (int learner = 0; learner < 20; learner++) {
            sitting(assignment, learner, learner < 10 ? "BBBBBB" : "BADBAA");
            sitting(again, learner + 50, learner < 5 ? "BBBBBB" : "BADBAA");
        }

        ok(asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("comparison", hasSize(2))
                .body("comparison[0].assignmentId", equalTo(assignment))
                .body("comparison[0].difference", nullValue())
                .body("comparison[1].assignmentId", equalTo(again))
                .body("comparison[1].common", equalTo(6))
                // four of the six questions: 10 of 20 here, 5 of 20 there
                .body("comparison[1].difference", closeTo(4 * .25 / 6, 1e-9));
    }

    @Test
    void aCalibrationRunsBesideTheRequestAndReachesTheBank() throws Exception {
        simulate(assignment, 0, 80);

        String id = place.asTeacher()
                .body(Map.of("assignmentIds", List.of(assignment), "model", "2PL"))
                .post("/calibrations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        wait(id);

        ok(asTeacher().get("/calibrations/" + id))
                .body("state", equalTo("DONE"))
                .body("model", equalTo("2PL"))
                .body("learners", equalTo(80))
                .body("converged", equalTo(true))
                .body("items", hasSize(6))
                .body("items[0].seA", notNullValue())
                .body("advice.code", hasItem("FEW"))
                .body("advice[0].text", containsString("80"));
        ok(asTeacher().get("/items/" + items.getFirst()))
                .body("calibration.model", equalTo("2PL"))
                .body("calibration.learners", equalTo(80))
                .body("calibration.a", notNullValue());
        ok(asTeacher().get("/items?size=50")).body("items.facility", org.hamcrest.Matchers.everyItem(notNullValue()));
        ok(asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("items[0].calibration.model", equalTo("2PL"));
        ok(asTeacher().get("/calibrations")).body("id", hasItem(id));
        place.as(UUID.randomUUID(), "teacher").get("/calibrations/" + id).then().statusCode(404);
        place.asAn().get("/calibrations/" + id).then().statusCode(403);
        ok(place.as(UUID.randomUUID(), "admin").get("/calibrations/" + id));
        schools.open().asTeacher().get("/calibrations/" + id).then().statusCode(404);
    }

    @Test
    void whoseRunnerWasLostIsRunAgain() throws Exception {
        simulate(assignment, 0, 40);
        var id = UUID.randomUUID();
        run("insert into calibration (id, school_id, asked_by, asked_at, model, assignment_ids, state, runs, seen_at)"
                + " values (?, '" + place.school() + "', '" + place.teacher() + "', now(), 'RASCH', array['" + assignment
                + "'::uuid], 'RUNNING', 1, now() - interval '5 minutes')", id);

        wait(id.toString());

        ok(asTeacher().get("/calibrations/" + id)).body("state", equalTo("DONE")).body("items", hasSize(6));
    }

    @Test
    void tooFewLearnersAreRefusedInWords() throws SQLException {
        sitting(assignment, 0, "BBBBBB");
        place.asTeacher()
                .body(Map.of("assignmentIds", List.of(assignment), "model", "3PL"))
                .post("/calibrations")
                .then()
                .statusCode(422)
                .body("slug", equalTo("calibration-too-few"))
                .body("title", containsString("ít nhất 100 em"));
        place.asTeacher()
                .body(Map.of("assignmentIds", List.of(assignment), "model", "4PL"))
                .post("/calibrations")
                .then()
                .statusCode(422);
        place.asAn()
                .body(Map.of("assignmentIds", List.of(assignment), "model", "RASCH"))
                .post("/calibrations")
                .then()
                .statusCode(403);
        schools.open()
                .asTeacher()
                .body(Map.of("assignmentIds", List.of(assignment), "model", "RASCH"))
                .post("/calibrations")
                .then()
                .statusCode(404);
    }

    @Test
    void aCalibrationWithoutUsableQuestionsSaysWhy() throws Exception {
        for (int learner = 0; learner < 20; learner++) {
            sitting(assignment, learner, "BBBBBB");
        }
        String id = ok(place.asTeacher()
                        .body(Map.of("assignmentIds", List.of(assignment), "model", "RASCH"))
                        .post("/calibrations"))
                .extract()
                .path("id");

        wait(id);

        ok(asTeacher().get("/calibrations/" + id))
                .body("state", equalTo("FAILED"))
                .body("problem.slug", equalTo("calibration-without-data"))
                .body("problem.title", containsString("không đủ ba câu"));
    }

    @Test
    void aLearnerSeesHisOwnPathOnceItIsReleasedAndNothingOfOthers() throws SQLException {
        sitting(assignment, 3, "AAAAAA");
        sitting(assignment, place.an(), "BBBAAA");
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

    private RequestSpecification asTeacher() {
        var doubles = JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);
        return place.asTeacher().config(RestAssuredConfig.config().jsonConfig(doubles));
    }

    private void wait(String id) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(until)) {
            String state = ok(asTeacher().get("/calibrations/" + id)).extract().path("state");
            if (state.equals("DONE") || state.equals("FAILED")) {
                return;
            }
            Thread.sleep(200);
        }
    }

    /// Learners of known abilities.
    private void simulate(String assignment, int from, int learners) throws SQLException {
        var random = new Random(5);
        for (int learner = 0; learner < learners; learner++) {
            double ability = random.nextGaussian();
            var answers = new StringBuilder();
            for (int item = 0; item < QUESTIONS; item++) {
                double chance = 1 / (1 + Math.exp(-1.3 * (ability - (item - 2.5) / 2)));
                answers.append(random.nextDouble() < chance ? 'B' : 'A');
            }
            sitting(assignment, from + learner, answers.toString());
        }
    }

    private UUID sitting(String assignment, int learner, String answers) throws SQLException {
        return sitting(assignment, new UUID(place.school().getMostSignificantBits(), learner), answers);
    }

    /// Half a minute for each answer, marked by the key B.
    private UUID sitting(String assignment, UUID learner, String answers) throws SQLException {
        var id = UUID.randomUUID();
        run("insert into sitting (id, school_id, assignment_id, learner_id, seed, started_at, closes_at, handed_in_at,"
                + " revision) values (?, '" + place.school() + "', '" + assignment + "', '" + learner
                + "', 1, now() - interval '10 minutes', now(), now(), 0)", id);
        for (int i = 0; i < answers.length(); i++) {
            var typed = "now() - interval '10 minutes' + interval '" + 30 * (i + 1) + " seconds'";
            run("insert into answer_step (sitting_id, seq, slot, answer, typed_at, received_at) values (?, " + (i + 1)
                    + ", '" + slots.get(i) + "', '{\"choice\": \"" + answers.charAt(i) + "\"}', " + typed + ", now())",
                    id);
            run("insert into slot_mark (sitting_id, slot, mark, max_mark, marked_at) values (?, '" + slots.get(i) + "', "
                    + (answers.charAt(i) == 'B' ? 1 : 0) + ", 1, now())", id);
        }
        return id;
    }

    private void run(String statement, UUID argument) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, Objects.requireNonNull(argument));
            prepared.executeUpdate();
        }
    }
}
