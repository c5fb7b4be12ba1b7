package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.sitting.GivingStory.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A paper is taken again and again, and one of the attempts counts.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class AttemptsWalkthroughTest {
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
    void homeworkIsTakenAgainAndTheBestAttemptCounts() {
        var assignment = story.give(Map.of("mode", "HOMEWORK", "attempts", 3));

        var first = story.take(assignment, "", "A");
        ok(story.open(assignment, Map.of())).body("sittingId", equalTo(first)).body("attemptsLeft", equalTo(2));
        var second = story.take(assignment, "NEW", "B");
        ok(place.asAn().get("/my/assignments"))
                .body("[0].sittingId", equalTo(second))
                .body("[0].attempt", equalTo(2))
                .body("[0].attemptsLeft", equalTo(1))
                .body("[0].state", equalTo("HANDED_IN"));
        ok(place.asTeacher().get("/assignments/" + assignment + "/results"))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.sittingId", equalTo(first))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.mark", equalTo(1.0f));
        // he may begin again, so the key stays where it is
        refused(story.release(assignment, true), 409, "assignment-still-open");
        ok(story.release(assignment, false)).body("released", equalTo(1));
        assertEquals(1, story.told(assignment));
        ok(place.asAn().get("/sittings/" + second + "/result")).body("mark", equalTo(0.0f));
        ok(place.asAn().get("/my/assignments"))
                .body("[0].sittingId", equalTo(first))
                .body("[0].state", equalTo("RELEASED"))
                .body("[0].mark", equalTo(1.0f));

        story.take(assignment, "NEW", "A");
        refused(story.open(assignment, Map.of("attempt", "NEW")), 409, "attempts-used-up");
        ok(place.asTeacher().get("/assignments/" + assignment)).body("counts.handedIn", equalTo(1));
    }

    @Test
    void theLastAttemptCountsWhereTheTeacherSaysSo() {
        var assignment = story.give(Map.of("mode", "HOMEWORK", "attempts", 0, "counts", "LAST"));
        story.take(assignment, "", "A");
        var second = story.take(assignment, "NEW", "B");

        ok(place.asTeacher().get("/assignments/" + assignment + "/results"))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.sittingId", equalTo(second));
        ok(story.open(assignment, Map.of())).body("attemptsLeft", nullValue());
    }
}
