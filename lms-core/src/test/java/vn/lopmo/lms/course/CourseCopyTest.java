package vn.lopmo.lms.course;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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

@QuarkusTest
@TestProfile(SignedTokens.class)
class CourseCopyTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private Desk huyen;
    private Desk duc;
    private String course;
    private String published;

    @BeforeEach
    void aCourseWithALessonThatIsPublishedAndOneThatIsNot() {
        school = schools.make();
        huyen = new Desk(school.tokenOf(school.teacher(), Role.TEACHER));
        duc = new Desk(school.tokenOf(schools.join(school.school(), "Lê Văn Đức", Set.of(Role.TEACHER)), Role.TEACHER));
        course = huyen.course("KHTN 8 năm ngoái", school.classId());
        var section = huyen.section(course, "Chương III");
        published = huyen.lesson(section, "Bài 16");
        huyen.send(
                published,
                Desk.adding(
                        Desk.text("a", "<p>Áp suất</p>"),
                        Map.of("id", "q", "kind", "quiz", "assignmentId", UUID.randomUUID(), "title", "Tự kiểm tra")));
        huyen.publish(published).statusCode(200);
        huyen.known = 2;
        huyen.lesson(section, "Bài 17, chưa xong");
    }

    @Test
    void aTeacherTakesHisOwnCourseAlongDraftsAndAll() {
        var copy = copied(huyen, course, Map.of("title", "KHTN 8 năm nay", "classIds", List.of(school.classId())));

        var whole = huyen.as().get("/courses/" + copy).then().statusCode(200);
        whole.body("title", equalTo("KHTN 8 năm nay"))
                .body("origin.title", equalTo("KHTN 8 năm ngoái"))
                .body("classes.name", contains("8A2"))
                .body("sections.title", contains("Chương III"))
                .body("sections[0].lessons.title", contains("Bài 16", "Bài 17, chưa xong"))
                .body("sections[0].lessons.state", contains("DRAFT", "DRAFT"));
        huyen.as()
                .get("/lessons/" + whole.extract().<String>path("sections[0].lessons[0].id") + "/draft")
                .then()
                .body("blocks.id", contains("a", "q"))
                .body("blocks[1].assignmentId", nullValue());
    }

    @Test
    void aColleagueCopiesWhatIsSharedAndPublished() {
        var wish = Map.<String, Object>of("title", "KHTN 8 của Đức", "classIds", List.of());
        duc.as().get("/courses/sources").then().statusCode(200).body("", empty());
        duc.as().body(wish).post("/courses/" + course + "/copies").then().statusCode(403);
        share("SCHOOL", false).statusCode(204);

        duc.as()
                .get("/courses/sources")
                .then()
                .body("title", contains("KHTN 8 năm ngoái"))
                .body("[0].teacher", equalTo("Trần Thị Thu Huyền"))
                .body("[0].mine", equalTo(false));
        duc.as()
                .get("/courses/" + course)
                .then()
                .statusCode(200)
                .body("mayEdit", equalTo(false))
                .body("sections[0].lessons.title", contains("Bài 16"));
        var copy = copied(duc, course, wish);
        duc.as()
                .get("/courses/" + copy)
                .then()
                .body("sections[0].lessons.title", contains("Bài 16"))
                .body("origin.teacherId", equalTo(school.teacher().toString()));
        var again = copied(duc, copy, Map.of("title", "Bản nữa", "classIds", List.of()));
        duc.as()
                .get("/courses/" + again)
                .then()
                .body("origin.teacherId", equalTo(school.teacher().toString()));
    }

    @Test
    void aTemplateStandsFirstAndIsForTheWholeSchool() {
        duc.course("Của Đức");
        share("NONE", true).statusCode(204);

        duc.as()
                .get("/courses/sources")
                .then()
                .body("template", contains(true, false))
                .body("title", contains("KHTN 8 năm ngoái", "Của Đức"));
        duc.as()
                .body(Map.of("sharing", "SCHOOL", "template", false))
                .put("/courses/" + course + "/sharing")
                .then()
                .statusCode(403);
    }

    @Test
    void aLessonAloneIsCopiedIntoAnotherCourse() {
        share("SCHOOL", false);
        var target = duc.section(duc.course("Của Đức"), "Chương I");

        var copy = duc.as()
                .body(Map.of("sectionId", target))
                .post("/lessons/" + published + "/copies")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        duc.as().get("/lessons/" + copy + "/draft").then().body("title", equalTo("Bài 16"));
        duc.as()
                .body(Map.of("sectionId", UUID.randomUUID()))
                .post("/lessons/" + published + "/copies")
                .then()
                .statusCode(404);
    }

    @Test
    void nothingOfItLeavesTheSchool() {
        share("SCHOOL", true);
        var other = schools.make();
        var stranger = new Desk(other.tokenOf(other.teacher(), Role.TEACHER));

        stranger.as().get("/courses/sources").then().statusCode(200).body("", empty());
        stranger.as()
                .body(Map.of("title", "x", "classIds", List.of()))
                .post("/courses/" + course + "/copies")
                .then()
                .statusCode(404);
        new Desk(school.tokenOf(school.first(), Role.STUDENT))
                .as()
                .get("/courses/sources")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse share(String with, boolean template) {
        return huyen.as()
                .body(Map.of("sharing", with, "template", template))
                .put("/courses/" + course + "/sharing")
                .then();
    }

    private static String copied(Desk who, String course, Map<String, Object> wish) {
        return who.as()
                .body(wish)
                .post("/courses/" + course + "/copies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
