package vn.lopmo.lms.notice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.Desk;
import vn.lopmo.platform.caller.Role;

/// Whoever has a word to say on a lesson hears of it, and its authors hear what was said.
@QuarkusTest
@TestProfile(SignedTokens.class)
class ReviewNewsTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private Desk author;
    private String leader;
    private String head;
    private String lesson;

    @BeforeEach
    void aLessonInASchoolThatReviews() {
        school = schools.make();
        var leads = schools.join(school.school(), "Lê Văn Đức", Set.of(Role.TEACHER));
        author = new Desk(school.tokenOf(school.teacher(), Role.TEACHER));
        leader = school.tokenOf(leads, Role.TEACHER);
        head = school.tokenOf(school.head(), Role.HEAD);
        as(head).body(Map.of(
                        "name", "Tổ KHTN", "subjects", List.of("khtn"), "leaderId", leads, "memberIds", List.of(leads)))
                .post("/subject-groups")
                .then()
                .statusCode(201);
        as(head).body(Map.of("road", "GROUP_HEAD"))
                .put("/lesson-reviews/setting")
                .then();
        lesson = author.lesson(school.classId());
        author.send(lesson, Desk.adding(Desk.text("a", "<p>Áp suất</p>")));
    }

    private String handIn() {
        int revision = author.as().get("/lessons/" + lesson + "/draft").path("revision");
        return author.as()
                .body(Map.of("revision", revision))
                .post("/lessons/" + lesson + "/reviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void decide(String token, String review, @Nullable String reason) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("reason", reason);
        as(token)
                .body(body)
                .post("/lesson-reviews/" + review + "/decision")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse notices(String token) {
        return as(token).get("/notices").then().statusCode(200);
    }

    @Test
    void fromTheLeaderToTheHeadToTheAuthor() {
        var review = handIn();
        notices(leader)
                .body("notices.kind", contains("REVIEW_ASKED"))
                .body("notices[0].targetId", equalTo(review))
                .body("notices[0].title", equalTo("Bài 16. Áp suất chất lỏng"));
        notices(head).body("notices", empty());

        decide(leader, review, null);
        notices(leader).body("notices", empty());
        notices(head).body("notices.kind", contains("REVIEW_ASKED"));

        decide(head, review, null);
        notices(head).body("notices", empty());
        notices(author.token)
                .body("notices.kind", contains("REVIEW_APPROVED"))
                .body("notices[0].targetId", equalTo(lesson));
    }

    @Test
    void whatComesBackSaysWhyAndIsAskedAnew() {
        decide(leader, handIn(), "Phần mở bài còn thiếu.");
        notices(author.token)
                .body("notices.kind", contains("REVIEW_RETURNED"))
                .body("notices[0].detail", equalTo("Phần mở bài còn thiếu."));

        var second = handIn();
        notices(leader).body("notices.targetId", contains(second));
        author.as().delete("/lesson-reviews/" + second).then().statusCode(204);
        notices(leader).body("notices", empty());
    }

    @Test
    void itIsSwitchedOffLikeAnyOther() {
        as(leader)
                .body(Map.of("shown", false, "mailed", false))
                .put("/notice-wishes/kinds/REVIEW_ASKED")
                .then()
                .statusCode(200);
        handIn();
        notices(leader).body("notices", empty());
    }
}
