package vn.lopmo.lms.notice.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.lms.course.Desk.as;

import biweekly.Biweekly;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
import vn.lopmo.lms.course.Desk;
import vn.lopmo.lms.learning.task.AtSchool;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// A live lesson from its being set to its attendance, and the calendar that it stands in.
@QuarkusTest
@TestProfile(SignedTokens.class)
class CalendarWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<Object> events;

    @Inject
    Rows rows;

    private TestSchools.Small school;
    private String teacher;
    private String pupil;
    private String guardian;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
        guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);
    }

    @Test
    void aLiveLessonIsSetOpenedAndItsAttendanceCorrected() {
        var lesson = set(Instant.now().plus(Duration.ofMinutes(5)));
        as(pupil).get("/notices").then().body("notices.kind", contains("MEETING"));
        as(pupil)
                .get("/live-lessons")
                .then()
                .body("service", contains("Jitsi"))
                .body("url", contains(nullValue()))
                .body("attendance", contains(false));
        as(pupil)
                .post("/live-lessons/" + lesson + "/visits")
                .then()
                .statusCode(200)
                .body("url", equalTo("https://meet.jit.si/Lop8A2"));
        as(pupil).post("/live-lessons/" + lesson + "/visits").then().statusCode(200);
        as(teacher).post("/live-lessons/" + lesson + "/visits").then().statusCode(403);
        as(pupil).get("/live-lessons/" + lesson + "/attendance").then().statusCode(403);

        var attendance =
                as(teacher).get("/live-lessons/" + lesson + "/attendance").then();
        attendance
                .body("find { it.learnerId == '" + school.first() + "' }.standing", equalTo("PRESENT"))
                .body("find { it.learnerId == '" + school.first() + "' }.times", equalTo(2))
                .body("find { it.learnerId == '" + school.second() + "' }.standing", equalTo("ABSENT"));
        correct(lesson, "EXCUSED")
                .body("find { it.learnerId == '" + school.second() + "' }.standing", equalTo("EXCUSED"))
                .body("find { it.learnerId == '" + school.second() + "' }.corrected", equalTo(true));
        as(teacher)
                .body("{\"standing\":null}")
                .put("/live-lessons/" + lesson + "/attendance/" + school.second())
                .then()
                .body("find { it.learnerId == '" + school.second() + "' }.standing", equalTo("ABSENT"));
        as(school.tokenOf(school.head(), Role.HEAD))
                .get("/live-lessons/" + lesson + "/attendance")
                .then()
                .statusCode(200);
    }

    @Test
    void theDoorIsShutBeforeAndAfterAndWhenItIsCancelled() {
        var later = set(Instant.now().plus(Duration.ofHours(2)));
        as(pupil).post("/live-lessons/" + later + "/visits").then().statusCode(409);
        var wish = wish(Instant.now().plus(Duration.ofMinutes(1)), "https://meet.google.com/abc-defg-hij");
        as(teacher).body(wish).put("/live-lessons/" + later).then().body("service", equalTo("Google Meet"));
        as(pupil).post("/live-lessons/" + later + "/visits").then().statusCode(200);

        as(teacher).delete("/live-lessons/" + later).then().statusCode(204);

        as(pupil).post("/live-lessons/" + later + "/visits").then().statusCode(409);
        as(pupil).get("/live-lessons").then().body("", empty());
        as(pupil).get("/notices").then().body("notices", empty());
    }

    @Test
    void whatCannotBeIsRefused() {
        var bad = Map.of("classId", school.classId(), "lesson", wish(Instant.now(), "http://meet.jit.si/x"));
        as(teacher).body(bad).post("/live-lessons").then().statusCode(422).body("slug", equalTo("no-meeting-link"));
        var good = Map.of("classId", school.classId(), "lesson", wish(Instant.now(), "https://meet.jit.si/x"));
        as(pupil).body(good).post("/live-lessons").then().statusCode(403);
        var other = schools.make();
        as(other.tokenOf(other.teacher(), Role.TEACHER))
                .body(good)
                .post("/live-lessons")
                .then()
                .statusCode(404);
        as(teacher).get("/calendar").then().statusCode(422);
        as(teacher).get("/calendar?from=2026-09-01&until=2027-09-01").then().statusCode(422);
    }

    @Test
    void aWeekHasItsMeetingsAndWhatIsDue() {
        var start = Instant.now().plus(Duration.ofHours(1));
        set(start);
        var at = task(start.plus(Duration.ofDays(1)));

        for (String who : List.of(pupil, teacher)) {
            as(who).get("/calendar" + around())
                    .then()
                    .body("entries.kind", contains("MEETING", "TASK"))
                    .body("entries.className", contains("8A2", "8A2"))
                    .body("entries[1].startsAt", nullValue())
                    .body("feed", nullValue());
        }
        as(guardian)
                .get("/calendar" + around() + "&child=" + school.first())
                .then()
                .body("entries.kind", contains("MEETING", "TASK"));
        as(guardian).get("/calendar" + around()).then().body("entries", empty());
        as(guardian)
                .get("/calendar" + around() + "&child=" + school.second())
                .then()
                .statusCode(404);

        at.publish(AtSchool.talk("Vì sao?"));
        as(pupil).get("/calendar" + around()).then().body("entries.kind", contains("MEETING"));
    }

    /// Of several days of a lesson the narrowest counts, as in learning.rule.Opening.
    @Test
    void aLessonStandsOnTheDayThatCountsForTheOneWhoLooks() {
        var desk = new Desk(teacher);
        var course = course();
        var section = desk.section(course.toString(), "Chương III");
        var lesson = desk.lesson(section, "Bài 16. Áp suất");
        desk.send(lesson, Desk.adding(Desk.text("a", "<p>Áp suất</p>")));
        desk.publish(lesson).statusCode(200);
        var today = Instant.now();
        opening(course, null, section, null, null, today.plus(Duration.ofDays(1)));
        opening(course, lesson, null, null, null, today.plus(Duration.ofDays(2)));
        opening(course, null, section, school.classId(), null, today.plus(Duration.ofDays(3)));
        opening(course, lesson, null, null, school.first(), today.plus(Duration.ofDays(4)));

        day(pupil, "", 4);
        day(school.tokenOf(school.second(), Role.STUDENT), "", 3);
        day(teacher, "", 3);
        day(guardian, "&child=" + school.first(), 4);
    }

    private static void day(String who, String query, int ahead) {
        String until = as(who).get("/calendar" + around() + query)
                .then()
                .body("entries.kind", contains("LESSON"))
                .extract()
                .path("entries[0].endsAt");
        assertEquals(
                LocalDate.now(ClockSource.VIETNAM).plusDays(ahead),
                LocalDate.ofInstant(Instant.parse(until), ClockSource.VIETNAM));
    }

    private void opening(
            UUID course,
            @Nullable String lesson,
            @Nullable String section,
            @Nullable UUID classId,
            @Nullable UUID learner,
            Instant until) {
        rows.change(
                "insert into opening (id, school_id, course_id, lesson_id, section_id, class_id, learner_id, until,"
                        + " closes, waived) values (gen_random_uuid(), ?, ?, cast(? as uuid), cast(? as uuid),"
                        + " cast(? as uuid), cast(? as uuid), ?, false, false)",
                school.school(),
                course,
                lesson,
                section,
                classId,
                learner,
                until);
    }

    @Test
    void aFeedIsReadByItsSecretAloneAndEndsWhenItsOwnerSays() {
        set(Instant.now().plus(Duration.ofHours(1)));
        task(Instant.now().plus(Duration.ofDays(2)));
        String path = as(pupil)
                .post("/calendar/feed")
                .then()
                .statusCode(200)
                .extract()
                .path("path");
        var read = path.replace("/api/lms", "");

        var answer = given().get(read).then().statusCode(200).extract();
        assertTrue(answer.contentType().startsWith("text/calendar"));
        var text = answer.asString();
        assertTrue(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), text);
        assertTrue(text.lines().allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 150));
        var calendar = Biweekly.parse(text).first();
        assertEquals(
                List.of("Học trực tuyến: Ôn tập chương III", "Hạn nộp: Bài 1 trang 8"),
                calendar.getEvents().stream()
                        .map(event -> event.getSummary().getValue())
                        .toList());
        assertTrue(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty());
        assertFalse(text.contains("Ngọc"));
        as(pupil).get("/calendar" + around()).then().body("feed.readAt", notNullValue());

        String again = as(pupil).post("/calendar/feed").then().extract().path("path");
        given().get(read).then().statusCode(404);
        given().get(again.replace("/api/lms", "")).then().statusCode(200);
        as(pupil).delete("/calendar/feed").then().statusCode(204);
        given().get(again.replace("/api/lms", "")).then().statusCode(404);
    }

    @Test
    void aGuardiansFeedHasHisChildrensDatesAndAnErasedPersonLeavesNothing() {
        set(Instant.now().plus(Duration.ofMinutes(2)));
        String path = as(guardian).post("/calendar/feed").then().extract().path("path");
        assertTrue(given().get(path.replace("/api/lms", "")).asString().contains("Ôn tập chương III"));
        String lesson = as(pupil).get("/live-lessons").then().extract().path("[0].id");
        as(pupil).post("/live-lessons/" + lesson + "/visits").then().statusCode(200);
        as(pupil).post("/calendar/feed").then().statusCode(200);

        fire(new PersonErased(school.school(), school.first(), Instant.now()));

        for (var table : List.of("live_visit where learner_id", "calendar_feed where person_id")) {
            assertEquals(
                    0,
                    rows.list("select 1 from " + table + " = ?", row -> 1, school.first())
                            .size(),
                    table);
        }
    }

    private static String around() {
        var today = LocalDate.now(ClockSource.VIETNAM);
        return "?from=" + today.minusDays(1) + "&until=" + today.plusDays(7);
    }

    private void fire(Object event) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(event));
    }

    private UUID course() {
        return UUID.fromString(new Desk(teacher).course("Khoa học tự nhiên 8", school.classId()));
    }

    private AtSchool task(Instant due) {
        var at = new AtSchool(school);
        at.due(due, true);
        return at;
    }

    private String set(Instant startsAt) {
        return as(teacher)
                .body(Map.of("classId", school.classId(), "lesson", wish(startsAt, "https://meet.jit.si/Lop8A2")))
                .post("/live-lessons")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> wish(Instant startsAt, String url) {
        return Map.of(
                "subject",
                "khtn",
                "title",
                "Ôn tập chương III",
                "url",
                url,
                "startsAt",
                startsAt.toString(),
                "endsAt",
                startsAt.plus(Duration.ofMinutes(45)).toString());
    }

    private io.restassured.response.ValidatableResponse correct(String lesson, String standing) {
        return as(teacher)
                .body(Map.of("standing", standing))
                .put("/live-lessons/" + lesson + "/attendance/" + school.second())
                .then()
                .statusCode(200);
    }
}
