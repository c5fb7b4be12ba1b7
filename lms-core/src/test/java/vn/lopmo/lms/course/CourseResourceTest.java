package vn.lopmo.lms.course;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

@QuarkusTest
@TestProfile(SignedTokens.class)
class CourseResourceTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private String teacher;
    private String student;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        student = school.tokenOf(school.first(), Role.STUDENT);
    }

    @Test
    void aCourseIsMadeAndArranged() {
        var course = course();
        var one = section(course, "Chương I");
        var two = section(course, "Chương II");
        var a = lesson(one, "Bài 1");
        var b = lesson(one, "Bài 2");

        as(teacher)
                .body(Map.of(
                        "sections",
                        List.of(Map.of("id", two, "lessons", List.of(b)), Map.of("id", one, "lessons", List.of(a)))))
                .put("/courses/" + course + "/outline")
                .then()
                .statusCode(204);

        as(teacher)
                .get("/courses/" + course)
                .then()
                .statusCode(200)
                .body("mayEdit", equalTo(true))
                .body("classes.name", contains("8A2"))
                .body("sections.title", contains("Chương II", "Chương I"))
                .body("sections[0].lessons.title", contains("Bài 2"))
                .body("sections[0].lessons.state", contains("DRAFT"));
        as(teacher)
                .body(Map.of("sections", List.of(Map.of("id", two, "lessons", List.of(b)))))
                .put("/courses/" + course + "/outline")
                .then()
                .statusCode(409)
                .body("slug", equalTo("changed-meanwhile"));
        as(teacher).delete("/sections/" + one).then().statusCode(409).body("slug", equalTo("section-not-empty"));
        as(teacher).delete("/lessons/" + a).then().statusCode(204);
        as(teacher).delete("/sections/" + one).then().statusCode(204);
        as(teacher)
                .body(Map.of("title", "  KHTN   8 "))
                .patch("/courses/" + course)
                .then()
                .statusCode(200);
        as(teacher).get("/courses").then().body("title", contains("KHTN 8")).body("[0].lessonCount", equalTo(1));
    }

    @Test
    void aDraftIsSavedPublishedAndReadByTheClassOnly() {
        var course = course();
        var lesson = lesson(section(course, "Chương I"), "Bài 16");
        as(student).get("/courses/" + course).then().statusCode(200).body("sections", empty());
        as(student).get("/lessons/" + lesson).then().statusCode(404);

        save(lesson, 1, "<p>Chào <script>x</script></p>").statusCode(200).body("revision", equalTo(2));
        save(lesson, 1, "<p>Khác</p>").statusCode(409).body("slug", equalTo("changed-meanwhile"));
        as(teacher)
                .body(Map.of("revision", 1))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(409);
        publish(lesson, 2).statusCode(200).body("version", equalTo(1));
        publish(lesson, 2).statusCode(200).body("version", equalTo(1));

        as(student)
                .get("/lessons/" + lesson)
                .then()
                .statusCode(200)
                .body("blocks[0].html", equalTo("<p>Chào </p>"))
                .body("blocks[0].kind", equalTo("text"))
                .body("indicators", contains("1.1.TC2b"))
                .body("previous", nullValue())
                .body("progress.share", equalTo(0));
        as(student).get("/lessons/" + lesson + "/draft").then().statusCode(403);
        as(teacher).delete("/lessons/" + lesson).then().statusCode(409);
        save(lesson, 2, "<p>Mới</p>").statusCode(200);
        as(student).get("/lessons/" + lesson).then().body("blocks[0].html", equalTo("<p>Chào </p>"));
        as(teacher)
                .get("/lessons/" + lesson + "/draft")
                .then()
                .body("blocks[0].html", equalTo("<p>Mới</p>"))
                .body("publishedVersion", equalTo(1));
        as(teacher)
                .get("/home")
                .then()
                .body("drafts.lessonId", contains(lesson))
                .body("classes.students", contains(2));
    }

    @Test
    void anotherSchoolsCourseIsNotThere() {
        var course = course();
        var lesson = lesson(section(course, "Chương I"), "Bài 16");
        var other = schools.make();

        for (var token : List.of(
                other.tokenOf(other.teacher(), Role.TEACHER),
                other.tokenOf(other.head(), Role.HEAD),
                other.tokenOf(other.first(), Role.STUDENT))) {
            as(token).get("/courses/" + course).then().statusCode(404);
            as(token).get("/lessons/" + lesson).then().statusCode(404);
            as(token).get("/lessons/" + lesson + "/draft").then().statusCode(404);
            as(token)
                    .body(Map.of("title", "x"))
                    .patch("/courses/" + course)
                    .then()
                    .statusCode(404);
        }
        as(school.tokenOf(school.head(), Role.HEAD))
                .get("/courses/" + course)
                .then()
                .statusCode(200);
        as(school.tokenOf(UUID.randomUUID(), Role.TEACHER))
                .get("/courses/" + course)
                .then()
                .statusCode(403);
    }

    @Test
    void whatCannotBeTakenIsRefusedInVietnameseAndChangesNothing() {
        as(student).body(newCourse("Tin 8")).post("/courses").then().statusCode(403);
        as(teacher)
                .body(newCourse("x".repeat(15_000_000)))
                .post("/courses")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("title"))
                .body("title", equalTo("Có chỗ chưa đúng. Xem lại các ô được đánh dấu."));
        as(teacher)
                .body(Map.of("title", "x", "subject", "phep-thuat", "grade", 8, "classIds", List.of()))
                .post("/courses")
                .then()
                .statusCode(422)
                .body("slug", equalTo("unknown-subject"));
        as(teacher)
                .body(Map.of("title", "x", "subject", "toan", "grade", 8, "classIds", List.of(UUID.randomUUID())))
                .post("/courses")
                .then()
                .statusCode(422)
                .body("slug", equalTo("class-not-taught"));
        as(teacher).get("/courses").then().statusCode(200).body("", hasSize(0));
        var lesson = lesson(section(course(), "Chương I"), "Bài 16");
        save(lesson, 1, "x".repeat(110_000))
                .statusCode(422)
                .body("slug", equalTo("text-too-long"))
                .body("fields[0].field", equalTo("blocks[0].html"))
                .body("title", equalTo("Đoạn này quá dài nên chưa lưu được. Chia nó thành nhiều khối."));
        as(teacher).get("/lessons/" + lesson + "/draft").then().body("revision", equalTo(1));
    }

    @Test
    void picturesAreTakenWhenTheyAreAndGivenToTheSchoolOnly() throws IOException {
        var png = PictureHeaderTest.picture("png", 30, 20);
        var id = given().auth()
                .oauth2(teacher)
                .multiPart("file", "đập nước.png", png, "image/png")
                .post("/media")
                .then()
                .statusCode(201)
                .body("width", equalTo(30))
                .body("url", notNullValue())
                .extract()
                .<String>path("id");

        var given = as(student).get("/media/" + id).then().statusCode(200).header("X-Content-Type-Options", "nosniff");
        assertArrayEquals(png, given.contentType("image/png").extract().asByteArray());
        var other = schools.make();
        as(other.tokenOf(other.head(), Role.HEAD)).get("/media/" + id).then().statusCode(404);
        given().auth()
                .oauth2(teacher)
                .multiPart("file", "a.png", "<svg/>".getBytes(StandardCharsets.UTF_8), "image/png")
                .post("/media")
                .then()
                .statusCode(422)
                .body("slug", equalTo("not-a-picture"));
        given().auth()
                .oauth2(student)
                .multiPart("file", "a.png", png, "image/png")
                .post("/media")
                .then()
                .statusCode(403);
    }

    private String course() {
        return as(teacher)
                .body(newCourse("Khoa học tự nhiên 8"))
                .post("/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> newCourse(String title) {
        return Map.of("title", title, "subject", "khtn", "grade", 8, "classIds", List.of(school.classId()));
    }

    private String section(String course, String title) {
        return as(teacher)
                .body(Map.of("title", title))
                .post("/courses/" + course + "/sections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String lesson(String section, String title) {
        return as(teacher)
                .body(Map.of("title", title))
                .post("/sections/" + section + "/lessons")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse save(String lesson, int revision, String html) {
        return as(teacher)
                .body(Map.of(
                        "revision",
                        revision,
                        "title",
                        "Bài 16. Áp suất chất lỏng",
                        "summary",
                        "",
                        "minutes",
                        20,
                        "blocks",
                        List.of(Map.of("id", "b1", "kind", "text", "html", html)),
                        "indicators",
                        List.of("1.1TC2b")))
                .put("/lessons/" + lesson + "/draft")
                .then();
    }

    private ValidatableResponse publish(String lesson, int revision) {
        return as(teacher)
                .body(Map.of("revision", revision))
                .post("/lessons/" + lesson + "/publish")
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
