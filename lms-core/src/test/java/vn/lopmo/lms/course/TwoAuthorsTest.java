package vn.lopmo.lms.course;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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

@QuarkusTest
@TestProfile(SignedTokens.class)
class TwoAuthorsTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private Desk huyen;
    private Desk duc;
    private String course;
    private String lesson;

    @BeforeEach
    void aLessonOfTwo() {
        school = schools.make();
        var colleague = schools.join(school.school(), "Lê Văn Đức", Set.of(Role.TEACHER));
        huyen = new Desk(school.tokenOf(school.teacher(), Role.TEACHER));
        duc = new Desk(school.tokenOf(colleague, Role.TEACHER));
        course = huyen.course("Khoa học tự nhiên 8", school.classId());
        lesson = huyen.lesson(huyen.section(course, "Chương III"), "Bài 16");
        duc.as().get("/lessons/" + lesson + "/draft").then().statusCode(403);
        huyen.writesWith(course, colleague);
    }

    @Test
    void eachSeesWhatTheOtherWroteAndWhereHeIs() {
        huyen.send(lesson, Desk.adding(Desk.text("a", "<p>Mở bài</p>"), Desk.text("b", "<p>Thân bài</p>")))
                .body("present", empty());

        duc.ask(lesson)
                .statusCode(200)
                .body("order", contains("a", "b"))
                .body("news.blocks.html", contains("<p>Mở bài</p>", "<p>Thân bài</p>"))
                .body("present.name", contains("Trần Thị Thu Huyền"));
        duc.send(lesson, Map.of("blocks", List.of(Desk.text("b", "<p>Thân bài, sửa</p>")), "at", "b"));
        huyen.ask(lesson)
                .body("news.blocks.html", contains("<p>Thân bài, sửa</p>"))
                .body("present.name", contains("Lê Văn Đức"))
                .body("present.at", contains("b"));
    }

    @Test
    void nothingNewIsAShortAnswer() {
        huyen.send(lesson, Desk.adding(Desk.text("a", "<p>Mở bài</p>")));

        huyen.ask(lesson).statusCode(200).body("news", nullValue()).body("order", nullValue());
    }

    @Test
    void whatCannotBeMergedStandsBesideAndWaitsForAWord() {
        huyen.send(lesson, Desk.adding(Desk.text("a", "<p>Mở bài</p>")));
        duc.known = huyen.known;
        huyen.send(lesson, Desk.writing(Desk.text("a", "<p>Mở bài của cô Huyền</p>")));
        var copy = duc.send(lesson, Desk.writing(Desk.text("a", "<p>Mở bài của thầy Đức</p>")))
                .body("order", hasSize(2))
                .body("news.blocks.html", contains("<p>Mở bài của cô Huyền</p>"))
                .body("twins[0].by", equalTo("Lê Văn Đức"))
                .extract()
                .<String>path("copied.a");

        huyen.ask(lesson)
                .body("news.blocks.html", contains("<p>Mở bài của thầy Đức</p>"))
                .body("twins[0].copy", equalTo(copy));
        duc.publish(lesson).statusCode(409).body("slug", equalTo("lesson-has-twins"));
        duc.send(lesson, Map.of("removed", List.of(copy))).body("twins", empty());
        duc.publish(lesson).statusCode(200);
    }

    @Test
    void aChangeThatComesTwiceOrTooLateIsTakenOnce() {
        var first = Desk.adding(Desk.text("a", "<p>Một</p>"));
        huyen.send(lesson, first);
        huyen.send(lesson, Desk.writing(Desk.text("a", "<p>Một hai</p>")));

        huyen.sendAgain(lesson, first).statusCode(200).body("revision", equalTo(huyen.known));
        huyen.as()
                .get("/lessons/" + lesson + "/draft")
                .then()
                .body("blocks.html", contains("<p>Một hai</p>"))
                .body("revision", equalTo(3));
    }

    @Test
    void whatComesInIsCleanedAndBounded() {
        huyen.send(
                lesson,
                Map.of(
                        "fields",
                        Map.of("OUTCOMES", "<p onclick='x()'>Tính được áp suất</p>", "STEM_TOPIC", "  Cầu   và đập "),
                        "minutes",
                        90,
                        "indicators",
                        List.of("1.1TC2b")));
        huyen.as()
                .get("/lessons/" + lesson + "/draft")
                .then()
                .body("plan.outcomes", equalTo("<p>Tính được áp suất</p>"))
                .body("plan.stemTopic", equalTo("Cầu và đập"))
                .body("minutes", equalTo(90))
                .body("indicators", contains("1.1.TC2b"));
        huyen.send(
                        lesson,
                        Desk.adding(Map.of(
                                "id",
                                "v",
                                "kind",
                                "embed",
                                "url",
                                "https://youtu.be/dQw4w9WgXcQ",
                                "title",
                                "Vì sao nước nổi")))
                .statusCode(200);
        huyen.sendAgain(
                        lesson,
                        Desk.adding(Map.of("id", "v", "kind", "embed", "url", "https://example.org/x", "title", "x")))
                .statusCode(422)
                .body("slug", equalTo("embed-not-allowed"))
                .body("fields[0].field", equalTo("blocks[0].url"));
        huyen.sendAgain(lesson, Desk.adding(Desk.text("x y", "x")))
                .statusCode(422)
                .body("slug", equalTo("block-id-unusable"));
    }

    @Test
    void onlyItsAuthorsWriteAndOnlyItsTeacherNamesThem() {
        var change = Desk.adding(Desk.text("a", "<p>Chen vào</p>"));
        var stranger = new Desk(school.tokenOf(UUID.randomUUID(), Role.TEACHER));
        stranger.sendAgain(lesson, change).statusCode(403);
        new Desk(school.tokenOf(school.head(), Role.HEAD))
                .sendAgain(lesson, change)
                .statusCode(403);
        new Desk(school.tokenOf(school.first(), Role.STUDENT))
                .sendAgain(lesson, change)
                .statusCode(403);
        var other = schools.make();
        new Desk(other.tokenOf(other.teacher(), Role.TEACHER))
                .sendAgain(lesson, change)
                .statusCode(404);
        duc.as()
                .body(Map.of("personIds", List.of()))
                .put("/courses/" + course + "/authors")
                .then()
                .statusCode(403);
        huyen.as()
                .body(Map.of("personIds", List.of(school.first())))
                .put("/courses/" + course + "/authors")
                .then()
                .statusCode(422)
                .body("slug", equalTo("author-no-teacher"));
        duc.as().get("/courses").then().body("title", contains("Khoa học tự nhiên 8"));
        duc.as().get("/courses/" + course).then().body("mayEdit", equalTo(true)).body("mayNameAuthors", equalTo(false));
    }

    @Test
    void whatALessonWasCanBeLookedAtAndBroughtBack() {
        huyen.send(lesson, Desk.adding(Desk.text("a", "<p>Bản đầu</p>")));
        huyen.publish(lesson).statusCode(200);
        duc.known = huyen.known;
        duc.send(lesson, Desk.writing(Desk.text("a", "<p>Bản thầy Đức</p>")));
        var history = huyen.as().get("/lessons/" + lesson + "/history").then().statusCode(200);
        history.body("by", contains("Lê Văn Đức", "Trần Thị Thu Huyền", "Trần Thị Thu Huyền"))
                .body("version", contains(null, 1, null));
        var sitting = history.extract().<String>path("[0].snapshot");
        huyen.as()
                .get("/lessons/" + lesson + "/history/snapshots/" + sitting)
                .then()
                .body("blocks[0].html", equalTo("<p>Bản thầy Đức</p>"));
        huyen.as()
                .get("/lessons/" + lesson + "/history/versions/1")
                .then()
                .body("blocks[0].html", equalTo("<p>Bản đầu</p>"));

        huyen.as()
                .body(Map.of("version", 1))
                .post("/lessons/" + lesson + "/history/restore")
                .then()
                .statusCode(200);

        duc.ask(lesson).body("news.blocks[0].html", containsString("Bản đầu"));
        huyen.as().get("/lessons/" + lesson + "/history").then().body("by[0]", equalTo("Trần Thị Thu Huyền"));
        huyen.as()
                .body(Map.of("version", 9))
                .post("/lessons/" + lesson + "/history/restore")
                .then()
                .statusCode(404)
                .body("slug", equalTo("lesson-state-not-found"));
        var other = schools.make();
        Desk.as(other.tokenOf(other.head(), Role.HEAD))
                .get("/lessons/" + lesson + "/history")
                .then()
                .statusCode(404);
        Desk.as(school.tokenOf(school.first(), Role.STUDENT))
                .get("/lessons/" + lesson + "/history")
                .then()
                .statusCode(403);
    }
}
