package vn.lopmo.assessment.analysis;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A teacher wants the parameters of his questions from what his class answered.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class CalibrationWalkthroughTest {
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
    void aCalibrationRunsBesideTheRequestAndReachesTheBank() throws Exception {
        paper.simulate(assignment, 80);

        String id = place.asTeacher()
                .body(Map.of("assignmentIds", List.of(assignment), "model", "2PL"))
                .post("/calibrations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        wait(id);

        ok(paper.asTeacher().get("/calibrations/" + id))
                .body("state", equalTo("DONE"))
                .body("model", equalTo("2PL"))
                .body("learners", equalTo(80))
                .body("converged", equalTo(true))
                .body("items", hasSize(6))
                .body("items[0].seA", notNullValue())
                .body("advice.code", hasItem("FEW"))
                .body("advice[0].text", containsString("80"));
        ok(paper.asTeacher().get("/items/" + paper.item(0)))
                .body("calibration.model", equalTo("2PL"))
                .body("calibration.learners", equalTo(80))
                .body("calibration.a", notNullValue());
        ok(paper.asTeacher().get("/items?size=50")).body("items.facility", Matchers.everyItem(notNullValue()));
        ok(paper.asTeacher().get("/assignments/" + assignment + "/analysis"))
                .body("items[0].calibration.model", equalTo("2PL"));
        ok(paper.asTeacher().get("/calibrations")).body("id", hasItem(id));
        place.as(UUID.randomUUID(), "teacher").get("/calibrations/" + id).then().statusCode(404);
        place.asAn().get("/calibrations/" + id).then().statusCode(403);
        ok(place.as(UUID.randomUUID(), "admin").get("/calibrations/" + id));
        schools.open().asTeacher().get("/calibrations/" + id).then().statusCode(404);
    }

    @Test
    void whoseRunnerWasLostIsRunAgain() throws Exception {
        paper.simulate(assignment, 40);
        var id = UUID.randomUUID();
        paper.run(
                "insert into calibration (id, school_id, asked_by, asked_at, model, assignment_ids, state, runs, seen_at)"
                        + " values (?, '" + place.school() + "', '" + place.teacher() + "', now(), 'RASCH', array['"
                        + assignment
                        + "'::uuid], 'RUNNING', 1, now() - interval '5 minutes')",
                id);

        wait(id.toString());

        ok(paper.asTeacher().get("/calibrations/" + id))
                .body("state", equalTo("DONE"))
                .body("items", hasSize(6));
    }

    @Test
    void tooFewLearnersAreRefusedInWords() throws SQLException {
        paper.sitting(assignment, 0, "BBBBBB");
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
            paper.sitting(assignment, learner, "BBBBBB");
        }
        String id = ok(place.asTeacher()
                        .body(Map.of("assignmentIds", List.of(assignment), "model", "RASCH"))
                        .post("/calibrations"))
                .extract()
                .path("id");

        wait(id);

        ok(paper.asTeacher().get("/calibrations/" + id))
                .body("state", equalTo("FAILED"))
                .body("problem.slug", equalTo("calibration-without-data"))
                .body("problem.title", containsString("không đủ ba câu"));
    }

    private void wait(String id) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(until)) {
            String state =
                    ok(paper.asTeacher().get("/calibrations/" + id)).extract().path("state");
            if (state.equals("DONE") || state.equals("FAILED")) {
                return;
            }
            Thread.sleep(200);
        }
    }
}
