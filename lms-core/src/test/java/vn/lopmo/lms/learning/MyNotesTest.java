package vn.lopmo.lms.learning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// A learner's own notes over all his lessons.
@QuarkusTest
@TestProfile(SignedTokens.class)
class MyNotesTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private String pupil;
    private String other;
    private String first;
    private String second;

    @BeforeEach
    void twoLessonsWithNotes() {
        school = schools.make();
        pupil = school.tokenOf(school.first(), Role.STUDENT);
        other = school.tokenOf(school.second(), Role.STUDENT);
        var taught = new TaughtCourse(school);
        first = taught.lesson(taught.section, "Bài 16. Áp suất");
        second = taught.lesson(taught.section, "Bài 17. Lực đẩy");
        write(pupil, first, "Áp suất bằng lực chia diện tích.");
        write(pupil, second, "Vật nổi khi nhẹ hơn nước.");
        write(other, first, "Của bạn khác.");
    }

    private static void write(String token, String lesson, String text) {
        as(token)
                .body(Map.of("text", text, "known", 0))
                .put("/lesson-notes/" + lesson)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse mine(String q) {
        return as(pupil).queryParam("q", q).get("/my/lesson-notes").then().statusCode(200);
    }

    @Test
    void theyAreListedAndFoundWithoutAccents() {
        mine("").body("lessonTitle", contains("Bài 17. Lực đẩy", "Bài 16. Áp suất"))
                .body("open", contains(true, true))
                .body("[0].courseTitle", equalTo("KHTN 8"))
                .body("[0].revision", equalTo(1));
        mine("dien tich").body("lessonId", contains(first));
        mine("lực đẩy").body("lessonId", contains(second));
        mine("bạn khác").body("", empty());
        as(school.tokenOf(school.teacher(), Role.TEACHER))
                .get("/my/lesson-notes")
                .then()
                .statusCode(403);
    }

    @Test
    void theyAreMendedAndThrownAwayUnlessChangedSince() {
        as(pupil)
                .body(Map.of("text", "p = F/S", "known", 1))
                .put("/my/lesson-notes/" + first)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        as(pupil)
                .delete("/my/lesson-notes/" + first + "?known=1")
                .then()
                .statusCode(409)
                .body("slug", equalTo("changed-meanwhile"));
        as(pupil).delete("/my/lesson-notes/" + first + "?known=2").then().statusCode(204);
        mine("").body("lessonId", contains(second));
        as(pupil)
                .delete("/my/lesson-notes/" + first + "?known=2")
                .then()
                .statusCode(404)
                .body("slug", equalTo("note-not-found"));
        as(other).get("/my/lesson-notes").then().body("text", contains("Của bạn khác."));
    }

    @Test
    void aDeviceThatStillHoldsWhatWasThrownAwayWritesOverNothing() {
        as(pupil).delete("/my/lesson-notes/" + first + "?known=1").then().statusCode(204);
        as(pupil)
                .body(Map.of("text", "Cũ.", "known", 1))
                .put("/my/lesson-notes/" + first)
                .then()
                .statusCode(404);
        mine("").body("lessonId", contains(second));
        String again = "Viết lại từ đầu.";
        write(pupil, first, again);

        as(pupil)
                .body(Map.of("text", "Áp suất, máy cũ.", "known", 1))
                .put("/lesson-notes/" + first)
                .then()
                .statusCode(200)
                .body("text", equalTo(again + "\n\nÁp suất, máy cũ."));
    }

    @Test
    void oneThatIsEmptiedMayBeWrittenOn() {
        as(pupil)
                .body(Map.of("text", "", "known", 1))
                .put("/my/lesson-notes/" + first)
                .then()
                .statusCode(200);
        as(pupil)
                .body(Map.of("text", "Lại có chữ.", "known", 2))
                .put("/my/lesson-notes/" + first)
                .then()
                .statusCode(200)
                .body("revision", equalTo(3));
    }

    @Test
    void theyStayHisWhenHeLearnsElsewhere() {
        schools.move(school, school.first(), "8A9");

        mine("").body("open", contains(false, false));
        as(pupil)
                .body(Map.of("text", "Vẫn sửa được.", "known", 1))
                .put("/my/lesson-notes/" + second)
                .then()
                .statusCode(200)
                .body("text", equalTo("Vẫn sửa được."));
    }
}
