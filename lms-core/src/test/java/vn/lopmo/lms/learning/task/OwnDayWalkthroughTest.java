package vn.lopmo.lms.learning.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.person.PersonRows;
import vn.lopmo.platform.time.ClockSource;

/// A pupil, and a group, are given another day than their class.
@QuarkusTest
@TestProfile(SignedTokens.class)
class OwnDayWalkthroughTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant IN_TWO_DAYS = NOW.plus(Duration.ofDays(2));
    private static final Instant IN_THREE_DAYS = NOW.plus(Duration.ofDays(3));

    @Inject
    TestSchools schools;

    @Inject
    Event<PersonErased> erased;

    @Inject
    PersonRows held;

    private AtSchool at;
    private String path;

    @BeforeEach
    void aTaskThatIsDueTomorrow() {
        at = new AtSchool(schools.make());
        at.due(TOMORROW, true);
        path = "/task-days/" + at.taskId();
    }

    private ValidatableResponse give(UUID learner, Instant day) {
        return put(at.teacher, "/learners/" + learner, day);
    }

    private ValidatableResponse put(String token, String whose, Instant day) {
        return as(token).body(Map.of("dueAt", day.toString())).put(path + whose).then();
    }

    private ValidatableResponse take(String whose) {
        return as(at.teacher).delete(path + whose).then().statusCode(200);
    }

    private String group(String token, UUID... members) {
        return as(token)
                .body(Map.of("name", "Nhóm 1", "classId", at.school.classId(), "personIds", List.of(members)))
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void isDue(String token, Instant day) {
        at.tasks(token).body("[0].dueAt", equalTo(day.toString()));
        as(token).get("/home").then().body("due.findAll { it.kind == 'TASK' }.until", contains(day.toString()));
        as(token).get("/calendar" + around()).then().body("entries.endsAt", contains(day.toString()));
    }

    private ValidatableResponse lookedAt(String how) {
        return as(at.teacher)
                .get("/task-previews/" + at.lesson + "?class=" + at.school.classId() + how)
                .then()
                .statusCode(200);
    }

    private static String around() {
        var today = LocalDate.now(ClockSource.VIETNAM);
        return "?from=" + today.minusDays(3) + "&until=" + today.plusDays(7);
    }

    @Test
    void thePupilsOwnDayStandsWhereverItCounts() {
        give(at.school.first(), IN_THREE_DAYS)
                .statusCode(200)
                .body("learnerId", contains(at.school.first().toString()))
                .body("name", contains("Nguyễn Hoàng Bảo Ngọc"))
                .body("dueAt", contains(IN_THREE_DAYS.toString()));

        isDue(at.first, IN_THREE_DAYS);
        isDue(at.second, TOMORROW);
        as(at.guardian)
                .get("/my/children/" + at.school.first() + "/todo")
                .then()
                .body("due.until", contains(IN_THREE_DAYS.toString()));
        as(at.guardian)
                .get("/calendar" + around() + "&child=" + at.school.first())
                .then()
                .body("entries.endsAt", contains(IN_THREE_DAYS.toString()));
        as(at.teacher).get("/calendar" + around()).then().body("entries.endsAt", contains(TOMORROW.toString()));
        lookedAt("").body("dueAt", contains(TOMORROW.toString()));
        lookedAt("&as=" + at.school.first()).body("dueAt", contains(IN_THREE_DAYS.toString()));
        String feed = as(at.first).post("/calendar/feed").then().extract().path("path");
        var day = IN_THREE_DAYS.toString().replaceAll("[-:]", "");
        assertTrue(given().get(feed.replace("/api/lms", "")).asString().contains(day), day);

        at.handIn(at.first, "Em làm xong rồi ạ.").statusCode(200);
        as(at.first).get("/my/work").then().body("dueAt", contains(IN_THREE_DAYS.toString()));
    }

    @Test
    void theLearnersDayCountsBeforeTheLatestOfHisGroupsAndThatBeforeHisClasss() {
        var one = group(at.teacher, at.school.first(), at.school.second());
        var other = group(at.teacher, at.school.first());
        put(at.teacher, "/groups/" + one, IN_TWO_DAYS).statusCode(200).body("name", contains("Nhóm 1"));
        isDue(at.first, IN_TWO_DAYS);
        isDue(at.second, IN_TWO_DAYS);

        put(at.teacher, "/groups/" + other, IN_THREE_DAYS).statusCode(200);
        isDue(at.first, IN_THREE_DAYS);
        isDue(at.second, IN_TWO_DAYS);

        give(at.school.first(), YESTERDAY).statusCode(200).body("", hasSize(3));
        isDue(at.first, YESTERDAY);
        at.desk()
                .body("classes[0].dueAt", equalTo(TOMORROW.toString()))
                .body("classes[0].learners.standing", containsInAnyOrder("MISSING", "WAITING"))
                .body("classes[0].learners.dueAt", containsInAnyOrder(YESTERDAY.toString(), IN_TWO_DAYS.toString()));

        take("/learners/" + at.school.first());
        take("/groups/" + other);
        isDue(at.first, IN_TWO_DAYS);
        as(at.teacher).delete("/groups/" + one).then().statusCode(204);
        isDue(at.first, TOMORROW);
        as(at.teacher).get(path).then().body("", empty());
    }

    @Test
    void workThatCameByTheNewDayIsNotLateAnyMoreAndLateAgainWhenTheDayIsTakenBack() {
        at.due(YESTERDAY, true);
        at.handIn(at.first, "Em nộp muộn ạ.").statusCode(200).body("late", equalTo(true));
        at.handIn(at.second, "Em cũng thế.").statusCode(200).body("late", equalTo(true));

        give(at.school.first(), TOMORROW).statusCode(200);
        late(at.first, false);
        late(at.second, true);
        take("/learners/" + at.school.first());
        late(at.first, true);

        at.due(TOMORROW, true);
        late(at.first, false);
        late(at.second, false);
    }

    @Test
    void whatCameInTimeIsNotMadeLateByAnEarlierDay() {
        at.handIn(at.first, "Đúng hạn").statusCode(200).body("late", equalTo(false));

        give(at.school.first(), YESTERDAY).statusCode(200);

        late(at.first, false);
        at.handIn(at.first, "Sửa thêm").statusCode(409).body("slug", equalTo("task-closed"));
        at.handIn(at.second, "Còn hạn").statusCode(200).body("late", equalTo(false));
    }

    private void late(String token, boolean expected) {
        at.tasks(token).body("[0].works[0].late", equalTo(expected));
    }

    @Test
    void onlyWhomItConcernsIsToldAndAgainWhenItIsMoved() {
        read(at.first);
        read(at.second);

        give(at.school.first(), IN_TWO_DAYS).statusCode(200);
        told(at.first, false, IN_TWO_DAYS);
        told(at.second, true, TOMORROW);

        read(at.first);
        give(at.school.first(), IN_TWO_DAYS).statusCode(200);
        told(at.first, true, IN_TWO_DAYS);
        give(at.school.first(), IN_THREE_DAYS).statusCode(200);
        told(at.first, false, IN_THREE_DAYS);

        read(at.first);
        at.due(IN_TWO_DAYS, true);
        told(at.first, true, IN_THREE_DAYS);
        told(at.second, false, IN_TWO_DAYS);

        at.handIn(at.second, "Xong").statusCode(200);
        read(at.second);
        at.due(IN_THREE_DAYS, true);
        told(at.second, true, IN_TWO_DAYS);
    }

    @Test
    void whoComesIntoAGroupOrLeavesItIsToldOfTheDayThatCountsNow() {
        var group = group(at.teacher, at.school.first());
        put(at.teacher, "/groups/" + group, IN_TWO_DAYS).statusCode(200);
        read(at.first);
        read(at.second);

        regroup(group, at.school.first(), at.school.second());
        told(at.first, true, IN_TWO_DAYS);
        told(at.second, false, IN_TWO_DAYS);

        read(at.second);
        regroup(group, at.school.second());
        told(at.first, false, TOMORROW);
        told(at.second, true, IN_TWO_DAYS);

        as(at.teacher).delete("/groups/" + group).then().statusCode(204);
        told(at.second, false, TOMORROW);
    }

    @Test
    void whoComesIntoAGroupIsJudgedByItsDayAndNotToldOfDaysThatAreOver() {
        at.due(YESTERDAY, true);
        at.handIn(at.second, "Em nộp muộn ạ.").statusCode(200).body("late", equalTo(true));
        var group = group(at.teacher, at.school.first());
        put(at.teacher, "/groups/" + group, TOMORROW).statusCode(200);
        regroup(group, at.school.first(), at.school.second());
        late(at.second, false);

        put(at.teacher, "/groups/" + group, YESTERDAY.minusSeconds(60)).statusCode(200);
        read(at.first);
        regroup(group, at.school.second());
        told(at.first, true, YESTERDAY.minusSeconds(60));
    }

    private void regroup(String group, UUID... members) {
        as(at.teacher)
                .body(Map.of("name", "Nhóm 1", "personIds", List.of(members)))
                .put("/groups/" + group)
                .then()
                .statusCode(200);
    }

    private static void read(String token) {
        as(token).body(Map.of("until", Instant.now().toString())).post("/notices/read");
    }

    private static void told(String token, boolean read, Instant day) {
        var notice = "notices.find { it.kind == 'TASK' }";
        as(token)
                .get("/notices")
                .then()
                .body(notice + ".read", equalTo(read))
                .body(notice + ".dueAt", equalTo(day.toString()));
    }

    @Test
    void whoTeachesTheClassByACollaguesCourseGivesDaysInItToo() {
        var colleague = schools.join(at.school.school(), "Lê Văn Đức", Set.of(Role.TEACHER));
        var token = at.school.tokenOf(colleague, Role.TEACHER);
        put(token, "/learners/" + at.school.first(), TOMORROW).statusCode(403);
        as(at.head)
                .body(Map.of("teacherId", colleague, "classId", at.school.classId(), "subject", "toan"))
                .post("/teachings")
                .then()
                .statusCode(201);

        put(token, "/learners/" + at.school.first(), IN_TWO_DAYS).statusCode(200);
        isDue(at.first, IN_TWO_DAYS);
        var group = group(token, at.school.second());
        put(at.teacher, "/groups/" + group, IN_TWO_DAYS).statusCode(404).body("slug", equalTo("group-not-found"));
        put(token, "/groups/" + group, IN_TWO_DAYS).statusCode(200);
        take("/groups/" + group).body("learnerId", contains(at.school.first().toString()));
        as(at.teacher).delete(path + "/groups/" + group).then().statusCode(404);
    }

    @Test
    void whoDoesNotLearnItHasNoDayAndNobodyElseGivesAny() {
        schools.move(at.school, at.school.second(), "8A3");
        give(at.school.second(), TOMORROW).statusCode(422).body("slug", equalTo("day-for-others"));
        give(UUID.randomUUID(), TOMORROW).statusCode(422);
        var heads = group(at.head, at.school.second());
        put(at.teacher, "/groups/" + heads, TOMORROW).statusCode(404);

        for (var other : List.of(at.first, at.head)) {
            put(other, "/learners/" + at.school.first(), TOMORROW).statusCode(403);
            as(other).get(path).then().statusCode(403);
        }
        put(at.guardian, "/learners/" + at.school.first(), TOMORROW).statusCode(404);
        var elsewhere = schools.make();
        var stranger = elsewhere.tokenOf(elsewhere.teacher(), Role.TEACHER);
        put(stranger, "/learners/" + at.school.first(), TOMORROW)
                .statusCode(404)
                .body("slug", equalTo("task-not-found"));
        as(stranger).get(path).then().statusCode(404);
        as(stranger).delete(path + "/learners/" + at.school.first()).then().statusCode(404);
    }

    @Test
    void aGroupOfTheClassIsRemindedAlone() {
        var group = group(at.teacher, at.school.second());
        var wish = new HashMap<String, Object>(
                Map.of("classId", at.school.classId(), "text", "Nộp bài nhé", "again", false, "groupId", group));
        remind(wish).body("reminded", contains(at.school.second().toString()));

        wish.put("groupId", UUID.randomUUID());
        remind(wish).statusCode(404);
        wish.remove("groupId");
        remind(wish).body("reminded", contains(at.school.first().toString()));
    }

    private ValidatableResponse remind(Map<String, Object> wish) {
        return as(at.teacher).body(wish).post("/task-reminders/" + at.taskId()).then();
    }

    @Test
    void anErasedPersonHasNoDayLeft() {
        give(at.school.first(), TOMORROW).statusCode(200);
        assertTrue(held.of(at.school.first()).get("held").has("task_own_due"));

        QuarkusTransaction.requiringNew()
                .run(() -> erased.fire(new PersonErased(at.school.school(), at.school.first(), Instant.now())));

        assertFalse(held.of(at.school.first()).get("held").has("task_own_due"));
    }

    @Test
    void aClasssDayThatIsTakenAwayIsGoneFromTheCalendar() {
        as(at.first).get("/calendar" + around()).then().body("entries", hasSize(1));
        var due = new HashMap<String, Object>();
        due.put("classId", at.school.classId());
        due.put("dueAt", null);

        at.set(Map.of("kinds", List.of("TEXT"), "maxMark", 10, "lateAllowed", true, "due", List.of(due)))
                .statusCode(204);

        as(at.first).get("/calendar" + around()).then().body("entries", empty());
        at.tasks(at.first).body("[0].dueAt", nullValue());
        as(at.first).get("/notices").then().body("notices.find { it.kind == 'TASK' }.dueAt", nullValue());
    }
}
