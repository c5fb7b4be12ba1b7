package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.sitting.GivingStory.given;
import static vn.lopmo.assessment.sitting.GivingStory.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A teacher gives papers in all the ways there are.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class GivingWalkthroughTest {
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
    void whatIsLeftOutIsAsItAlwaysWas() {
        var assignment = story.give(Map.of());

        ok(place.asTeacher().get("/assignments/" + assignment))
                .body("conditions.mode", equalTo("EXAM"))
                .body("conditions.purpose", equalTo("REGULAR"))
                .body("conditions.attempts", equalTo(1))
                .body("conditions.counts", equalTo("BEST"))
                .body("conditions.passcode", nullValue())
                .body("conditions.addresses", hasSize(0))
                .body("conditions.paging", equalTo("ONE"))
                .body("classIds", equalTo(List.of(place.classId().toString())))
                .body("awaitsDecision", equalTo(false));
        ok(story.open(assignment, Map.of()))
                .body("attempt", equalTo(1))
                .body("attemptsLeft", equalTo(0))
                .body("mode", equalTo("EXAM"))
                .body("deviceHeld", equalTo(false));
    }

    @Test
    void aSingleLearnerTakesItAndHisClassmateDoesNotKnowOfIt() {
        var wish = story.giving(Map.of());
        wish.put("classIds", List.of());
        wish.put("learnerIds", List.of(place.an()));
        var assignment = given(place.asTeacher().body(wish).post("/assignments"));

        ok(place.asAn().get("/my/assignments")).body("id", equalTo(List.of(assignment)));
        ok(place.asBinh().get("/my/assignments")).body("", hasSize(0));
        assertEquals(1, told(assignment, "{\"classIds\":[],\"groupIds\":[],\"learnerIds\":[\"" + place.an() + "\"]}"));
        ok(story.open(assignment, Map.of()));
        place.asBinh().post("/assignments/" + assignment + "/sittings").then().statusCode(404);
        ok(place.asTeacher().get("/assignments/" + assignment + "/results")).body("rows", hasSize(1));
        ok(place.asTeacher().get("/assignments"))
                .body("[0].counts.learners", equalTo(1))
                .body("[0].counts.taking", equalTo(1));

        var elsewhere = schools.open();
        refused(posted(elsewhere, place.an()), 404, "learner-not-found");
        schools.join(place, place.teacher(), Part.TEACHER, false, Instant.now());
        refused(posted(place, place.an()), 403, "not-your-learner");
        wish.put("learnerIds", List.of());
        refused(place.asTeacher().body(wish).post("/assignments"), 422, "assignment-for-nobody");
    }

    private Response posted(School.Place from, UUID learner) {
        var wish = story.giving(Map.of());
        wish.put("classIds", List.of());
        wish.put("learnerIds", List.of(learner));
        return from.asTeacher().body(wish).post("/assignments");
    }

    @Test
    void aGroupIsGivenToLikeAClassAndStandsApart() {
        var group = UUID.randomUUID();
        var gifted = new School.Place(place.school(), group, place.teacher(), place.an(), place.binh());
        schools.join(gifted, place.teacher(), Part.TEACHER, true, Instant.now());
        schools.join(gifted, place.binh(), Part.STUDENT, true, Instant.now());
        var wish = story.giving(Map.of());
        wish.put("classIds", List.of());
        wish.put("groupIds", List.of(group));
        var assignment = given(place.asTeacher().body(wish).post("/assignments"));

        ok(place.asTeacher().get("/assignments/" + assignment))
                .body("classIds", hasSize(0))
                .body("groupIds", equalTo(List.of(group.toString())));
        ok(place.asBinh().post("/assignments/" + assignment + "/sittings"));
        refused(place.asAn().post("/assignments/" + assignment + "/sittings"), 404, "assignment-not-found");
        assertEquals(
                1,
                story.count(
                        "select count(*) from outbox where type = 'assessment.paper-assigned.v1' and body::text like '%"
                                + assignment + "%' and body::text like '%' || cast(? as text) || '%'",
                        place.classId()));
        assertEquals(1, told(assignment, "{\"classIds\":[],\"groupIds\":[\"" + group + "\"],\"learnerIds\":[]}"));
    }

    /// How often it was told that an assignment is for these alone.
    private long told(String assignment, String takers) {
        return story.count(
                "select count(*) from outbox where type = 'assessment.paper-assigned.v1'"
                        + " and body::jsonb ->> 'assignmentId' = cast(? as text)"
                        + " and body::jsonb -> 'takers' = cast('" + takers + "' as jsonb)",
                UUID.fromString(assignment));
    }

    @Test
    void aPeriodicTestAwayFromSchoolWaitsForTheHead() {
        var assignment = story.give(Map.of("purpose", "PERIODIC"));
        var decision =
                Map.of("number", "12/QĐ-THCS", "decidedOn", "2026-11-20", "reason", "Bão, học sinh không đến được");

        ok(place.asTeacher().get("/assignments/" + assignment)).body("awaitsDecision", equalTo(true));
        refused(story.open(assignment, Map.of()), 409, "assignment-awaits-decision");
        place.asTeacher()
                .body(decision)
                .put("/assignments/" + assignment + "/decision")
                .then()
                .statusCode(403);
        place.asAn()
                .body(decision)
                .put("/assignments/" + assignment + "/decision")
                .then()
                .statusCode(403);
        var head = UUID.randomUUID();
        ok(place.as(head, "head").body(decision).put("/assignments/" + assignment + "/decision"))
                .body("awaitsDecision", equalTo(false))
                .body("decision.number", equalTo("12/QĐ-THCS"))
                .body("decision.by", equalTo(head.toString()));
        ok(story.open(assignment, Map.of()));

        // at school nobody has to decide
        ok(place.asTeacher()
                        .get("/assignments/"
                                + story.give(Map.of("purpose", "PERIODIC", "addresses", List.of("10.0.0.0/8")))))
                .body("awaitsDecision", equalTo(false));
        refused(
                place.as(head, "head").body(decision).put("/assignments/" + story.give(Map.of()) + "/decision"),
                409,
                "decision-not-needed");
    }

    @Test
    void itIsChangedFreelyUntilSomebodyHasBegun() {
        var assignment = story.give(Map.of());
        var later = Instant.now().plusSeconds(9000);

        ok(place.asTeacher()
                        .body(Map.of("minutes", 30, "conditions", Map.of("mode", "HOMEWORK", "attempts", 2)))
                        .patch("/assignments/" + assignment))
                .body("minutes", equalTo(30))
                .body("conditions.attempts", equalTo(2));
        String sitting = ok(story.open(assignment, Map.of())).extract().path("sittingId");

        refused(story.patched(assignment, Map.of("minutes", 15)), 409, "assignment-begun");
        refused(
                story.patched(assignment, Map.of("conditions", Map.of("mode", "HOMEWORK", "attempts", 5))),
                409,
                "assignment-begun");
        refused(
                story.patched(
                        assignment,
                        Map.of("closesAt", Instant.now().plusSeconds(60).toString())),
                409,
                "assignment-begun");
        ok(story.patched(
                        assignment,
                        Map.of(
                                "closesAt",
                                later.toString(),
                                "conditions",
                                Map.of("mode", "HOMEWORK", "attempts", 2, "passcode", "1234"))))
                .body("conditions.passcode", equalTo("1234"));
        ok(place.asAn().get("/sittings/" + sitting)).body("closesAt", notNullValue());

        place.asAn()
                .body(Map.of("minutes", 30))
                .patch("/assignments/" + assignment)
                .then()
                .statusCode(403);
        refused(
                place.as(UUID.randomUUID(), "teacher")
                        .body(Map.of("minutes", 30))
                        .patch("/assignments/" + assignment),
                404,
                "assignment-not-found");
        refused(
                schools.open().asTeacher().body(Map.of("minutes", 30)).patch("/assignments/" + assignment),
                404,
                "assignment-not-found");
    }

    @Test
    void aLaterEndReachesWhoSits() throws SQLException {
        var closes = Instant.now().plusSeconds(300);
        var assignment = given(place.asTeacher()
                .body(story.giving(Map.of(), Instant.now().minusSeconds(60), closes))
                .post("/assignments"));
        String sitting = ok(story.open(assignment, Map.of())).extract().path("sittingId");
        assertEquals(closes.getEpochSecond(), story.closesAt(sitting).getEpochSecond());

        ok(story.patched(assignment, Map.of("closesAt", closes.plusSeconds(120).toString())));

        assertEquals(
                closes.plusSeconds(120).getEpochSecond(),
                story.closesAt(sitting).getEpochSecond());
    }
}
