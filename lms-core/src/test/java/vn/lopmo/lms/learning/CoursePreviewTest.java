package vn.lopmo.lms.learning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// A teacher goes through his course as a pupil of a class would, and leaves nothing behind.
@QuarkusTest
@TestProfile(SignedTokens.class)
class CoursePreviewTest {
    private static final Instant TOMORROW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));

    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private TaughtCourse course;
    private String student;
    private String first;
    private String second;

    @BeforeEach
    void aCourseOfTwoLessons() {
        school = schools.make();
        course = new TaughtCourse(school);
        student = school.tokenOf(school.first(), Role.STUDENT);
        first = course.lesson(course.section, "Bài 1");
        second = course.lesson(course.section, "Bài 2");
        course.rule(second, List.of(), List.of(Map.of("lessonId", first)), List.of())
                .statusCode(204);
    }

    @Test
    void itIsWhatAPupilOfTheClassGets() {
        var his = as(student).get("/courses/" + course.id).then().statusCode(200);
        var shown = preview("?class=" + school.classId()).statusCode(200);

        assertEquals(his.extract().asString(), shown.extract().asString());
        var page = read(student, first).extract().jsonPath().getMap("");
        var seen = lesson(first, "?class=" + school.classId())
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        page.remove("note");
        seen.remove("note");
        assertEquals(page, seen);
        lesson(second, "?class=" + school.classId())
                .body("lock.kind", equalTo("needs"))
                .body("blocks", empty());
    }

    @Test
    void ofANamedPupilItShowsWhatIsOpenToHimAndNothingThatHeDidInside() {
        course.rule(
                        second,
                        List.of(),
                        List.of(Map.of("lessonId", first)),
                        List.of(dates(null, school.second(), null, TOMORROW, false)))
                .statusCode(204);
        report(student, first, 90, "b1", "b2").statusCode(200);
        var asFirst = "?class=" + school.classId() + "&as=" + school.first();

        preview(asFirst)
                .body("sections[0].lessons[0].progress.done", equalTo(true))
                .body("sections[0].lessons[0].progress.share", equalTo(0))
                .body("sections[0].lessons[1].lock", nullValue());
        lesson(first, asFirst)
                .body("progress.seen", empty())
                .body("progress.seconds", equalTo(0))
                .body("note", nullValue());
        preview("?class=" + school.classId() + "&as=" + school.second())
                .body("sections[0].lessons[1].lock.kind", equalTo("needs"))
                .body("sections[0].lessons[1].until", equalTo(TOMORROW.toString()));
        as(student).get("/my/privacy/looks").then().body("what", contains("standing"));

        preview("?class=" + school.classId() + "&as=" + school.teacher()).statusCode(404);
        preview("?as=" + school.first()).statusCode(404);
    }

    @Test
    void aDraftIsShownBeforeItIsPublished() {
        var body = Map.of(
                "revision",
                2,
                "title",
                "Bài 2 mới",
                "summary",
                "",
                "minutes",
                20,
                "blocks",
                List.of(Map.of("id", "b1", "kind", "text", "html", "<p>Chữ mới</p>")),
                "indicators",
                List.of());
        as(course.teacher)
                .body(body)
                .put("/lessons/" + second + "/draft")
                .then()
                .statusCode(200);

        lesson(second, "?draft=true&class=" + school.classId())
                .statusCode(200)
                .body("title", equalTo("Bài 2 mới"))
                .body("lock", nullValue())
                .body("progress.done", equalTo(false));
        lesson(second, "?class=" + school.classId()).body("title", equalTo("Bài 2"));
        as(school.tokenOf(school.head(), Role.HEAD))
                .get("/course-previews/" + course.id + "/lessons/" + second + "?draft=true")
                .then()
                .statusCode(200);
    }

    @Test
    void whoTeachesItMayLookAndNobodyElse() {
        var head = school.tokenOf(school.head(), Role.HEAD);
        var stranger = schools.make();

        as(course.teacher)
                .get("/course-previews/" + course.id + "/choice")
                .then()
                .statusCode(200)
                .body("drafts", equalTo(true))
                .body("classes[0].learners", hasSize(2));
        as(head).get("/course-previews/" + course.id).then().statusCode(200);
        as(student).get("/course-previews/" + course.id).then().statusCode(403);
        as(stranger.tokenOf(stranger.teacher(), Role.TEACHER))
                .get("/course-previews/" + course.id)
                .then()
                .statusCode(404);
        preview("?class=" + stranger.classId()).statusCode(404);
        as(course.teacher)
                .get("/task-previews/" + first + "?class=" + stranger.classId())
                .then()
                .statusCode(404);
    }

    @Test
    void nothingThatIsDoneInItIsKept() {
        report(course.teacher, first, 60, "b1", "b2").statusCode(403);
        as(course.teacher)
                .body(Map.of("text", "Ghi chú", "known", 0))
                .put("/lesson-notes/" + first)
                .then()
                .statusCode(403);
        as(course.teacher)
                .body(Map.of("key", UUID.randomUUID(), "text", "Vì sao?"))
                .post("/lesson-questions/" + first)
                .then()
                .statusCode(403);
        as(course.teacher)
                .body(Map.of())
                .put("/course-previews/" + course.id + "/lessons/" + first + "/progress")
                .then()
                .statusCode(404);

        preview("?class=" + school.classId()).body("sections[0].lessons[0].progress.share", equalTo(0));
    }

    private ValidatableResponse preview(String how) {
        return as(course.teacher).get("/course-previews/" + course.id + how).then();
    }

    private ValidatableResponse lesson(String lesson, String how) {
        return as(course.teacher)
                .get("/course-previews/" + course.id + "/lessons/" + lesson + how)
                .then();
    }
}
