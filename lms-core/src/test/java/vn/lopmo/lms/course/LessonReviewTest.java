package vn.lopmo.lms.course;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

@QuarkusTest
@TestProfile(SignedTokens.class)
class LessonReviewTest {
    @Inject
    TestSchools schools;

    @Inject
    EntityManager database;

    private TestSchools.Small school;
    private Desk author;
    private Desk leader;
    private Desk head;
    private String lesson;

    @BeforeEach
    void aLessonInASchoolWithAGroup() {
        school = schools.make();
        var leads = schools.join(school.school(), "Lê Văn Đức", Set.of(Role.TEACHER));
        author = new Desk(school.tokenOf(school.teacher(), Role.TEACHER));
        leader = new Desk(school.tokenOf(leads, Role.TEACHER));
        head = new Desk(school.tokenOf(school.head(), Role.HEAD));
        group(leads);
        lesson = author.lesson(school.classId());
        author.send(lesson, Desk.adding(Desk.text("a", "<p>Áp suất</p>"), Desk.text("b", "<p>Chất lỏng</p>")));
    }

    @Test
    void throughTheGroupAndTheHeadToTheLearners() {
        choose("GROUP_HEAD");
        author.publish(lesson).statusCode(409).body("slug", equalTo("lesson-needs-review"));
        var review = handIn();
        handInAgain().statusCode(409).body("slug", equalTo("in-review-already"));

        head.as().get("/lesson-reviews").then().body("", empty());
        leader.as()
                .get("/lesson-reviews")
                .then()
                .body("title", contains("Bài 16. Áp suất chất lỏng"))
                .body("by", contains("Trần Thị Thu Huyền"));
        decide(head, review, null).statusCode(403);
        say(leader, review, "b", "Thêm ví dụ ở đập thuỷ điện.").statusCode(201);
        decide(leader, review, null).statusCode(204);
        decide(leader, review, null).statusCode(403);
        decide(head, review, null).statusCode(204);

        author.as()
                .get("/lessons/" + lesson + "/reviews")
                .then()
                .body("stage", contains("APPROVED"))
                .body("[0].remarks.text", contains("Thêm ví dụ ở đập thuỷ điện."))
                .body("[0].remarks[0].block", equalTo("b"));
        Desk.as(school.tokenOf(school.first(), Role.STUDENT))
                .get("/lessons/" + lesson)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void whatWasHandedInIsWhatIsPublishedThoughTheAuthorGoesOn() {
        choose("GROUP");
        var review = handIn();
        author.send(lesson, Desk.writing(Desk.text("a", "<p>Viết thêm sau khi gửi</p>")));

        decide(leader, review, null).statusCode(204);

        Desk.as(school.tokenOf(school.first(), Role.STUDENT))
                .get("/lessons/" + lesson)
                .then()
                .body("blocks[0].html", equalTo("<p>Áp suất</p>"));
        author.as()
                .get("/lessons/" + lesson + "/draft")
                .then()
                .body("blocks[0].html", equalTo("<p>Viết thêm sau khi gửi</p>"));
    }

    @Test
    void aLessonComesBackWithItsReasonsAndIsHandedInAgain() {
        choose("GROUP");
        var review = handIn();
        say(leader, review, "x", "Ở đâu?").statusCode(422).body("slug", equalTo("remark-at-no-block"));
        decide(leader, review, "  ").statusCode(422).body("slug", equalTo("reason-missing"));
        decide(leader, review, "Phần mở bài còn thiếu.").statusCode(204);

        author.as()
                .get("/lesson-reviews/" + review)
                .then()
                .body("stage", equalTo("RETURNED"))
                .body("reason", equalTo("Phần mở bài còn thiếu."))
                .body("decidedBy", equalTo("Lê Văn Đức"));
        decide(leader, review, null).statusCode(409).body("slug", equalTo("review-over"));
        var second = handIn();
        author.as().delete("/lesson-reviews/" + second).then().statusCode(204);
        leader.as().get("/lesson-reviews").then().body("", empty());
    }

    @Test
    void nobodyApprovesHisOwn() {
        group(school.teacher());
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "delete from subject_group where school_id = :school and leader_id <> :teacher")
                .setParameter("school", school.school())
                .setParameter("teacher", school.teacher())
                .executeUpdate());
        choose("GROUP");

        var review = handIn();

        decide(author, review, null).statusCode(403);
        head.as().get("/lesson-reviews/" + review).then().body("stage", equalTo("HEAD"));
        decide(head, review, null).statusCode(204);
    }

    @Test
    void itIsTheSchoolsBusinessAlone() {
        author.as()
                .body(Map.of("road", "GROUP"))
                .put("/lesson-reviews/setting")
                .then()
                .statusCode(403);
        author.as()
                .body(Map.of("revision", author.known))
                .post("/lessons/" + lesson + "/reviews")
                .then()
                .statusCode(409)
                .body("slug", equalTo("no-review-here"));
        choose("GROUP");
        var review = handIn();
        var other = schools.make();
        var stranger = new Desk(other.tokenOf(other.head(), Role.HEAD));
        stranger.as().get("/lesson-reviews/" + review).then().statusCode(404);
        stranger.as().get("/lesson-reviews/setting").then().body("road", equalTo("NONE"));
        var colleague = new Desk(school.tokenOf(UUID.randomUUID(), Role.TEACHER));
        colleague.as().get("/lesson-reviews/" + review).then().statusCode(404);
        var pupil = new Desk(school.tokenOf(school.first(), Role.STUDENT));
        pupil.as().get("/lesson-reviews").then().statusCode(403);
        pupil.as().get("/lesson-reviews/setting").then().statusCode(403);
    }

    private void group(UUID leads) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into subject_group (id, school_id, name, subjects, leader_id)"
                                + " values (:id, :school, :name, '{khtn,tin-hoc}', :leader)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("school", school.school())
                .setParameter("name", "Tổ " + leads)
                .setParameter("leader", leads)
                .executeUpdate());
    }

    private void choose(String road) {
        head.as()
                .body(Map.of("road", road))
                .put("/lesson-reviews/setting")
                .then()
                .statusCode(204);
    }

    private String handIn() {
        return handInAgain().statusCode(201).extract().path("id");
    }

    private ValidatableResponse handInAgain() {
        return author.as()
                .body(Map.of("revision", author.known))
                .post("/lessons/" + lesson + "/reviews")
                .then();
    }

    private static ValidatableResponse decide(Desk who, String review, @Nullable String reason) {
        var body = reason == null ? Map.of() : Map.of("reason", reason);
        return who.as()
                .body(body)
                .post("/lesson-reviews/" + review + "/decision")
                .then();
    }

    private static ValidatableResponse say(Desk who, String review, String block, String text) {
        return who.as()
                .body(Map.of("block", block, "text", text))
                .post("/lesson-reviews/" + review + "/remarks")
                .then();
    }
}
