package vn.lopmo.lms.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.lms.course.Desk.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.learning.task.AtSchool;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.platform.person.PersonRows;
import vn.lopmo.platform.sql.Rows;

/// Pupils leave; what they did is kept for as long as the school wants it, and goes.
@QuarkusTest
@TestProfile(SignedTokens.class)
class LettingGoTest {
    private static final List<String> THEIRS = List.of("task_work", "lesson_note", "talk_post");

    @Inject
    TestSchools schools;

    @Inject
    People people;

    @Inject
    LettingGo lettingGo;

    @Inject
    PersonRows held;

    @Inject
    Rows rows;

    private AtSchool at;

    @BeforeEach
    void twoPupilsDidThings() {
        at = new AtSchool(schools.make());
        var thread = did(at.first, null);
        did(at.second, thread);
    }

    private String did(String pupil, @Nullable String parent) {
        at.handIn(pupil, "Bài của em").statusCode(200);
        as(pupil)
                .body(Map.of("text", "Nhớ xem lại", "known", 0))
                .put("/lesson-notes/" + at.lesson)
                .then()
                .statusCode(200);
        var post = new HashMap<String, @Nullable Object>();
        post.put("key", UUID.randomUUID());
        post.put("html", "<p>Em nghĩ vậy.</p>");
        post.put("parentId", parent);
        return as(pupil)
                .body(post)
                .post("/lesson-talks/" + at.lesson + "/d1")
                .then()
                .statusCode(200)
                .extract()
                .path("posts[-1].id");
    }

    private void left(UUID pupil, @Nullable LocalDate day) {
        QuarkusTransaction.requiringNew()
                .run(() -> people.get(pupil, at.school.school()).left(day));
    }

    private JsonNode heldOf(UUID pupil) {
        return held.of(pupil).get("held");
    }

    private void assertConcerned(String what, int days, int number) {
        as(at.head)
                .get("/privacy/retention/" + what + "/concerned?days=" + days)
                .then()
                .statusCode(200)
                .body("people", equalTo(number));
    }

    @Test
    void whatALeaverDidGoesAndWhatOthersSaidKeepsItsPlace() {
        left(at.school.first(), LocalDate.now().minusDays(400));
        assertConcerned("LEAVERS_WORK", 365, 1);
        assertConcerned("LEAVERS_WORK", 450, 0);

        lettingGo.round(Instant.now());

        var left = heldOf(at.school.first());
        THEIRS.forEach(table -> assertFalse(left.has(table), left::toString));
        assertEquals(4, left.get("let_go").size(), "of all matters but the sittings, which are kept for two years");
        var other = heldOf(at.school.second());
        THEIRS.forEach(table -> assertTrue(other.has(table), other::toString));
        as(at.second)
                .get("/lesson-talks/" + at.lesson + "/d1")
                .then()
                .body("posts", hasSize(2))
                .body("posts[0].html", equalTo(""))
                .body("posts[0].deleted", equalTo(true))
                .body("posts[1].html", equalTo("<p>Em nghĩ vậy.</p>"));
        assertConcerned("LEAVERS_WORK", 365, 0);
        assertConcerned("LEAVERS_SITTINGS", 365, 1);
    }

    @Test
    void whoeverCameBackLosesNothingAndIsLetGoAnewWhenHeLeavesAgain() {
        left(at.school.first(), LocalDate.now().minusDays(400));
        left(at.school.first(), null);
        lettingGo.round(Instant.now());
        THEIRS.forEach(table -> assertTrue(heldOf(at.school.first()).has(table), table));

        left(at.school.first(), LocalDate.now().minusDays(400));
        lettingGo.round(Instant.now());
        left(at.school.first(), null);
        at.handIn(at.first, "Bài mới").statusCode(200);
        lettingGo.round(Instant.now());
        assertTrue(heldOf(at.school.first()).has("task_work"));

        left(at.school.first(), LocalDate.now().minusDays(380));
        lettingGo.round(Instant.now());
        assertFalse(heldOf(at.school.first()).has("task_work"));
    }

    @Test
    void aShorterTimeWaitsAndCanBeTakenBack() {
        left(at.school.first(), LocalDate.now().minusDays(100));
        var setting = "find { it.what == 'LEAVERS_WORK' }";
        shorten(60).body(setting + ".daysBefore", equalTo(365)).body(setting + ".takesEffectAt", notNullValue());
        lettingGo.round(Instant.now());
        assertTrue(heldOf(at.school.first()).has("task_work"));

        var change = "/privacy/retention/LEAVERS_WORK/change";
        as(at.teacher).delete(change).then().statusCode(403);
        as(at.head)
                .delete(change)
                .then()
                .statusCode(200)
                .body(setting + ".days", equalTo(365))
                .body(setting + ".takesEffectAt", nullValue());
        as(at.head).delete(change).then().statusCode(409).body("slug", equalTo("retention-not-waiting"));

        shorten(60);
        shorten(90).body(setting + ".daysBefore", equalTo(365));
        lettingGo.round(Instant.now().plus(Duration.ofDays(8)));
        assertFalse(heldOf(at.school.first()).has("task_work"));
        as(at.head)
                .body(Map.of("days", 400))
                .put("/privacy/retention/LEAVERS_WORK")
                .then()
                .body(setting + ".takesEffectAt", nullValue());
        assertEquals(
                List.of(400),
                rows.list("select days from retention where school_id = ?", row -> row.number(1), at.school.school()));
    }

    private ValidatableResponse shorten(int days) {
        return as(at.head)
                .body(Map.of("days", days))
                .put("/privacy/retention/LEAVERS_WORK")
                .then()
                .statusCode(200)
                .body("findAll { it.what == 'LEAVERS_WORK' }.days", contains(days));
    }
}
