package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;

/// The days of a task: before its lesson opens, until it is due, and after.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TaskDaysTest {
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    @Inject
    TestSchools schools;

    private AtSchool at;

    @BeforeEach
    void aLessonWithATask() {
        at = new AtSchool(schools.make());
    }

    @Test
    void afterTheDayItIsLateOrClosed() {
        at.due(YESTERDAY, true);
        at.tasks(at.first).body("[0].dueAt", not(nullValue())).body("[0].mayHandIn", equalTo(true));
        at.desk().body("classes[0].learners.standing", contains("MISSING", "MISSING"));
        at.handIn(at.first, "Em xin lỗi em nộp muộn").statusCode(200).body("late", equalTo(true));
        at.handIn(at.first, "Lần nữa").statusCode(409).body("slug", equalTo("task-closed"));

        at.due(YESTERDAY, false);
        at.tasks(at.second).body("[0].mayHandIn", equalTo(false));
        at.handIn(at.second, "Muộn").statusCode(409).body("slug", equalTo("task-closed"));
        // finished in time on a device without a network: taken, marked late, with its own time
        var finished = YESTERDAY.minus(Duration.ofHours(1)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        at.handIn(at.second, UUID.randomUUID(), "Làm hôm kia", finished)
                .statusCode(200)
                .body("late", equalTo(true))
                .body("finishedAt", equalTo(finished.toString()));
        at.handIn(at.second, UUID.randomUUID(), "Quá lâu", YESTERDAY.minus(Duration.ofDays(9)))
                .statusCode(409);
    }

    @Test
    void whatIsDueStandsOnTheFirstPageUntilItIsHandedIn() {
        at.due(TOMORROW, true);
        as(at.first)
                .get("/home")
                .then()
                .statusCode(200)
                .body("due.findAll { it.kind == 'TASK' }.title", contains("Bài 1 trang 8"))
                .body("due.findAll { it.kind == 'TASK' }.blockId", contains("t1"));
        at.handIn(at.first, "Xong").statusCode(200);
        as(at.first).get("/home").then().body("due.findAll { it.kind == 'TASK' }", empty());
        as(at.second).get("/home").then().body("due.findAll { it.kind == 'TASK' }", hasSize(1));
    }

    @Test
    void nothingIsTakenInALessonThatIsNotOpenYet() {
        var opening = Map.of(
                "classId", at.school.classId(), "opensAt", TOMORROW.toString(), "closes", false, "waived", false);
        as(at.teacher)
                .body(Map.of("conditions", List.of(), "needs", List.of(), "openings", List.of(opening)))
                .put("/course-rules/" + at.course + "/lessons/" + at.lesson)
                .then()
                .statusCode(lessThan(300));

        at.handIn(at.first, "Sớm").statusCode(409).body("slug", equalTo("lesson-locked"));
        at.handIn(at.first, UUID.randomUUID(), "Sớm", YESTERDAY).statusCode(409);
        at.send(at.first, UUID.randomUUID(), "a.png", Samples.picture("png", 2, 2))
                .statusCode(409);
        as(at.first).get("/lesson-talks/" + at.lesson + "/d1").then().statusCode(409);
        as(at.first)
                .body(Map.of("key", UUID.randomUUID(), "text", "Hỏi"))
                .post("/lesson-questions/" + at.lesson)
                .then()
                .statusCode(409);
        as(at.teacher).get("/lesson-talks/" + at.lesson + "/d1").then().statusCode(200);
    }
}
