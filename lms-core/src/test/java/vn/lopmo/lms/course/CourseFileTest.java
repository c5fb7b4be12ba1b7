package vn.lopmo.lms.course;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.cartridge.OthersCartridges;
import vn.lopmo.platform.caller.Role;

@QuarkusTest
@TestProfile(SignedTokens.class)
class CourseFileTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private Desk teacher;

    @BeforeEach
    void aTeacher() {
        school = schools.make();
        teacher = new Desk(school.tokenOf(school.teacher(), Role.TEACHER));
    }

    @Test
    void aCourseGoesOutAsACartridgeAndComesInAgain() throws IOException {
        var picture = given().auth()
                .oauth2(teacher.token)
                .multiPart("file", "dap.png", PictureHeaderTest.picture("png", 30, 20), "image/png")
                .post("/media")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("url");
        var course = teacher.course("Khoa học tự nhiên 8", school.classId());
        var lesson = teacher.lesson(teacher.section(course, "Chương III"), "Bài 16. Áp suất chất lỏng");
        teacher.send(
                lesson,
                Desk.adding(
                        Desk.text("a", "<h2>Mở bài</h2><p>Nước ép</p>"),
                        Map.of("id", "b", "kind", "picture", "url", picture, "alt", "Đập nước", "caption", "Đập"),
                        Map.of(
                                "id",
                                "c",
                                "kind",
                                "embed",
                                "url",
                                "https://youtu.be/dQw4w9WgXcQ",
                                "title",
                                "Vì sao nổi"),
                        Map.of("id", "d", "kind", "discussion", "title", "Trao đổi", "html", "<p>Vì sao?</p>")));

        var file = teacher.as()
                .get("/course-files/" + course + "/cartridge")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("imscc"))
                .extract()
                .asByteArray();
        var out = System.getProperty("cartridge.out");
        if (out != null) {
            Files.write(Path.of(out), file);
        }

        var taken = take(teacher, file, "khtn", 8)
                .statusCode(201)
                .body("lessons", equalTo(1))
                .body("left", empty());
        var sections = teacher.as()
                .get("/courses/" + taken.extract().<String>path("id"))
                .then()
                .body("title", equalTo("Khoa học tự nhiên 8"))
                .body("sections.title", contains("Chương III"))
                .body("sections[0].lessons.title", contains("Bài 16. Áp suất chất lỏng"));
        var draft = teacher.as()
                .get("/lessons/" + sections.extract().<String>path("sections[0].lessons[0].id") + "/draft")
                .then()
                .body("blocks.kind", contains("text", "embed", "discussion"))
                .body("blocks[1].url", equalTo("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"));
        var html = draft.extract().<String>path("blocks[0].html");
        assertTrue(html.contains("Nước ép") && html.contains("/api/lms/media/"), html);
    }

    @Test
    void aCartridgeThatOthersMadeComesInWithItsStructure() {
        var taken = take(teacher, OthersCartridges.ofOneOne(), "khtn", 8)
                .statusCode(201)
                .body("sections", equalTo(2))
                .body("lessons", equalTo(3))
                .body("left", contains("pages/img/dam.png", "Handout"))
                .extract()
                .<String>path("id");

        teacher.as()
                .get("/courses/" + taken)
                .then()
                .body("sections.title", contains("Week 1", "Week 2"))
                .body("sections[0].lessons.title", contains("Pressure", "Liquids"));
    }

    @Test
    void aLessonGoesOutAsScorm() {
        var lesson = teacher.lesson(school.classId());
        teacher.send(lesson, Desk.adding(Desk.text("a", "<p>Nước ép</p>")));

        var file = teacher.as()
                .get("/course-files/lessons/" + lesson + "/scorm")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertEquals('P', file[0]);
        teacher.as()
                .get("/course-files/" + teacher.course("Trống") + "/scorm")
                .then()
                .statusCode(409)
                .body("slug", equalTo("course-empty"));
    }

    @Test
    void onlyItsAuthorsTakeItOutAndOnlyTeachersIn() {
        var course = teacher.course("Khoa học tự nhiên 8", school.classId());
        var other = schools.make();
        new Desk(other.tokenOf(other.teacher(), Role.TEACHER))
                .as()
                .get("/course-files/" + course + "/cartridge")
                .then()
                .statusCode(404);
        new Desk(school.tokenOf(school.first(), Role.STUDENT))
                .as()
                .get("/course-files/" + course + "/cartridge")
                .then()
                .statusCode(403);
        var head = new Desk(school.tokenOf(school.head(), Role.HEAD));
        take(head, OthersCartridges.ofOneTwo(), "khtn", 8).statusCode(403);
        take(teacher, OthersCartridges.ofOneTwo(), "khtn", 13).statusCode(422).body("slug", equalTo("unknown-grade"));
        take(teacher, OthersCartridges.ofOneTwo(), "phep", 8).statusCode(422).body("slug", equalTo("unknown-subject"));
        take(teacher, "no zip".getBytes(), "khtn", 8)
                .statusCode(422)
                .body("slug", equalTo("cartridge-without-manifest"));
    }

    private static ValidatableResponse take(Desk who, byte[] file, String subject, int grade) {
        return given().auth()
                .oauth2(who.token)
                .multiPart("file", "course.imscc", file, "application/zip")
                .multiPart("subject", subject)
                .multiPart("grade", grade)
                .post("/course-files")
                .then();
    }
}
