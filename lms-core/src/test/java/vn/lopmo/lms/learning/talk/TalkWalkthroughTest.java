package vn.lopmo.lms.learning.talk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.learning.task.AtSchool;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.person.PersonRows;
import vn.lopmo.platform.sql.Rows;

/// A class talks about a lesson; a learner asks his teacher and is answered.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TalkWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<PersonErased> erased;

    @Inject
    PersonRows held;

    @Inject
    Rows rows;

    private AtSchool at;

    @BeforeEach
    void aLessonWithADiscussion() {
        at = new AtSchool(schools.make());
    }

    private ValidatableResponse read(String token) {
        return as(token).get("/lesson-talks/" + at.lesson + "/d1").then();
    }

    private ValidatableResponse say(String token, UUID key, String html, @Nullable String parent) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("key", key);
        body.put("html", html);
        body.put("parentId", parent);
        return as(token).body(body).post("/lesson-talks/" + at.lesson + "/d1").then();
    }

    private String said(String token, String html, @Nullable String parent) {
        return say(token, UUID.randomUUID(), html, parent)
                .statusCode(200)
                .extract()
                .path("posts[-1].id");
    }

    @Test
    void aClassTalksAndItsTeacherModerates() {
        var key = UUID.randomUUID();
        say(at.first, key, "<p>Vì <b>nước</b><script>alert(1)</script> nóng lên.</p>", null)
                .statusCode(200)
                .body("posts.html", contains("<p>Vì <b>nước</b> nóng lên.</p>"));
        String thread = say(at.first, key, "<p>Lần hai</p>", null)
                .body("posts", hasSize(1))
                .extract()
                .path("posts[0].id");
        var answer = said(at.second, "<p>Em nghĩ khác ạ.</p>", thread);
        said(at.teacher, "<p>Cả hai em đúng một phần.</p>", answer);

        read(at.first)
                .statusCode(200)
                .body("title", equalTo("Vì sao?"))
                .body("posts.name", contains("Nguyễn Hoàng Bảo Ngọc", "Lê Hoàng An", "Trần Thị Thu Huyền"))
                .body("posts.parentId", contains(null, thread, thread))
                .body("posts.own", contains(true, false, false))
                .body("posts.mayChange", contains(true, false, false))
                .body("posts[2].byTeacher", equalTo(true))
                .body("mayModerate", equalTo(false));

        as(at.first)
                .body(Map.of("reason", "Lạc đề"))
                .put("/talk-posts/" + answer + "/hidden")
                .then()
                .statusCode(403);
        as(at.teacher)
                .body(Map.of("reason", "Lạc đề"))
                .put("/talk-posts/" + answer + "/hidden")
                .then()
                .statusCode(204);
        read(at.first)
                .body("posts[1].html", equalTo(""))
                .body("posts[1].hidden", nullValue())
                .body("posts[1].isHidden", equalTo(true));
        read(at.second).body("posts[1].hidden", equalTo("Lạc đề")).body("posts[1].mayChange", equalTo(false));
        as(at.second)
                .body(Map.of("html", "<p>Sửa</p>"))
                .put("/talk-posts/" + answer)
                .then()
                .statusCode(409);
        as(at.teacher).delete("/talk-posts/" + answer + "/hidden").then().statusCode(204);
        read(at.first).body("posts[1].html", equalTo("<p>Em nghĩ khác ạ.</p>"));

        as(at.second)
                .body(Map.of("html", "<p>Xen vào</p>"))
                .put("/talk-posts/" + thread)
                .then()
                .statusCode(403);
        as(at.first)
                .body(Map.of("html", "<p>Vì nước nở ra.</p>"))
                .put("/talk-posts/" + thread)
                .then()
                .statusCode(204);
        as(at.first)
                .body(Map.of("html", "<p> </p>"))
                .put("/talk-posts/" + thread)
                .then()
                .statusCode(422);
        as(at.first).delete("/talk-posts/" + thread).then().statusCode(204);
        read(at.second)
                .body("posts[0].deleted", equalTo(true))
                .body("posts[0].html", equalTo(""))
                .body("posts", hasSize(3));
    }

    @Test
    void anotherClassAndAnotherSchoolSeeNothing() {
        var post = said(at.first, "<p>Chào</p>", null);
        schools.move(at.school, at.school.second(), "8A9");

        read(at.second).statusCode(404);
        read(at.guardian).statusCode(404);
        read(at.head).statusCode(403);
        as(at.second)
                .body(Map.of("html", "<p>x</p>"))
                .put("/talk-posts/" + post)
                .then()
                .statusCode(404);
        var other = schools.make();
        read(other.tokenOf(other.teacher(), Role.TEACHER)).statusCode(404);

        // old words can be read, but not mended, when they are too old
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change(
                        "update talk_post set written_at = written_at - interval '31 minutes' where id = ?",
                        UUID.fromString(post)));
        as(at.first).delete("/talk-posts/" + post).then().statusCode(409).body("slug", equalTo("said-too-long-ago"));
        at.publish(AtSchool.task("Chỉ còn nhiệm vụ"));
        say(at.first, UUID.randomUUID(), "<p>Muộn</p>", null).statusCode(409).body("slug", equalTo("talk-closed"));
    }

    @Test
    void aQuestionWaitsUntilItIsAnswered() {
        var key = UUID.randomUUID();
        var path = "/lesson-questions/" + at.lesson;
        for (int i = 0; i < 2; i++) {
            as(at.first)
                    .body(Map.of("key", key, "blockId", "t1", "text", "Thưa cô,\ncâu b làm sao ạ?"))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("", hasSize(1))
                    .body("[0].waiting", equalTo(true))
                    .body("[0].lines.text", contains("Thưa cô,\ncâu b làm sao ạ?"));
        }
        as(at.second).get(path).then().statusCode(200).body("", empty());
        as(at.teacher).body(Map.of("key", key, "text", "x")).post(path).then().statusCode(403);

        String id = as(at.teacher)
                .get("/questions")
                .then()
                .statusCode(200)
                .body("learner", contains("Nguyễn Hoàng Bảo Ngọc"))
                .body("waiting", contains(true))
                .body("[0].lessonTitle", equalTo("Bài 1. Đơn thức"))
                .extract()
                .path("[0].id");
        var answer = Map.of("key", UUID.randomUUID(), "text", "Em xem lại mục 2 nhé.");
        as(at.second).body(answer).post("/questions/" + id + "/lines").then().statusCode(404);
        as(at.guardian).body(answer).post("/questions/" + id + "/lines").then().statusCode(404);
        for (int i = 0; i < 2; i++) {
            as(at.teacher)
                    .body(answer)
                    .post("/questions/" + id + "/lines")
                    .then()
                    .statusCode(200)
                    .body("waiting", equalTo(false))
                    .body("lines.byTeacher", contains(false, true));
        }
        as(at.first)
                .body(Map.of("key", UUID.randomUUID(), "text", "Em vẫn chưa hiểu ạ."))
                .post("/questions/" + id + "/lines")
                .then()
                .body("waiting", equalTo(true));
        as(at.first).get("/questions").then().body("[0].lines", hasSize(3));
        as(at.head).get("/questions").then().statusCode(403);
    }

    @Test
    void whatCameButWasNotAnsweredIsNoRefusalOnceItIsClosed() {
        var said = UUID.randomUUID();
        var answered = UUID.randomUUID();
        var asked = Map.of("key", UUID.randomUUID(), "text", "Thưa cô, câu b làm sao ạ?");
        String thread = say(at.second, UUID.randomUUID(), "<p>Vì sao?</p>", null)
                .extract()
                .path("posts[0].id");
        say(at.first, said, "<p>Vì nước</p>", null).statusCode(200);
        say(at.first, answered, "<p>Em nghĩ thế</p>", thread).statusCode(200);
        as(at.first).body(asked).post("/lesson-questions/" + at.lesson).then().statusCode(200);

        as(at.second).delete("/talk-posts/" + thread).then().statusCode(204);
        at.publish(AtSchool.task("Chỉ còn nhiệm vụ"));
        var opening = Map.of(
                "classId",
                at.school.classId(),
                "opensAt",
                Instant.now().plus(Duration.ofDays(1)).toString(),
                "closes",
                false,
                "waived",
                false);
        as(at.teacher)
                .body(Map.of("conditions", List.of(), "needs", List.of(), "openings", List.of(opening)))
                .put("/course-rules/" + at.course + "/lessons/" + at.lesson)
                .then()
                .statusCode(lessThan(300));

        say(at.first, said, "<p>Vì nước</p>", null).statusCode(200).body("posts", hasSize(3));
        say(at.first, answered, "<p>Em nghĩ thế</p>", thread).statusCode(200).body("open", equalTo(false));
        say(at.first, UUID.randomUUID(), "<p>Muộn</p>", null).statusCode(409);
        as(at.first)
                .body(asked)
                .post("/lesson-questions/" + at.lesson)
                .then()
                .statusCode(200)
                .body("lines.size()", equalTo(1));
        as(at.first)
                .body(Map.of("key", UUID.randomUUID(), "text", "Muộn"))
                .post("/lesson-questions/" + at.lesson)
                .then()
                .statusCode(409)
                .body("slug", equalTo("lesson-locked"));
    }

    @Test
    void nothingOfAnErasedLearnerStays() {
        var thread = said(at.first, "<p>Của em</p>", null);
        said(at.second, "<p>Trả lời</p>", thread);
        said(at.first, "<p>Không ai trả lời</p>", null);
        as(at.first)
                .body(Map.of("key", UUID.randomUUID(), "text", "Hỏi"))
                .post("/lesson-questions/" + at.lesson)
                .then()
                .statusCode(200);

        QuarkusTransaction.requiringNew()
                .run(() -> erased.fire(new PersonErased(at.school.school(), at.school.first(), Instant.now())));

        var left = held.of(at.school.first()).get("held");
        assertEquals(
                false,
                left.has("talk_post") || left.has("lesson_question") || left.has("question_line"),
                left::toString);
        read(at.second)
                .body("posts", hasSize(2))
                .body("posts[0].deleted", equalTo(true))
                .body("posts.erased", contains(true, false))
                .body("posts[0].name", equalTo(""))
                .body("posts[1].html", equalTo("<p>Trả lời</p>"));
    }
}
