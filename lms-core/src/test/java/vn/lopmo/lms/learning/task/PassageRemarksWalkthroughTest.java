package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// A text that was typed: remarks at passages of it, taken away again, given back to the learner.
@QuarkusTest
@TestProfile(SignedTokens.class)
class PassageRemarksWalkthroughTest {
    private static final String TEXT = "Áp suất là áp lực 💧 chia cho diện tích.";

    @Inject
    TestSchools schools;

    @Inject
    Rows rows;

    @Inject
    Event<PersonErased> erased;

    private AtSchool at;
    private String work;

    @BeforeEach
    void aHandedInText() {
        at = new AtSchool(schools.make());
        at.handIn(at.first, TEXT).statusCode(200);
        work = at.desk().extract().path("classes[0].learners[1].workId");
    }

    private static Map<String, Object> passage(int from, int to, String text) {
        return Map.of("from", from, "to", to, "text", text);
    }

    @Test
    void remarksAtPassagesAreKeptAndComeWithTheResult() {
        at.remarkIn(work, 1, passage(23, 39, "Ở đâu?"), passage(0, 7, "Viết hoa đúng"))
                .statusCode(200)
                .body("work.passages.from", contains(0, 23))
                .body("work.passages.text", contains("Viết hoa đúng", "Ở đâu?"));
        at.tasks(at.first).body("[0].works[0].passages", empty());

        // a page that knows of no passages leaves them
        at.judge(work, 2, 8, "Tốt").statusCode(200).body("work.passages.from", contains(0, 23));
        at.remarkIn(work, 2, passage(0, 7, "Cũ")).statusCode(409).body("slug", equalTo("changed-meanwhile"));
        at.remarkIn(work, 3, passage(11, 17, "Đúng")).statusCode(200).body("work.passages.from", contains(11));
        as(at.teacher).post("/task-works/" + work + "/release").then().statusCode(200);

        at.tasks(at.first).body("[0].works[0].passages.text", contains("Đúng"));
        as(at.guardian)
                .get("/my/children/" + at.school.first() + "/work")
                .then()
                .statusCode(200)
                .body("[0].work.passages[0].to", equalTo(17));
        as(at.teacher).get("/task-desks/" + at.taskId()).then().body("phrases", hasItem("Đúng"));
    }

    @Test
    void aRemarkIsAtAPassageThatIsThere() {
        int end = TEXT.length();
        refused(passage(5, 5, "Không có gì"));
        refused(passage(7, 3, "Ngược"));
        refused(passage(0, end + 1, "Quá dài"));
        // between the halves of one letter
        refused(passage(0, TEXT.indexOf("💧") + 1, "Nửa chữ"));
        at.remarkIn(work, 1, passage(0, 3, " ")).statusCode(422);
        at.remarkIn(work, 1, passage(0, end, "Cả bài")).statusCode(200);
    }

    private void refused(Map<String, Object> passage) {
        at.remarkIn(work, 1, passage).statusCode(422).body("slug", equalTo("work-passage-unknown"));
    }

    @Test
    void nothingIsLeftOfThemOnceTheLearnerIsErased() {
        at.remarkIn(work, 1, passage(0, 7, "Viết hoa đúng")).statusCode(200);

        QuarkusTransaction.requiringNew().run(() -> erase(at.school.first()));

        assertEquals(
                0,
                rows.list("select 1 from work_pin where learner_id = ?", row -> 1, at.school.first())
                        .size());
    }

    private void erase(UUID person) {
        erased.fire(new PersonErased(at.school.school(), person, Instant.now()));
    }
}
