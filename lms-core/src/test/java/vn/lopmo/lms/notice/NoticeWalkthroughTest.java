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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.PaperAssigned;
import vn.lopmo.lms.gradebook.ResultReleased;
import vn.lopmo.lms.learning.QuestionAnswered;
import vn.lopmo.lms.learning.QuestionAsked;
import vn.lopmo.lms.learning.Reminded;
import vn.lopmo.lms.learning.TaskGiven;
import vn.lopmo.lms.learning.TaskHandedIn;
import vn.lopmo.lms.learning.TaskReturned;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

@QuarkusTest
@TestProfile(SignedTokens.class)
class NoticeWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<Object> events;

    @Inject
    Digests digests;

    @Inject
    Rows rows;

    private TestSchools.Small school;
    private String teacher;
    private String pupil;
    private String guardian;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
        guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);
    }

    @Test
    void aPublishedLessonIsToldToItsClassOnceAndCountedAtTheDoor() {
        var lesson = publishedLesson();

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

        as(teacher)
                .body(Map.of("revision", change(lesson, 2)))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(200);
        as(pupil).get("/notices").then().body("notices", hasSize(1));
    }

    @Test
    void aPaperATaskAndAResultReachWhomTheyConcern() {
        var paper = UUID.randomUUID();
        fire(paper(paper, "Kiểm tra 15 phút"));
        fire(paper(paper, "Kiểm tra 15 phút, lần 2"));
        fire(result(paper, "8.5"));

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
    }

    @Test
    void aResultThatIsReleasedAgainIsNewAgain() {
        var paper = UUID.randomUUID();
        fire(result(paper, "8"));
        String id = as(pupil).get("/notices").then().extract().path("notices[0].id");
        as(pupil)
                .body(Map.of("read", true))
                .put("/notices/" + id)
                .then()
                .statusCode(200)
                .body("unread", equalTo(0));

        fire(result(paper, "9"));

        as(pupil).get("/notices").then().body("notices.read", contains(false)).body("unread", equalTo(1));
    }

    @Test
    void whatWaitsForATeacherIsOneNoticeWithACount() {
        var course = UUID.fromString(course());
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
        fire(handedIn(course, lesson, task, school.first(), now));
        fire(handedIn(course, lesson, task, school.second(), now));
        fire(new QuestionAsked(school.school(), course, lesson, UUID.randomUUID(), school.first(), now));

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
        fire(handedIn(course, lesson, task, school.first(), now));
        as(teacher).get("/notices").then().body("notices.find { it.kind == 'HANDED_IN' }.times", equalTo(1));

        fire(new TaskReturned(school.school(), course, lesson, task, school.first(), "Vẽ sơ đồ", true, now));
        fire(new QuestionAnswered(school.school(), course, lesson, UUID.randomUUID(), school.first(), now));
        as(pupil).get("/notices").then().body("notices.kind", containsInAnyOrder("TASK", "TASK_RETURNED", "ANSWER"));
        fire(new TaskReturned(school.school(), course, lesson, task, school.first(), "Vẽ sơ đồ", false, now));
        as(guardian).get("/notices").then().body("notices.kind", contains("TASK_MARKED"));
    }

    @Test
    void aReminderHasTheTeachersWordsForThoseWhomHeReminds() {
        var course = UUID.fromString(course());
        fire(new Reminded(
                school.school(),
                course,
                school.teacher(),
                List.of(school.first()),
                "Em đọc nốt bài 16 nhé.",
                Instant.now()));

        as(pupil)
                .get("/notices")
                .then()
                .body("notices.kind", contains("REMINDER"))
                .body("notices[0].detail", equalTo("Em đọc nốt bài 16 nhé."))
                .body("notices[0].targetId", equalTo(course.toString()));
        as(school.tokenOf(school.second(), Role.STUDENT)).get("/notices").then().body("notices", empty());
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
        fire(paper(UUID.randomUUID(), "Không hiện"));
        as(pupil).get("/notices").then().body("notices", empty()).body("unread", equalTo(0));

        fire(result(UUID.randomUUID(), "7"));
        String id = as(pupil).get("/notices").then().extract().path("notices[0].id");
        as(guardian).body(Map.of("read", true)).put("/notices/" + id).then().statusCode(404);
        given().get("/notices").then().statusCode(401);
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (int i = 0; i < Notices.PAGE + 2; i++) {
            fire(paper(UUID.randomUUID(), "Đề " + i));
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
    void aDigestGoesOnceADayToAConfirmedAddressUntilItIsStopped() throws Exception {
        var address = school.first() + "@nha.test";
        as(pupil)
                .body(Map.of("address", "không phải"))
                .put("/notice-wishes/address")
                .then()
                .statusCode(422);
        as(pupil)
                .body(Map.of("address", address))
                .put("/notice-wishes/address")
                .then()
                .statusCode(200)
                .body("mail.confirmed", equalTo(false));
        as(pupil)
                .body(Map.of("address", address))
                .put("/notice-wishes/address")
                .then()
                .statusCode(409);
        fire(result(UUID.randomUUID(), "8.75"));
        assertEquals(0, digests.round(today(18)));

        var secret = secretIn(RealMail.to(address).getFirst(), "/thu/xac-nhan\\?ma=");
        given().post("/open/mail/" + secret + "/confirm").then().statusCode(204);
        as(pupil).get("/notice-wishes").then().body("mail.confirmed", equalTo(true));
        assertEquals(0, digests.round(today(16)));
        digests.round(today(18));
        digests.round(today(19));

        var mails = RealMail.to(address);
        assertEquals(2, mails.size());
        var digest = mails.get(1);
        assertEquals("Lớp Mở: 1 thông báo mới", digest.getSubject());
        var text = (String) digest.getContent();
        assertTrue(text.contains("Đã có kết quả: Áp suất (Khoa học tự nhiên)"), text);
        assertFalse(text.contains("8.75") || text.contains("Ngọc"), text);
        assertEquals("List-Unsubscribe=One-Click", digest.getHeader("List-Unsubscribe-Post", null));

        // as a mail program does (RFC 8058)
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/open/mail/" + secretIn(digest, "/thu/dung\\?ma=") + "/stop")
                .then()
                .statusCode(204);
        fire(result(UUID.randomUUID(), "9"));
        digests.round(today(18).plusSeconds(86_400));
        assertEquals(2, RealMail.to(address).size());
        given().post("/open/mail/none/stop").then().statusCode(404);
    }

    @Test
    void anErasedPersonsNoticesGo() {
        fire(result(UUID.randomUUID(), "8"));

        fire(new PersonErased(school.school(), school.first(), Instant.now()));

        as(guardian).get("/notices").then().body("notices", empty());
        assertEquals(
                0,
                rows.list("select 1 from notice where person_id = ?", row -> 1, school.first())
                        .size());
    }

    private static Instant today(int hour) {
        return LocalDate.now(ClockSource.VIETNAM)
                .atTime(LocalTime.of(hour, 5))
                .atZone(ClockSource.VIETNAM)
                .toInstant();
    }

    private static String secretIn(MimeMessage mail, String before) throws MessagingException, IOException {
        var found = Pattern.compile(before + "([\\w-]+)").matcher((String) mail.getContent());
        assertTrue(found.find());
        return found.group(1);
    }

    private void fire(Object event) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(event));
    }

    private PaperAssigned paper(UUID id, String title) {
        var now = Instant.now();
        return new PaperAssigned(
                school.school(),
                id,
                title,
                "khtn",
                List.of(school.classId()),
                now,
                now.plusSeconds(3600),
                15,
                10,
                BigDecimal.TEN,
                "EXAM");
    }

    private ResultReleased result(UUID paper, String mark) {
        return new ResultReleased(
                school.school(),
                school.first(),
                paper,
                UUID.randomUUID(),
                "Áp suất",
                "khtn",
                new BigDecimal(mark),
                BigDecimal.TEN,
                Instant.now(),
                List.of());
    }

    private TaskHandedIn handedIn(UUID course, UUID lesson, UUID task, UUID learner, Instant now) {
        return new TaskHandedIn(
                school.school(), course, lesson, task, school.classId(), "Vẽ sơ đồ", learner, false, now);
    }

    private String course() {
        return made(
                "/courses",
                Map.of(
                        "title",
                        "Khoa học tự nhiên 8",
                        "subject",
                        "khtn",
                        "grade",
                        8,
                        "classIds",
                        List.of(school.classId())));
    }

    private String publishedLesson() {
        var section = made("/courses/" + course() + "/sections", Map.of("title", "Chương III"));
        var lesson = made("/sections/" + section + "/lessons", Map.of("title", "Bài 16. Áp suất chất lỏng"));
        as(teacher)
                .body(Map.of("revision", change(lesson, 1)))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(200);
        return lesson;
    }

    /// @return the revision that the change made
    private int change(String lesson, int number) {
        return as(teacher)
                .body(Map.of(
                        "device",
                        UUID.nameUUIDFromBytes(lesson.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        "seq",
                        number,
                        "known",
                        number,
                        "closing",
                        false,
                        "blocks",
                        List.of(Map.of("id", "b" + number, "kind", "text", "html", "<p>Áp suất</p>")),
                        "order",
                        number == 1 ? List.of("b1") : List.of("b1", "b2"),
                        "moved",
                        List.of("b" + number)))
                .post("/lessons/" + lesson + "/draft/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("revision");
    }

    private String made(String path, Map<String, Object> body) {
        return as(teacher)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
