package vn.lopmo.assessment.marking;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A sitting changes after it was handed in: what becomes of its marks.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class AfterTheRoomWalkthroughTest {
    @Inject
    Story story;

    private Place place;
    private String assignment;
    private Story.Desk an;
    private Instant whileSitting;

    @BeforeEach
    void aSittingIsHandedInAndMarked() {
        place = story.school();
        assignment = story.given(place, Fixtures.aChoice("Chọn một", "A"), Fixtures.anEssay());
        an = story.sits(place, place.an(), assignment);
        var answers = new HashMap<String, Object>();
        answers.put("Chọn một", Map.of("choice", "B"));
        answers.put("Chứng minh", Map.of("essay", "Ta có…"));
        an.answers(answers);
        whileSitting = Instant.now();
        an.handsIn();
        ok(place.asTeacher().body(Map.of("mark", 0.5)).put(an.path("/marks/" + an.slot("Chứng minh"))))
                .body("mark", equalTo(0.5f));
    }

    @Test
    void whatIsReopenedHasNoMarksUntilItIsHandedInAgainAndTheHistoryKeepsThem() {
        var reopening = Map.of("minutes", 10, "reason", "Máy hỏng");
        ok(place.asTeacher().body(reopening).post(an.path("/reopen")));

        ok(place.asTeacher().get(an.path("/review"))).body("mark", nullValue()).body("handedInAt", nullValue());
        ok(place.asTeacher().body(Map.of("answers", false)).post("/assignments/" + assignment + "/release"))
                .body("released", equalTo(0));
        var step = Map.of(
                "seq", 3,
                "slot", an.slot("Chọn một"),
                "answer", Map.of("choice", "A"),
                "typedAt", Instant.now().toString());
        ok(an.learner().body(Map.of("steps", List.of(step))).put(an.path("/answers")));
        an.handsIn();

        board().body("counts.toMark", equalTo(1)).body("counts.unreleased", equalTo(0));
        ok(history("Chọn một"))
                .body("cause", contains("KEY", "REOPENED", "KEY"))
                .body("reason", contains(null, "Máy hỏng", null))
                .body("to", contains(0.0f, null, 1.0f));
        ok(history("Chứng minh"))
                .body("cause", contains("KEY", "PERSON", "REOPENED", "KEY"))
                .body("from", contains(null, null, 0.5f, null))
                .body("by[2]", equalTo(place.teacher().toString()));
        ok(place.asTeacher().body(Map.of("mark", 1)).put(an.path("/marks/" + an.slot("Chứng minh"))))
                .body("mark", equalTo(2.0f));

        // the others' marks were released meanwhile: his teacher is told that he waits
        board().body("counts.unreleased", equalTo(1)).body("counts.released", equalTo(0));
        ok(place.asTeacher().body(Map.of("answers", false)).post("/assignments/" + assignment + "/release"));
        board().body("counts.unreleased", equalTo(0)).body("counts.released", equalTo(1));
        place.asTeacher()
                .body(reopening)
                .post(an.path("/reopen"))
                .then()
                .statusCode(409)
                .body("slug", equalTo("sitting-released"));
        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(2.0f));
    }

    private ValidatableResponse board() {
        return ok(place.asTeacher().get("/assignments/" + assignment));
    }

    @Test
    void workThatWasHeldAndAcceptedIsMarkedAnewAndALearnerWhoSawHisMarkSeesTheNewOne() {
        ok(place.asTeacher().body(Map.of("answers", false)).post("/assignments/" + assignment + "/release"));
        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(0.5f));
        var late = Map.of(
                "seq", 3,
                "slot", an.slot("Chọn một"),
                "answer", Map.of("choice", "A"),
                "typedAt", whileSitting.toString());
        an.learner()
                .body(Map.of("steps", List.of(late)))
                .put(an.path("/answers"))
                .then()
                .statusCode(409)
                .body("held", equalTo(true));
        board().body("counts.held", equalTo(1)).body("counts.unreleased", equalTo(0));

        ok(place.asTeacher().body(Map.of("reason", "Mạng rớt", "anyTime", true)).post(an.path("/held/accept")));
        board().body("counts.held", equalTo(0));

        ok(history("Chọn một"))
                .body("cause", contains("KEY", "HELD"))
                .body("reason", contains(null, "Mạng rớt"))
                .body("to", contains(0.0f, 1.0f));
        ok(history("Chứng minh")).body("cause", contains("KEY", "PERSON"));
        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(1.5f));
        assertEquals(2, story.events(place.an()));
    }

    private Response history(String prompt) {
        return place.asTeacher().get(an.path("/marks/" + an.slot(prompt) + "/history"));
    }
}
