package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;

/// What a task asks for goes along when its lesson is copied, and is there once the copy is published.
@QuarkusTest
@TestProfile(SignedTokens.class)
class CopiedTasksTest {
    private static final Instant SOON = Instant.now().plus(Duration.ofDays(3));

    @Inject
    TestSchools schools;

    private AtSchool at;

    @BeforeEach
    void aLessonWithATask() {
        at = new AtSchool(schools.make());
    }

    private String copied(String course, int dropped) {
        return as(at.teacher)
                .body(Map.of("title", "Toán 8, lớp khác", "classIds", List.of(at.school.classId())))
                .post("/courses/" + course + "/copies")
                .then()
                .statusCode(201)
                .body("daysDropped", equalTo(dropped))
                .extract()
                .path("id");
    }

    private ValidatableResponse published(String course) {
        String lesson = as(at.teacher).get("/courses/" + course).path("sections[0].lessons[0].id");
        int revision = as(at.teacher).get("/lessons/" + lesson + "/draft").path("revision");
        as(at.teacher)
                .body(Map.of("revision", revision))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(200);
        return as(at.first).get("/lesson-tasks/" + lesson).then().statusCode(200);
    }

    private void ask(Instant due) {
        at.set(Map.of(
                        "kinds",
                        List.of("TEXT", "VOICE"),
                        "maxMark",
                        5,
                        "lateAllowed",
                        false,
                        "due",
                        List.of(Map.of("classId", at.school.classId(), "dueAt", due.toString()))))
                .statusCode(204);
    }

    @Test
    void formsMarkAndDayAreThereWhenTheCopyIsPublished() {
        ask(SOON);

        published(copied(at.course, 0))
                .body("blockId", contains("t1"))
                .body("[0].kinds", containsInAnyOrder("TEXT", "VOICE"))
                .body("[0].maxMark", equalTo(5))
                .body("[0].lateAllowed", equalTo(false))
                .body("[0].dueAt", notNullValue());
    }

    @Test
    void aCopyOfACopyThatNobodyPublishedHasThemToo() {
        ask(SOON);

        published(copied(copied(at.course, 0), 0))
                .body("[0].maxMark", equalTo(5))
                .body("[0].dueAt", notNullValue());
    }

    @Test
    void aDayThatIsPastIsLeftOut() {
        ask(Instant.now().minusSeconds(30));

        published(copied(at.course, 1)).body("[0].maxMark", equalTo(5)).body("[0].dueAt", nullValue());
    }
}
