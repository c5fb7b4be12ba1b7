package vn.lopmo.lms.notice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.Desk;
import vn.lopmo.lms.gradebook.ResultReleased;
import vn.lopmo.lms.learning.QuestionAnswered;
import vn.lopmo.lms.learning.QuestionAsked;
import vn.lopmo.lms.learning.Reminded;
import vn.lopmo.lms.learning.TaskGiven;
import vn.lopmo.lms.learning.TaskReturned;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.sql.Rows;

@QuarkusTest
@TestProfile(SignedTokens.class)
class NoticeWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<Object> events;

    @Inject
    EventHandler<ResultReleased> results;

    @Inject
    Rows rows;

    private TestSchools.Small school;
    private String teacher;
    private String pupil;
    private String guardian;
    private Happening happening;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        happening = new Happening(school);
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
        guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);
    }

    @Test
    void aPublishedLessonIsToldToItsClassOnceAndCountedAtTheDoor() {
        var desk = new Desk(teacher);
        var lesson = desk.published(desk.course("Khoa học tự nhiên 8", school.classId()), "Bài 16. Áp suất chất lỏng");

        as(pupil).get("/me").then().body("unread", equalTo(1));
        as(pupil)
                .get("/notices")
                .then()
                .body("notices.kind", contains("LESSON"))
                .body("notices[0].targetId", equalTo(lesson))
                .body("notices[0].title", equalTo("Bài 16. Áp suất chất lỏng"))
                .body("notices[0].place", equalTo("Khoa học tự nhiên 8"))
                .body("notices[0].read", equalTo(false))
                .body("unread", equalTo(1));
        as(teacher).get("/notices").then().body("notices", empty());

        desk.send(lesson, Desk.writing(Desk.text("a", "<p>Áp suất chất lỏng</p>")));
        desk.publish(lesson).statusCode(200);
        as(pupil).get("/notices").then().body("notices", hasSize(1));
    }

    @Test
    void aPaperATaskAndAResultReachWhomTheyConcern() {
        var paper = UUID.randomUUID();
        fire(happening.paper(paper, "Kiểm tra 15 phút"));
        fire(happening.paper(paper, "Kiểm tra 15 phút, lần 2"));
        QuarkusTransaction.requiringNew()
                .run(() -> results.handle(
                        happening.result(paper, "8.5"), new EventHandler.Origin(UUID.randomUUID(), Instant.now())));

        as(pupil)
                .get("/notices")
                .then()
                .body("notices.kind", containsInAnyOrder("RESULT", "PAPER"))
                .body("notices.find { it.kind == 'PAPER' }.title", equalTo("Kiểm tra 15 phút, lần 2"))
                .body("notices.childId", contains(nullValue(), nullValue()));
        as(school.tokenOf(school.second(), Role.STUDENT))
                .get("/notices")
                .then()
                .body("notices.kind", contains("PAPER"));
        as(guardian)
                .get("/notices")
                .then()
                .body("notices.kind", contains("RESULT"))
                .body("notices[0].childId", equalTo(school.first().toString()))
                .body("notices[0].childName", equalTo("Nguyễn Hoàng Bảo Ngọc"));
        assertFalse(as(pupil).get("/notices").asString().contains("8.5"));
        assertFalse(as(guardian).get("/notices").asString().contains("8.5"));
        theMarkIsWhereTheNoticeLeads(paper);
    }

    private void theMarkIsWhereTheNoticeLeads(UUID paper) {
        var results = "/my/children/" + school.first() + "/results";
        as(guardian)
                .get(results)
                .then()
                .statusCode(200)
                .body("assignmentId", contains(paper.toString()))
                .body("[0].kind", equalTo("ASSIGNMENT"))
                .body("[0].title", equalTo("Áp suất"))
                .body("[0].mark", equalTo(8.5f))
                .body("[0].maxMark", equalTo(10f));
        assertEquals(
                as(pupil).get("/my/marks").asString(), as(guardian).get(results).asString());
        var others = "/my/children/" + school.second() + "/results";
        as(guardian).get(others).then().statusCode(404).body("slug", equalTo("person-not-found"));
        as(pupil).get(results).then().statusCode(404);
        as(teacher).get(results).then().statusCode(404);
        var elsewhere = schools.make();
        as(elsewhere.tokenOf(elsewhere.guardian(), Role.GUARDIAN))
                .get(results)
                .then()
                .statusCode(404);
    }

    @Test
    void aResultThatIsReleasedAgainIsNewAgain() {
        var paper = UUID.randomUUID();
        fire(happening.result(paper, "8"));
        String id = as(pupil).get("/notices").then().extract().path("notices[0].id");
        as(pupil)
                .body(Map.of("read", true))
                .put("/notices/" + id)
                .then()
                .statusCode(200)
                .body("unread", equalTo(0));

        fire(happening.result(paper, "9"));

        as(pupil).get("/notices").then().body("notices.read", contains(false)).body("unread", equalTo(1));
    }

    @Test
    void whatWaitsForATeacherIsOneNoticeWithACount() {
        var course = UUID.fromString(new Desk(teacher).course("KHTN 8", school.classId()));
        var task = UUID.randomUUID();
        var lesson = UUID.randomUUID();
        var now = Instant.now();
        fire(new TaskGiven(
                school.school(),
                course,
                lesson,
                task,
                List.of(school.classId()),
                "Vẽ sơ đồ",
                now.plusSeconds(999),
                now));
        fire(happening.handedIn(course, lesson, task, school.first(), now));
        fire(happening.handedIn(course, lesson, task, school.second(), now));
        fire(new QuestionAsked(
                school.school(), course, lesson, UUID.randomUUID(), school.classId(), school.first(), now));

        as(teacher)
                .get("/notices")
                .then()
                .body("notices.kind", containsInAnyOrder("HANDED_IN", "QUESTION"))
                .body("notices.find { it.kind == 'HANDED_IN' }.times", equalTo(2));
        as(teacher)
                .body(Map.of("until", Instant.now().toString()))
                .post("/notices/read")
                .then()
                .body("unread", equalTo(0));
        fire(happening.handedIn(course, lesson, task, school.first(), now));
        as(teacher).get("/notices").then().body("notices.find { it.kind == 'HANDED_IN' }.times", equalTo(1));

        fire(new TaskReturned(school.school(), course, lesson, task, school.first(), "Vẽ sơ đồ", true, now));
        fire(new QuestionAnswered(school.school(), course, lesson, UUID.randomUUID(), school.first(), now));
        as(pupil).get("/notices").then().body("notices.kind", containsInAnyOrder("TASK", "TASK_RETURNED", "ANSWER"));
        fire(new TaskReturned(school.school(), course, lesson, task, school.first(), "Vẽ sơ đồ", false, now));
        as(guardian).get("/notices").then().body("notices.kind", contains("TASK_MARKED"));
    }

    @Test
    void aReminderHasTheTeachersWordsForThoseWhomHeReminds() {
        var course = UUID.fromString(new Desk(teacher).course("KHTN 8", school.classId()));
        fire(new Reminded(
                school.school(),
                course,
                school.teacher(),
                List.of(school.first()),
                "Em đọc nốt bài 16 nhé.",
                null,
                Instant.now()));

        as(pupil)
                .get("/notices")
                .then()
                .body("notices.kind", contains("REMINDER"))
                .body("notices[0].detail", equalTo("Em đọc nốt bài 16 nhé."))
                .body("notices[0].targetId", equalTo(course.toString()));
        as(school.tokenOf(school.second(), Role.STUDENT)).get("/notices").then().body("notices", empty());
        as(guardian)
                .get("/notices")
                .then()
                .body("notices.kind", contains("REMINDER"))
                .body("notices[0].title", equalTo("KHTN 8"))
                .body("notices[0].childId", equalTo(school.first().toString()))
                .body("notices[0].detail", nullValue());
    }

    @Test
    void aGuardianOfTwoIsRemindedOfEach() {
        rows.change(
                "insert into guardianship (id, school_id, guardian_id, child_id, created_at) values (?, ?, ?, ?, now())",
                UUID.randomUUID(),
                school.school(),
                school.guardian(),
                school.second());
        var course = UUID.fromString(new Desk(teacher).course("KHTN 8", school.classId()));
        var both = List.of(school.first(), school.second());
        fire(new Reminded(school.school(), course, school.teacher(), both, "Các em đọc nốt nhé.", null, Instant.now()));

        as(guardian)
                .get("/notices")
                .then()
                .body("notices.childName", containsInAnyOrder("Nguyễn Hoàng Bảo Ngọc", "Lê Hoàng An"))
                .body("notices.detail", contains(nullValue(), nullValue()));
        as(guardian)
                .get("/notice-wishes")
                .then()
                .body(
                        "kinds.kind",
                        containsInAnyOrder(
                                "RESULT", "TASK_MARKED", "REMINDER", "TASK_REMINDER", "TRANSFERRED", "ANNOUNCEMENT"));
    }

    @Test
    void aKindIsSwitchedOffAndOnAndOthersNoticesAreNotThere() {
        as(pupil)
                .get("/notice-wishes")
                .then()
                .body("kinds.kind", hasItem("LESSON"))
                .body("kinds.kind", not(hasItem("HANDED_IN")))
                .body("mail.address", nullValue());
        as(pupil)
                .body(Map.of("shown", false, "mailed", true))
                .put("/notice-wishes/kinds/PAPER")
                .then()
                .body("kinds.find { it.kind == 'PAPER' }.shown", equalTo(false));
        fire(happening.paper(UUID.randomUUID(), "Không hiện"));
        as(pupil).get("/notices").then().body("notices", empty()).body("unread", equalTo(0));

        fire(happening.result(UUID.randomUUID(), "7"));
        String id = as(pupil).get("/notices").then().extract().path("notices[0].id");
        as(guardian).body(Map.of("read", true)).put("/notices/" + id).then().statusCode(404);
        given().get("/notices").then().statusCode(401);
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (int i = 0; i < Notices.PAGE + 2; i++) {
            fire(happening.paper(UUID.randomUUID(), "Đề " + i));
        }
        var first = as(pupil).get("/notices").then().body("more", equalTo(true)).extract();
        String last = first.path("notices[29].id");
        as(pupil)
                .get("/notices?before=" + last)
                .then()
                .body("more", equalTo(false))
                .body("notices", hasSize(2));
    }

    @Test
    void anErasedPersonsNoticesGo() {
        fire(happening.result(UUID.randomUUID(), "8"));

        fire(new PersonErased(school.school(), school.first(), Instant.now()));

        as(guardian).get("/notices").then().body("notices", empty());
        assertEquals(
                0,
                rows.list("select 1 from notice where person_id = ?", row -> 1, school.first())
                        .size());
    }

    private void fire(Object event) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(event));
    }
}
