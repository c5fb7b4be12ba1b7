package vn.lopmo.lms.gradebook.book;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.as;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.cell;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.learning.TaskMarked;
import vn.lopmo.platform.caller.Role;

/// A column of the mark book that a task feeds.
@QuarkusTest
@TestProfile(SignedTokens.class)
class FeedWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<TaskMarked> tasks;

    private TestSchools.Small school;
    private BookAtSchool civics;
    private String teacher;
    private String head;
    private String pupil;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        civics = new BookAtSchool(school, "gdcd", 1);
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        head = school.tokenOf(school.head(), Role.HEAD);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
    }

    @Test
    void aTaskFeedsAColumnOnlyWhenTheTeacherTakesItOver() {
        var task = UUID.randomUUID();
        marked(task, school.first(), "17");
        marked(task, school.second(), "9.5");
        civics.put(teacher, List.of(cell(school.second(), "tx1", "6", 0)));

        as(teacher)
                .body(Map.of("sourceId", task))
                .put(civics.path() + "/feeds/tx1")
                .then()
                .statusCode(200)
                .body("sources.title", contains("Dự án nhỏ"))
                .body("columns[0].proposals.proposed", contains("4.8", "8.5"))
                .body("columns[0].proposals.standing", contains("6", ""))
                .body("columns[0].proposals.typed", contains(true, false));
        civics.get(teacher)
                .body("proposals", equalTo(2))
                .body("columns.find { it.slot == 'tx1' }.feed.title", equalTo("Dự án nhỏ"));

        takeOver(school.first(), "8.5", 0).body("written", equalTo(1)).body("refused", empty());
        civics.get(teacher)
                .body("rows[1].cells.tx1.fed", equalTo(true))
                .body("rows[0].cells.tx1.value", equalTo("6"))
                .body("proposals", equalTo(1));

        // marked again: told, not written
        marked(task, school.first(), "20");
        civics.get(teacher).body("rows[1].cells.tx1.value", equalTo("8.5")).body("proposals", equalTo(2));
        // what the teacher saw is not what there is by now
        takeOver(school.first(), "9", 1).body("written", equalTo(0)).body("refused", hasSize(1));
        civics.lock(head, true, "");
        as(teacher)
                .body(taking(school.first(), "10", 1))
                .post(civics.path() + "/feeds/tx1/take-over")
                .then()
                .statusCode(409);
        as(teacher)
                .body(Map.of("sourceId", UUID.randomUUID()))
                .put(civics.path() + "/feeds/gk")
                .then()
                .statusCode(404);
        as(pupil).get("/my/marks").then().body("kind", contains("TASK")).body("mark", contains(20f));
    }

    private void marked(UUID task, UUID learner, String mark) {
        QuarkusTransaction.requiringNew()
                .run(() -> tasks.fire(new TaskMarked(
                        school.school(),
                        learner,
                        task,
                        "Dự án nhỏ",
                        "gdcd",
                        school.classId(),
                        new BigDecimal(mark),
                        BigDecimal.valueOf(20),
                        Instant.now())));
    }

    private ValidatableResponse takeOver(UUID learner, String proposed, int version) {
        return as(teacher)
                .body(taking(learner, proposed, version))
                .post(civics.path() + "/feeds/tx1/take-over")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> taking(UUID learner, String proposed, int version) {
        return Map.of("taken", List.of(Map.of("learnerId", learner, "proposed", proposed, "version", version)));
    }
}
