package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.sitting.GivingStory.given;
import static vn.lopmo.assessment.sitting.GivingStory.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// Single learners are granted time, a window or attempts of their own.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class NeedsWalkthroughTest {
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
    void moreTimeAlwaysBeatsTheWindowAndComesAtOnceToWhoSits() throws SQLException {
        var closes = Instant.now().plusSeconds(600);
        var assignment = given(place.asTeacher()
                .body(story.giving(Map.of(), Instant.now().minusSeconds(60), closes))
                .post("/assignments"));
        ok(place.asTeacher()
                        .body(Map.of("extraPercent", 34, "note", "Khiếm thị"))
                        .put("/learners/" + place.an() + "/needs"))
                .body("extraPercent", equalTo(34));

        // 15 minutes would end after the window: the window's end, and 34 % of 15 minutes, begun minutes whole
        String sitting = ok(story.open(assignment, Map.of())).extract().path("sittingId");
        assertEquals(
                closes.plusSeconds(360).getEpochSecond(),
                story.closesAt(sitting).getEpochSecond());
        ok(place.asTeacher().get("/assignments/" + assignment + "/needs"))
                .body("[0].extraMinutes", equalTo(6))
                .body("[0].source", equalTo("STANDING"))
                .body("[0].note", equalTo("Khiếm thị"));

        ok(place.asTeacher()
                        .body(Map.of("extraMinutes", 20, "note", "Mất điện"))
                        .put("/assignments/" + assignment + "/needs/" + place.an()))
                .body("[0].source", equalTo("HERE"));
        assertEquals(
                closes.plusSeconds(1200).getEpochSecond(),
                story.closesAt(sitting).getEpochSecond());
        place.asTeacher()
                .delete("/assignments/" + assignment + "/needs/" + place.an())
                .then()
                .statusCode(204);
        assertEquals(
                closes.plusSeconds(360).getEpochSecond(),
                story.closesAt(sitting).getEpochSecond());
        ok(place.asTeacher().body(Map.of("extraPercent", 0)).put("/learners/" + place.an() + "/needs"));
        assertEquals(closes.getEpochSecond(), story.closesAt(sitting).getEpochSecond());

        place.asAn().get("/learners/" + place.an() + "/needs").then().statusCode(403);
        refused(
                place.as(UUID.randomUUID(), "teacher").get("/learners/" + place.an() + "/needs"),
                404,
                "learner-not-found");
        refused(schools.open().asTeacher().get("/learners/" + place.an() + "/needs"), 404, "learner-not-found");
        refused(
                place.asTeacher()
                        .body(Map.of("extraMinutes", 5))
                        .put("/assignments/" + assignment + "/needs/" + UUID.randomUUID()),
                404,
                "learner-not-found");
    }

    @Test
    void oneLearnerHasAWindowAndAttemptsOfHisOwn() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        var assignment = given(place.asTeacher()
                .body(story.giving(Map.of(), tomorrow, tomorrow.plusSeconds(3600)))
                .post("/assignments"));
        refused(story.open(assignment, Map.of()), 409, "assignment-not-open");

        var own = new HashMap<String, Object>();
        own.put("extraMinutes", 0);
        own.put("opensAt", Instant.now().minusSeconds(5).toString());
        own.put("attempts", 2);
        ok(place.asTeacher().body(own).put("/assignments/" + assignment + "/needs/" + place.an()));

        ok(place.asAn().get("/my/assignments"))
                .body("[0].state", equalTo("OPEN"))
                .body("[0].attemptsLeft", equalTo(2));
        ok(story.open(assignment, Map.of())).body("attemptsLeft", equalTo(1));
        refused(place.asBinh().post("/assignments/" + assignment + "/sittings"), 409, "assignment-not-open");
    }
}
