package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// A teacher who teaches a class by a colleague's course finds it, its tasks and how far the class is.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TaughtByOthersTest {
    @Inject
    TestSchools schools;

    @Inject
    Rows rows;

    private AtSchool at;
    private String maths;
    private String literature;

    @BeforeEach
    void twoMoreTeachersOfTheClass() {
        at = new AtSchool(schools.make());
        maths = assigned("Lê Văn Đức", "toan");
        literature = assigned("Vũ Thị Mai", "ngu-van");
        assign(at.school.teacher(), "khtn");
    }

    private String assigned(String name, String subject) {
        var id = schools.join(at.school.school(), name, Set.of(Role.TEACHER));
        assign(id, subject);
        return at.school.tokenOf(id, Role.TEACHER);
    }

    private void assign(UUID teacher, String subject) {
        assigning(teacher, subject);
    }

    private ValidatableResponse assigning(UUID teacher, String subject) {
        return as(at.head)
                .body(Map.of("teacherId", teacher, "classId", at.school.classId(), "subject", subject))
                .post("/teachings")
                .then()
                .statusCode(201);
    }

    @Test
    void theCourseIsOnTheListOfWhoTeachesItsSubjectThere() {
        as(maths)
                .get("/courses")
                .then()
                .statusCode(200)
                .body("title", contains("Toán 8"))
                .body("mayEdit", contains(false));
        as(maths)
                .get("/courses/" + at.course)
                .then()
                .statusCode(200)
                .body("mayEdit", equalTo(false))
                .body("maySeeStanding", equalTo(true))
                .body("sections.lessons.flatten().title", contains("Bài 1. Đơn thức"));
        as(literature).get("/courses").then().body("", empty());
        as(literature).get("/courses/" + at.course).then().statusCode(403);
    }

    @Test
    void heSeesHowFarHisClassIsAndRemindsIt() {
        as(maths)
                .get("/course-standing/" + at.course)
                .then()
                .statusCode(200)
                .body("mayRemind", equalTo(true))
                .body("classes.name", contains("8A2"));
        as(maths)
                .get("/lessons/" + at.lesson + "/standing")
                .then()
                .statusCode(200)
                .body("classes.name", contains("8A2"));
        as(maths)
                .body(Map.of("learnerIds", List.of(at.school.first()), "text", "Em xem bài 1 nhé."))
                .post("/course-reminders/" + at.course)
                .then()
                .statusCode(200)
                .body("reminded", contains(at.school.first().toString()));
        as(literature).get("/course-standing/" + at.course).then().statusCode(403);
        as(at.head).get("/course-standing/" + at.course).then().statusCode(200).body("mayRemind", equalTo(false));
    }

    @Test
    void tasksAreOnHisListAndTheHeadSeesHowManyCameIn() {
        at.handIn(at.first, "Em làm ạ.").statusCode(200);

        as(maths)
                .get("/tasks")
                .then()
                .statusCode(200)
                .body("title", contains("Bài 1 trang 8"))
                .body("[0].classes[0].waiting", equalTo(1))
                .body("[0].classes[0].mayMark", equalTo(true));
        as(literature).get("/tasks").then().body("", empty());
        as(at.head)
                .get("/tasks")
                .then()
                .statusCode(200)
                .body("[0].classes[0].handedIn", equalTo(1))
                .body("[0].classes[0].mayMark", equalTo(false));
        as(at.head).get("/task-desks/" + at.taskId()).then().statusCode(403);
        as(at.first).get("/tasks").then().statusCode(403);
    }

    @Test
    void whatComesFromHisClassIsToldToHimAsToTheAuthorEachOnce() {
        at.handIn(at.first, "Em làm ạ.").statusCode(200);
        at.handIn(at.second, "Em cũng làm ạ.").statusCode(200);
        ask(at.first);

        for (var teacher : List.of(maths, at.teacher)) {
            as(teacher)
                    .get("/notices")
                    .then()
                    .statusCode(200)
                    .body("notices.kind", containsInAnyOrder("HANDED_IN", "QUESTION"))
                    .body("notices.find { it.kind == 'HANDED_IN' }.times", equalTo(2))
                    .body("notices.find { it.kind == 'QUESTION' }.times", equalTo(1));
        }
        as(literature).get("/notices").then().body("notices", empty());
        as(maths).get("/questions").then().body("waiting", contains(true));
    }

    @Test
    void hisFirstPageCountsWhatWaitsInHisClass() {
        at.handIn(at.first, "Em làm ạ.").statusCode(200);
        ask(at.first);
        ask(at.second);

        as(maths)
                .get("/home")
                .then()
                .statusCode(200)
                .body("waiting.work", equalTo(1))
                .body("waiting.questions", equalTo(2));
        as(literature).get("/home").then().body("waiting.work", equalTo(0)).body("waiting.questions", equalTo(0));
        String work = at.desk().extract().path("classes[0].learners.find { it.workId != null }.workId");
        as(maths).post("/task-works/" + work + "/return").then().statusCode(200);
        String question = as(maths).get("/questions").then().extract().path("[0].id");
        as(maths)
                .body(Map.of("key", UUID.randomUUID(), "text", "Em xem lại ví dụ 2 nhé."))
                .post("/questions/" + question + "/lines")
                .then()
                .statusCode(200);
        as(maths).get("/home").then().body("waiting.work", equalTo(0)).body("waiting.questions", equalTo(1));
    }

    @Test
    void hisAssignmentOverHeIsNotToldAnyMore() {
        var id = schools.join(at.school.school(), "Hà Thị Sen", Set.of(Role.TEACHER));
        String teaching = assigning(id, "toan").extract().path("id");
        rows.change(
                "update teaching set starts_on = current_date - 9, ends_on = current_date - 2 where id = ?",
                UUID.fromString(teaching));

        at.handIn(at.first, "Em làm ạ.").statusCode(200);

        as(at.school.tokenOf(id, Role.TEACHER)).get("/notices").then().body("notices", empty());
    }

    private void ask(String learner) {
        as(learner)
                .body(Map.of("key", UUID.randomUUID(), "text", "Vì sao ạ?"))
                .post("/lesson-questions/" + at.lesson)
                .then()
                .statusCode(200);
    }

    @Test
    void allWhoHaveNotHandedInAreRemindedInOneGoAndTwiceOnlyOnPurpose() {
        at.handIn(at.first, "Em làm ạ.").statusCode(200);

        remind(maths, false)
                .statusCode(200)
                .body("reminded", contains(at.school.second().toString()));
        remind(at.teacher, false).statusCode(200).body("reminded", empty());
        as(maths)
                .get("/task-desks/" + at.taskId())
                .then()
                .body(
                        "classes[0].learners.findAll { it.remindedAt != null }.learnerId",
                        contains(at.school.second().toString()));
        as(at.second)
                .get("/notices")
                .then()
                .body("notices.kind", hasItem("TASK_REMINDER"))
                .body("notices.find { it.kind == 'TASK_REMINDER' }.targetId", equalTo(at.lesson))
                .body("notices.find { it.kind == 'TASK_REMINDER' }.title", equalTo("Bài 1 trang 8"))
                .body("notices.find { it.kind == 'TASK_REMINDER' }.detail", equalTo("Em nộp bài nhé."));
        as(at.second).get("/home").then().body("messages.text", contains("Em nộp bài nhé."));
        as(at.first).get("/notices").then().body("notices.kind", not(hasItem("TASK_REMINDER")));

        remind(maths, true)
                .statusCode(200)
                .body("reminded", contains(at.school.second().toString()));
        as(at.second).get("/home").then().body("messages.text", contains("Em nộp bài nhé."));
        // of the course as a whole he was not reminded yet
        as(maths)
                .body(Map.of("learnerIds", List.of(at.school.second()), "text", "Em xem bài 1 nhé."))
                .post("/course-reminders/" + at.course)
                .then()
                .body("reminded", contains(at.school.second().toString()));
        remind(literature, false).statusCode(403);
        remind(at.first, false).statusCode(403);
        var otherSchool = schools.make();
        remind(otherSchool.tokenOf(otherSchool.teacher(), Role.TEACHER), false).statusCode(404);
    }

    @Test
    void nobodyIsRemindedOfWhatTheLessonDoesNotAskAnyMore() {
        var task = at.taskId();
        at.publish(AtSchool.talk("Vì sao?"));

        as(maths)
                .body(Map.of("classId", at.school.classId(), "text", "Em nộp bài nhé.", "again", false))
                .post("/task-reminders/" + task)
                .then()
                .statusCode(409)
                .body("slug", equalTo("task-closed"));
    }

    private ValidatableResponse remind(String teacher, boolean again) {
        return as(teacher)
                .body(Map.of("classId", at.school.classId(), "text", "Em nộp bài nhé.", "again", again))
                .post("/task-reminders/" + at.taskId())
                .then();
    }
}
