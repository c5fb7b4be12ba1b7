package vn.lopmo.lms.learning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;
import static vn.lopmo.lms.learning.TaughtCourse.dates;
import static vn.lopmo.lms.learning.TaughtCourse.read;
import static vn.lopmo.lms.learning.TaughtCourse.report;

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
import vn.lopmo.platform.caller.Role;

/// A learner's first page, his notes, and a teacher who sees who is behind and reminds them.
@QuarkusTest
@TestProfile(SignedTokens.class)
class StudyWalkthroughTest {
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private TaughtCourse course;
    private String student;
    private String first;
    private String second;
    private String third;

    @BeforeEach
    void aCourse() {
        school = schools.make();
        course = new TaughtCourse(school);
        student = school.tokenOf(school.first(), Role.STUDENT);
        first = course.lesson(course.section, "Bài 1");
        second = course.lesson(course.section, "Bài 2");
        third = course.lesson(course.section, "Bài 3");
    }

    @Test
    void theFirstPageSaysWhatToDoNext() {
        home().body("next.lessonId", equalTo(first))
                .body("next.why", equalTo("NEXT"))
                .body("due", hasSize(0))
                .body("courses[0].progress.total", equalTo(3))
                .body("courses[0].classes.name", contains("8A2"));

        report(student, second, 60, "b1");
        home().body("next.lessonId", equalTo(second))
                .body("next.why", equalTo("BEGUN"))
                .body("next.partsLeft", equalTo(1))
                .body("next.minutesLeft", equalTo(10));

        course.rule(third, List.of(), List.of(), List.of(dates(null, null, null, YESTERDAY, false)));
        home().body("next.lessonId", equalTo(third))
                .body("next.why", equalTo("LATE"))
                .body("due.kind", contains("LESSON"))
                .body("due[0].title", equalTo("Bài 3"));

        report(student, third, 60, "b1", "b2");
        home().body("next.lessonId", equalTo(second)).body("due", hasSize(0));
    }

    @Test
    void theTeacherSeesWhoIsBehindAndRemindsOnceADay() {
        var other = school.tokenOf(school.second(), Role.STUDENT);
        List.of(first, second).forEach(lesson -> report(other, lesson, 60, "b1", "b2"));
        report(student, first, 60, "b1");
        course.rule(first, List.of(), List.of(), List.of(dates(null, null, null, YESTERDAY, false)));

        sheet().body("mayRemind", equalTo(true))
                .body("classes[0].lessons.done", contains(1, 1, 0))
                .body("classes[0].lessons.late", contains(1, 0, 0))
                .body("classes[0].learners.name", contains("Lê Hoàng An", "Nguyễn Hoàng Bảo Ngọc"))
                .body("classes[0].learners.slow", contains(false, true))
                .body("classes[0].learners.done", contains(2, 0))
                .body("classes[0].learners[1].at.lessonId", equalTo(first))
                .body("classes[0].learners[1].at.missing[0].soFar", equalTo(1))
                .body("classes[0].learners[1].late.lessonId", contains(first))
                .body("classes[0].learners[1].seenAt", notNullValue())
                .body("classes[0].learners[1].remindedAt", nullValue());

        remind("  Em học nốt   bài 1 nhé ")
                .body("reminded", contains(school.first().toString()));
        remind("Lần nữa").body("reminded", hasSize(0));
        sheet().body("classes[0].learners[1].remindedAt", notNullValue());
        home().body("messages.text", contains("Em học nốt bài 1 nhé"))
                .body("messages[0].teacher", equalTo("Trần Thị Thu Huyền"));
    }

    @Test
    void onlyItsAuthorsRemindAndOnlyThoseWhoLearnIt() {
        var head = school.tokenOf(school.head(), Role.HEAD);
        var body = Map.of("learnerIds", List.of(school.first()), "text", "Học nhé");
        var path = "/course-reminders/" + course.id;

        as(head).get("/course-standing/" + course.id).then().statusCode(200).body("mayRemind", equalTo(false));
        as(head).body(body).post(path).then().statusCode(403);
        as(student).body(body).post(path).then().statusCode(403);
        as(student).get("/course-standing/" + course.id).then().statusCode(403);
        as(course.teacher)
                .body(Map.of("learnerIds", List.of(school.head()), "text", "Học nhé"))
                .post(path)
                .then()
                .statusCode(422)
                .body("slug", equalTo("reminder-without-learners"));
    }

    @Test
    void whatTwoDevicesWroteStandsTogether() {
        read(student, first).body("note.text", equalTo("")).body("note.revision", equalTo(0));
        note("p = F/S", 0).body("revision", equalTo(1));
        note("p = F/S", 0).body("revision", equalTo(1));
        note("p = F/S, đơn vị Pa", 1).body("revision", equalTo(2));
        note("Hỏi cô câu 3", 1).body("text", equalTo("p = F/S, đơn vị Pa\n\nHỏi cô câu 3"));

        read(student, first).body("note.revision", equalTo(3));
        read(school.tokenOf(school.second(), Role.STUDENT), first).body("note.text", equalTo(""));
        as(course.teacher)
                .body(Map.of("text", "x", "known", 0))
                .put("/lesson-notes/" + first)
                .then()
                .statusCode(403);
    }

    @Test
    void whatOneHoldsOfTheOtherIsNotSaidTwice() {
        assertEquals("a b", LessonNotes.together("a b", "a"));
        assertEquals("a b", LessonNotes.together("a", "a b"));
        assertEquals("a\n\nb", LessonNotes.together("a\n", "b"));
    }

    private ValidatableResponse note(String text, int known) {
        return as(student)
                .body(Map.of("text", text, "known", known))
                .put("/lesson-notes/" + first)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse remind(String text) {
        return as(course.teacher)
                .body(Map.of("learnerIds", List.of(school.first()), "text", text))
                .post("/course-reminders/" + course.id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse sheet() {
        return as(course.teacher).get("/course-standing/" + course.id).then().statusCode(200);
    }

    private ValidatableResponse home() {
        return as(student).get("/home").then().statusCode(200);
    }
}
