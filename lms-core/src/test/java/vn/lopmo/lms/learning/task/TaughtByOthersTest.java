package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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

/// A teacher who teaches a class by a colleague's course finds it, its tasks and how far the class is.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TaughtByOthersTest {
    @Inject
    TestSchools schools;

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
        as(at.head)
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
}
