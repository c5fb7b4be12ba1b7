package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.sitting.GivingStory.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// Practice tells at once what an exam does not.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class PracticeWalkthroughTest {
    @Inject
    School schools;

    @Inject
    AgroalDataSource database;

    private GivingStory story;
    private School.Place place;

    @BeforeEach
    void aPaper() {
        story = new GivingStory(schools, database);
        place = story.place;
    }

    @Test
    void practiceTellsAtOnceHelpsAndNeverCounts() {
        var assignment = story.give(Map.of("mode", "PRACTICE"));
        String sitting = ok(story.open(assignment, Map.of()))
                .body("attemptsLeft", nullValue())
                .extract()
                .path("sittingId");
        String slot = ok(place.asAn().get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");

        story.check(sitting, slot)
                .body("right", equalTo(false))
                .body("tries", equalTo(0))
                .body("key", nullValue());
        story.answer(sitting, 1, slot, "B");
        for (int tries = 1; tries <= 2; tries++) {
            story.check(sitting, slot)
                    .body("share", equalTo(0))
                    .body("hint", equalTo("Đếm lại"))
                    .body("explanation", nullValue())
                    .body("key", nullValue())
                    .body("tries", equalTo(tries));
        }
        story.check(sitting, slot).body("explanation", equalTo("Vì thế")).body("key.choice", equalTo("A"));
        story.answer(sitting, 2, slot, "A");
        story.check(sitting, slot)
                .body("right", equalTo(true))
                .body("hint", nullValue())
                .body("share", equalTo(1));
        refused(
                place.asBinh().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check"),
                404,
                "sitting-not-found");
        ok(place.asAn().body(Map.of("seq", 2)).post("/sittings/" + sitting + "/hand-in"));
        refused(
                place.asAn().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check"),
                409,
                "sitting-handed-in");
        ok(story.open(assignment, Map.of("attempt", "NEW")))
                .body("attempt", equalTo(2))
                .body("sittingId", not(sitting));

        ok(story.release(assignment, false));
        assertEquals(0, story.told(assignment));
    }

    @Test
    void whatWasTakenOutOfAPracticeTellsNothingOfItsKey() {
        var assignment = story.give(Map.of("mode", "PRACTICE"));
        String sitting = ok(story.open(assignment, Map.of())).extract().path("sittingId");
        String slot = ok(place.asAn().get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");
        story.answer(sitting, 1, slot, "B");

        takeOut(assignment, slot, "VOID");
        for (int tries = 1; tries <= 3; tries++) {
            story.check(sitting, slot)
                    .body("share", equalTo(1))
                    .body("right", equalTo(true))
                    .body("explanation", nullValue())
                    .body("key", nullValue());
        }
        takeOut(assignment, slot, "DROP");
        story.check(sitting, slot)
                .body("share", nullValue())
                .body("hint", nullValue())
                .body("explanation", nullValue())
                .body("key", nullValue())
                .body("tries", equalTo(4));
    }

    private void takeOut(String assignment, String slot, String kind) {
        ok(place.asTeacher()
                .body(Map.of("slot", slot, "change", Map.of("kind", kind), "reason", "Đề sai"))
                .post("/assignments/" + assignment + "/key-changes"));
    }

    @Test
    void anExamTellsNothing() {
        var assignment = story.give(Map.of());
        String sitting = ok(story.open(assignment, Map.of())).extract().path("sittingId");
        String slot = ok(place.asAn().get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");
        story.answer(sitting, 1, slot, "B");

        var response = place.asAn().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check");
        refused(response, 409, "not-practice");
        for (String secret : List.of("Vì thế", "Đếm lại", "\"A\"")) {
            assertFalse(response.asString().contains(secret), secret);
        }
        assertFalse(story.open(assignment, Map.of()).asString().contains("Đếm lại"));
    }
}
