package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.PaperAssigned;
import vn.lopmo.lms.gradebook.ResultReleased;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.person.PersonRows;
import vn.lopmo.platform.time.ClockSource;

/// A guardian sees what is due, what is missing, and how far his child is.
@QuarkusTest
@TestProfile(SignedTokens.class)
class ChildToDoWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    EventHandler<PaperAssigned> papers;

    @Inject
    EventHandler<ResultReleased> results;

    @Inject
    Event<PersonErased> erased;

    @Inject
    PersonRows held;

    private AtSchool at;

    @BeforeEach
    void aLessonWithATask() {
        at = new AtSchool(schools.make());
    }

    private ValidatableResponse seen() {
        return as(at.guardian)
                .get("/my/children/" + at.school.first() + "/todo")
                .then()
                .statusCode(200);
    }

    @Test
    void aTaskIsDueThenMissingThenHandedIn() {
        seen().body("due", empty())
                .body("papers", empty())
                .body("courses.title", contains("Toán 8"))
                .body("courses.done", contains(0))
                .body("courses.total", contains(1))
                .body("courses.late", contains(0));

        at.due(Instant.now().plus(Duration.ofDays(2)), true);
        seen().body("due.kind", contains("TASK"))
                .body("due.title", contains("Bài 1 trang 8"))
                .body("due.courseTitle", contains("Toán 8"));

        at.due(Instant.now().minus(Duration.ofDays(3)), true);
        String over =
                seen().body("due.title", contains("Bài 1 trang 8")).extract().path("due[0].until");
        assertTrue(Instant.parse(over).isBefore(Instant.now()));

        at.handIn(at.first, "Em nộp muộn ạ.").statusCode(200).body("late", equalTo(true));
        seen().body("due", empty());
        as(at.guardian)
                .get("/my/children/" + at.school.first() + "/work")
                .then()
                .body("work.late", contains(true));
    }

    @Test
    void aLessonWhoseDayIsOverIsLateUntilItIsLearnt() {
        as(at.teacher)
                .body(Map.of(
                        "conditions",
                        List.of(),
                        "needs",
                        List.of(),
                        "openings",
                        List.of(Map.of(
                                "until",
                                Instant.now().minus(Duration.ofDays(2)).toString(),
                                "closes",
                                false,
                                "waived",
                                false))))
                .put("/course-rules/" + at.course + "/lessons/" + at.lesson)
                .then()
                .statusCode(204);
        seen().body("due.kind", contains("LESSON"))
                .body("due.title", contains("Bài 1. Đơn thức"))
                .body("courses.late", contains(1));

        as(at.first).get("/lessons/" + at.lesson).then().statusCode(200);
        as(at.first)
                .body(Map.of("version", 1, "seen", List.of("t1", "d1"), "seconds", 60))
                .put("/lessons/" + at.lesson + "/progress")
                .then()
                .statusCode(200);
        seen().body("due", empty()).body("courses.done", contains(1)).body("courses.late", contains(0));
    }

    @Test
    void aTestOfTheClassStandsThereUntilItsResultOrItsEnd() {
        var now = Instant.now();
        var soon = paper("Kiểm tra giữa kì", now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3)), "EXAM");
        paper("Bài về nhà", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), "HOMEWORK");
        paper("Luyện tập", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), "PRACTICE");
        paper("Đã qua", now.minus(Duration.ofDays(3)), now.minus(Duration.ofDays(2)), "EXAM");
        paper("Tháng sau", now.plus(Duration.ofDays(20)), now.plus(Duration.ofDays(21)), "EXAM");
        seen().body("papers.title", contains("Bài về nhà", "Kiểm tra giữa kì"));

        var result = new ResultReleased(
                at.school.school(),
                at.school.first(),
                soon,
                UUID.randomUUID(),
                "Kiểm tra giữa kì",
                "toan",
                BigDecimal.ONE,
                BigDecimal.TEN,
                now,
                List.of());
        QuarkusTransaction.requiringNew().run(() -> results.handle(result, origin()));
        seen().body("papers.title", contains("Bài về nhà"));
    }

    @Test
    void nobodyElseSeesIt() {
        var path = "/my/children/" + at.school.first() + "/todo";
        for (var other : List.of(at.teacher, at.head, at.first, at.second)) {
            as(other).get(path).then().statusCode(404).body("slug", equalTo("person-not-found"));
        }
        as(at.guardian)
                .get("/my/children/" + at.school.second() + "/todo")
                .then()
                .statusCode(404);
        var elsewhere = schools.make();
        as(elsewhere.tokenOf(elsewhere.guardian(), Role.GUARDIAN))
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void aPaperForAFewStandsOnlyWithTheirGuardians() {
        var now = Instant.now();
        var first = at.school.first();
        var second = at.school.second();
        String group = as(at.teacher)
                .body(Map.of("name", "Nhóm 1", "classId", at.school.classId(), "personIds", List.of(second)))
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var groups = List.of(UUID.fromString(group));
        var none = List.<UUID>of();
        given("Cả lớp", now, new PaperAssigned.Takers(List.of(at.school.classId()), none, none));
        given("Riêng em", now, new PaperAssigned.Takers(none, none, List.of(first)));
        given("Riêng bạn", now, new PaperAssigned.Takers(none, none, List.of(second)));
        given("Nhóm của bạn", now, new PaperAssigned.Takers(none, groups, none));

        seen().body("papers.title", containsInAnyOrder("Cả lớp", "Riêng em"));
        var days = "/calendar?from=" + LocalDate.now(ClockSource.VIETNAM) + "&until="
                + LocalDate.now(ClockSource.VIETNAM).plusDays(3);
        as(at.guardian)
                .get(days + "&child=" + first)
                .then()
                .body("entries.title", containsInAnyOrder("Cả lớp", "Riêng em"));
        as(at.second).get(days).then().body("entries.title", containsInAnyOrder("Cả lớp", "Riêng bạn", "Nhóm của bạn"));
        as(at.teacher).get(days).then().body("entries", hasSize(4));
        as(at.first)
                .get("/notices")
                .then()
                .body("notices.findAll { it.kind == 'PAPER' }.title", containsInAnyOrder("Cả lớp", "Riêng em"));
        as(at.second)
                .get("/notices")
                .then()
                .body(
                        "notices.findAll { it.kind == 'PAPER' }.title",
                        containsInAnyOrder("Cả lớp", "Riêng bạn", "Nhóm của bạn"));

        as(at.teacher)
                .body(Map.of("name", "Nhóm 1", "personIds", List.of(first, second)))
                .put("/groups/" + group)
                .then()
                .statusCode(200);
        seen().body("papers.title", containsInAnyOrder("Cả lớp", "Riêng em", "Nhóm của bạn"));

        QuarkusTransaction.requiringNew()
                .run(() -> erased.fire(new PersonErased(at.school.school(), first, Instant.now())));
        assertFalse(held.of(first).get("held").has("assigned_paper_learner"));
    }

    private void given(String title, Instant now, PaperAssigned.Takers takers) {
        paper(title, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), "HOMEWORK", takers);
    }

    /// As it was told before the event said to whom of the classes.
    private UUID paper(String title, Instant opens, Instant closes, String mode) {
        return paper(title, opens, closes, mode, null);
    }

    private UUID paper(
            String title, Instant opens, Instant closes, String mode, PaperAssigned.@Nullable Takers takers) {
        var id = UUID.randomUUID();
        var event = new PaperAssigned(
                at.school.school(),
                id,
                title,
                "toan",
                List.of(at.school.classId()),
                opens,
                closes,
                45,
                10,
                BigDecimal.TEN,
                mode,
                false,
                takers);
        QuarkusTransaction.requiringNew().run(() -> papers.handle(event, origin()));
        return id;
    }

    private static EventHandler.Origin origin() {
        return new EventHandler.Origin(UUID.randomUUID(), Instant.now());
    }
}
