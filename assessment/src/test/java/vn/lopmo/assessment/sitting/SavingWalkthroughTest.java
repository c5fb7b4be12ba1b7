package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;
import static vn.lopmo.assessment.School.steps;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// Answers on their way: sent twice, out of order, from a second device, too late.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class SavingWalkthroughTest {
    @Inject
    School schools;

    @Inject
    Clockwork clockwork;

    @Inject
    AgroalDataSource database;

    private LearnerStory story;
    private School.Place place;

    @BeforeEach
    void aTeacherGivesAPaper() {
        story = new LearnerStory(schools, clockwork, database);
        place = story.place;
    }

    @Test
    void whatIsSentTwiceIsOneStepAndWhatIsMissingIsAskedFor() {
        var an = story.desk();
        var first = step(1, an.choiceSlot, Map.of("choice", "A"));
        var third = step(3, an.choiceSlot, Map.of("choice", "D"));

        ok(place.asAn().body(steps(first)).put(an.path("/answers")));
        ok(place.asAn().body(steps(third)).put(an.path("/answers")));
        ok(place.asAn().body(steps(first)).put(an.path("/answers")));

        assertEquals(2, story.count("select count(*) from answer_step where sitting_id = ?", UUID.fromString(an.id)));
        ok(place.asAn().get(an.path(""))).body("answers.'" + an.choiceSlot + "'.choice", equalTo("D"));
        place.asAn()
                .body(Map.of("seq", 3))
                .post(an.path("/hand-in"))
                .then()
                .statusCode(409)
                .body("slug", equalTo("answers-missing"))
                .body("missing", equalTo(List.of(2)));
        ok(place.asAn()
                .body(steps(step(2, an.choiceSlot, Map.of("choice", "B"))))
                .put(an.path("/answers")));
        ok(place.asAn().body(Map.of("seq", 3)).post(an.path("/hand-in")));
    }

    @Test
    void aSecondDeviceIsToldToNumberItsAnswersAnew() {
        var an = story.desk();
        ok(place.asAn()
                .body(steps(step(1, an.choiceSlot, Map.of("choice", "A"))))
                .put(an.path("/answers")));
        ok(place.asAn()
                .body(steps(step(2, an.choiceSlot, Map.of("choice", "B"))))
                .put(an.path("/answers")));

        place.asAn()
                .body(steps(step(1, an.choiceSlot, Map.of("choice", "C"))))
                .put(an.path("/answers"))
                .then()
                .statusCode(409)
                .body("slug", equalTo("answer-number-taken"))
                .body("seq", equalTo(2));
    }

    @Test
    void workThatComesTooLateIsKeptForTheTeacherAndDoesNotCount() {
        var an = story.desk();
        ok(place.asAn()
                .body(steps(step(1, an.slot("Chọn một"), Map.of("choice", "A"))))
                .put(an.path("/answers")));
        story.timeRunsOut(an, Duration.ofMinutes(1));

        var late = steps(step(2, an.slot("Chọn hai"), Map.of("choice", "B")));
        for (int twice = 0; twice < 2; twice++) {
            place.asAn()
                    .body(late)
                    .put(an.path("/answers"))
                    .then()
                    .statusCode(409)
                    .body("slug", equalTo("sitting-closed"))
                    .body("held", equalTo(true));
        }
        clockwork.sweep();

        ok(place.asTeacher().get(an.path("/review")))
                .body("late", hasSize(1))
                .body("late[0].answer.choice", equalTo("B"))
                .body("mark", equalTo(1.0f));
        ok(place.asAn().get(an.path(""))).body("handedInAt", notNullValue());
        assertEquals(1, story.count("select count(*) from record_read where learner_id = ?", place.an()));
    }

    /// The reply was lost at the bell, and the device sends everything again.
    @Test
    void whatWasSavedInTimeIsAcknowledgedAgainAfterTheEnd() {
        var an = story.desk();
        var first = step(1, an.slot("Chọn một"), Map.of("choice", "A"));
        var second = step(2, an.slot("Chọn hai"), Map.of("choice", "A"));
        ok(place.asAn().body(steps(first, second)).put(an.path("/answers")));
        story.timeRunsOut(an, Duration.ofMinutes(1));
        clockwork.sweep();

        ok(place.asAn().body(steps(first, second)).put(an.path("/answers"))).body("acked", equalTo(2));
        assertEquals(0, story.count("select count(*) from late_step where sitting_id = ?", UUID.fromString(an.id)));
        place.asAn()
                .body(steps(second, step(3, an.slot("Chọn hai"), Map.of("choice", "B"))))
                .put(an.path("/answers"))
                .then()
                .statusCode(409)
                .body("held", equalTo(true));
        ok(place.asTeacher().get(an.path("/review")))
                .body("late", hasSize(1))
                .body("late[0].answer.choice", equalTo("B"));
    }

    @Test
    void workOnTheWireWhenTimeRanOutCounts() {
        var an = story.desk();
        story.timeRunsOut(an, Duration.ofSeconds(10));

        ok(place.asAn()
                .body(steps(step(1, an.choiceSlot, Map.of("choice", "A"))))
                .put(an.path("/answers")));
        ok(place.asAn().body(Map.of("seq", 1)).post(an.path("/hand-in")));
        place.asAn()
                .body(steps(step(2, an.choiceSlot, Map.of("choice", "B"))))
                .put(an.path("/answers"))
                .then()
                .statusCode(409)
                .body("held", equalTo(true));
    }

    @Test
    void answersThatFitNothingAreRefusedAndChangeNothing() {
        var an = story.desk();
        var bad = List.of(
                steps(step(0, an.choiceSlot, Map.of("choice", "A"))),
                steps(step(1, UUID.randomUUID().toString(), Map.of("choice", "A"))),
                steps(step(1, an.slot("Chọn một"), Map.of("text", "A"))),
                steps(step(2, an.choiceSlot, Map.of("choice", "A")), step(1, an.choiceSlot, Map.of("choice", "A"))),
                Map.of("steps", List.of()));

        for (var one : bad) {
            place.asAn().body(one).put(an.path("/answers")).then().statusCode(422);
        }
        place.asAn().body("{").put(an.path("/answers")).then().statusCode(400);
        assertEquals(0, story.count("select count(*) from answer_step where sitting_id = ?", UUID.fromString(an.id)));
    }
}
