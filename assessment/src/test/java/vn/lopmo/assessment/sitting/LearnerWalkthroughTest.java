package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;
import static vn.lopmo.assessment.School.steps;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// The story of a paper, from the teacher who gives it to the learner who sees his marks.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class LearnerWalkthroughTest {
    @Inject
    School schools;

    @Inject
    Clockwork clockwork;

    @Inject
    AgroalDataSource database;

    private LearnerStory story;
    private School.Place place;
    private String assignment;

    @BeforeEach
    void aTeacherGivesAPaper() {
        story = new LearnerStory(schools, clockwork, database);
        place = story.place;
        assignment = story.assignment;
    }

    @Test
    void aLearnerTakesAPaperAndSeesHisMarksWhenTheTeacherGivesThem() {
        ok(place.asAn().get("/my/assignments"))
                .body("[0].state", equalTo("OPEN"))
                .body("[0].maxMark", equalTo(5.0f))
                .body("[0].questions", equalTo(5));

        var an = new LearnerStory.Desk(place.asAn()
                .post("/assignments/" + assignment + "/sittings")
                .then()
                .extract()
                .asString());
        ok(place.asAn()
                        .body(steps(
                                step(1, an.slot("Chọn một"), Map.of("choice", "C")),
                                step(2, an.slot("Chọn hai"), Map.of("choice", "B"))))
                        .put(an.path("/answers")))
                .body("acked", equalTo(2));
        ok(place.asAn()
                .body(steps(
                        step(3, an.slot("Chọn một"), Map.of("choice", "A")),
                        step(4, an.slot("hàm số"), Map.of("statements", Map.of("a", true, "b", false, "c", true))),
                        step(5, an.slot("Nghiệm"), Map.of("text", "2.50")),
                        step(6, an.slot("Chứng minh"), Map.of("essay", "Ta có…"))))
                .put(an.path("/answers")));

        // on another device everything is there, in the same order
        ok(place.asAn().post("/assignments/" + assignment + "/sittings"))
                .body("sittingId", equalTo(an.id))
                .body("seq", equalTo(6))
                .body("answers.'" + an.slot("Chọn một") + "'.choice", equalTo("A"))
                .body("parts.items.flatten().slot", equalTo(an.order));
        ok(place.asAn().get("/my/assignments"))
                .body("[0].state", equalTo("TAKING"))
                .body("[0].answered", equalTo(5));

        String handedIn = ok(place.asAn().body(Map.of("seq", 6)).post(an.path("/hand-in")))
                .extract()
                .path("handedInAt");
        ok(place.asAn().body(Map.of("seq", 6)).post(an.path("/hand-in"))).body("handedInAt", equalTo(handedIn));

        place.asAn().get(an.path("/result")).then().statusCode(404).body("slug", equalTo("result-not-released"));
        ok(place.asTeacher().get("/assignments/" + assignment + "/results"))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.toMark", equalTo(1))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.mark", nullValue())
                .body("rows.find { it.learnerId == '" + place.binh() + "' }.state", equalTo("NOT_STARTED"))
                .body("items", hasSize(5));
        ok(place.asTeacher().body(Map.of("answers", false)).post("/assignments/" + assignment + "/release"))
                .body("released", equalTo(0));
        // Bình may still sit: what An learns of the keys, Bình would know
        place.asTeacher()
                .body(Map.of("answers", true))
                .post("/assignments/" + assignment + "/release")
                .then()
                .statusCode(409)
                .body("slug", equalTo("assignment-still-open"));

        place.asTeacher()
                .body(Map.of("mark", 1.5))
                .put(an.path("/marks/" + an.slot("Chứng minh")))
                .then()
                .statusCode(422)
                .body("slug", equalTo("mark-too-high"));
        ok(place.asTeacher()
                        .body(Map.of("mark", 0.75, "comment", "Thiếu kết luận"))
                        .put(an.path("/marks/" + an.slot("Chứng minh"))))
                .body("mark", equalTo(4.25f));
        ok(place.asTeacher().body(Map.of("answers", false)).post("/assignments/" + assignment + "/release"))
                .body("released", equalTo(1));

        // 1 + 1 + 0.5 (three of four statements) + 1 + 0.75
        ok(place.asAn().get(an.path("/result")))
                .body("mark", equalTo(4.25f))
                .body("maxMark", equalTo(5.0f))
                .body("parts.mark", equalTo(List.of(2.5f, 1.75f)))
                .body("items.key", equalTo(Arrays.asList(null, null, null, null, null)))
                .body("items.comment", hasItems("Thiếu kết luận"));
        story.close();
        ok(place.asTeacher().body(Map.of("answers", true)).post("/assignments/" + assignment + "/release"));
        ok(place.asAn().get(an.path("/result")))
                .body("items.find { it.shown.slot == '" + an.slot("Chọn một") + "' }.key.choice", equalTo("A"));
        ok(place.asAn().get("/my/assignments"))
                .body("[0].state", equalTo("RELEASED"))
                .body("[0].answered", nullValue())
                .body("[0].mark", equalTo(4.25f));
        assertEquals(
                1,
                story.count(
                        "select count(*) from outbox where type = 'assessment.result-released.v1' and key = ?",
                        place.an()));

        // a mark that is changed shows when it is released again
        ok(place.asTeacher().body(Map.of("mark", 1)).put(an.path("/marks/" + an.slot("Chứng minh"))));
        ok(place.asAn().get(an.path("/result"))).body("mark", equalTo(4.25f));
        ok(place.asTeacher().body(Map.of("answers", true)).post("/assignments/" + assignment + "/release"));
        ok(place.asAn().get(an.path("/result"))).body("mark", equalTo(4.5f));
        assertEquals(
                2,
                story.count(
                        "select count(*) from outbox where type = 'assessment.result-released.v1' and key = ?",
                        place.an()));
    }

    @Test
    void nobodyElseFindsTheSitting() {
        var an = story.desk();
        var stranger = new School.Place(UUID.randomUUID(), place.classId(), place.teacher(), place.an(), place.binh());

        for (String path : List.of("", "/result")) {
            place.asBinh().get(an.path(path)).then().statusCode(404).body("slug", equalTo("sitting-not-found"));
        }
        for (var other : List.of(place.asBinh(), stranger.asAn(), place.asTeacher())) {
            other.body(steps(step(1, an.choiceSlot, Map.of("choice", "A"))))
                    .put(an.path("/answers"))
                    .then()
                    .statusCode(404);
        }
        place.asBinh().body(Map.of("seq", 0)).post(an.path("/hand-in")).then().statusCode(404);
        place.asBinh().get(an.path("/review")).then().statusCode(403);
        stranger.asTeacher().get(an.path("/review")).then().statusCode(404);
        stranger.asTeacher()
                .get("/assignments/" + assignment + "/results")
                .then()
                .statusCode(404);
        stranger.asAn().post("/assignments/" + assignment + "/sittings").then().statusCode(404);
        place.as(UUID.randomUUID(), "student")
                .post("/assignments/" + assignment + "/sittings")
                .then()
                .statusCode(404);
        place.as(UUID.randomUUID(), "teacher")
                .get("/assignments/" + assignment + "/results")
                .then()
                .statusCode(404);
        place.asAn().get("/assignments/" + assignment + "/results").then().statusCode(403);
        place.asAn().get("/papers").then().statusCode(403);
    }

    @Test
    void nothingThatALearnerGetsBeforeTheReleaseHoldsAKey() {
        var an = story.desk();
        var seen = new ArrayList<String>();
        seen.add(place.asAn().get("/my/assignments").asString());
        seen.add(place.asAn().get(an.path("")).asString());
        seen.add(place.asAn()
                .body(steps(step(1, an.choiceSlot, Map.of("choice", "A"))))
                .put(an.path("/answers"))
                .asString());
        seen.add(place.asAn().body(Map.of("seq", 1)).post(an.path("/hand-in")).asString());
        seen.add(place.asAn().get(an.path("/result")).asString());
        seen.add(place.asAn().get(an.path("/review")).asString());

        for (String body : seen) {
            for (String secret : List.of(
                    "\"key\"", "\"keys\"", "explanation", "bí mật", "Vì đáp án", "guide", "scoring", "itemId")) {
                assertFalse(body.contains(secret), () -> secret + " in " + body);
            }
        }
    }
}
