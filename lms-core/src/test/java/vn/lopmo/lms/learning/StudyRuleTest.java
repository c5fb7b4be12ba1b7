package vn.lopmo.lms.learning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;
import static vn.lopmo.lms.learning.TaughtCourse.dates;
import static vn.lopmo.lms.learning.TaughtCourse.read;
import static vn.lopmo.lms.learning.TaughtCourse.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// What a teacher says of how a course is learnt holds for its learners, on the server too.
@QuarkusTest
@TestProfile(SignedTokens.class)
class StudyRuleTest {
    private static final Map<String, ?> VIEWED = Map.of("kind", "viewed");
    private static final Instant TOMORROW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    @Inject
    TestSchools schools;

    @Inject
    Rows rows;

    @Inject
    Event<QuizScores.Released> released;

    private TestSchools.Small school;
    private TaughtCourse course;
    private String student;
    private String other;

    @BeforeEach
    void aCourse() {
        school = schools.make();
        course = new TaughtCourse(school);
        student = school.tokenOf(school.first(), Role.STUDENT);
        other = school.tokenOf(school.second(), Role.STUDENT);
    }

    @Test
    void aLessonIsFinishedWhenAllOfItWasSeenUnlessTheTeacherSaysOtherwise() {
        var usual = course.lesson(course.section, "Bài 1");
        var timed = course.lesson(course.section, "Bài 2");
        course.rule(timed, List.of(VIEWED, Map.of("kind", "minutes", "minutes", 5)), List.of(), List.of())
                .statusCode(204);

        report(student, usual, 5, "b1", "b2").statusCode(200).body("done", equalTo(true));
        report(student, timed, 200, "b1", "b2")
                .body("done", equalTo(false))
                .body("conditions.kind", contains("viewed", "minutes"))
                .body("conditions.met", contains(true, false))
                .body("conditions[1].soFar", equalTo(3));
        report(student, timed, 301, "b1").body("done", equalTo(true));

        assertEquals(2, completions());
        as(student).get("/courses").then().body("[0].progress.done", equalTo(2));
    }

    @Test
    void aScoreIsWaitedForAndTakenFromTheReleasedResult() {
        var paper = UUID.randomUUID();
        assigned(paper, false);
        var lesson = course.lesson(
                course.section, "Bài 1", Map.of("id", "q", "kind", "quiz", "assignmentId", paper, "title", "15 phút"));
        course.rule(lesson, List.of(Map.of("kind", "score", "block", "q", "percent", 60)), List.of(), List.of())
                .statusCode(204);
        as(course.teacher)
                .get("/course-rules/" + course.id)
                .then()
                .body("sections[0].lessons[0].blocks.kind", contains("quiz"))
                .body("sections[0].lessons[0].usual", equalTo(false));

        report(student, lesson, 5, "b1", "b2", "q").body("done", equalTo(false));
        release(paper, "5.9");
        read(student, lesson)
                .body("progress.done", equalTo(false))
                .body("conditions[0].soFar", equalTo(59))
                .body("conditions[0].wanted", equalTo(60));
        release(paper, "6");
        read(student, lesson).body("progress.done", equalTo(true));
        assertEquals(1, completions());
    }

    @Test
    void practiceAndWhatIsNotInTheLessonCannotBeAskedFor() {
        var paper = UUID.randomUUID();
        assigned(paper, true);
        var lesson = course.lesson(
                course.section, "Bài 1", Map.of("id", "q", "kind", "quiz", "assignmentId", paper, "title", "Luyện"));

        course.rule(lesson, List.of(Map.of("kind", "score", "block", "q", "percent", 60)), List.of(), List.of())
                .statusCode(422)
                .body("slug", equalTo("condition-without-block"));
        course.rule(lesson, List.of(Map.of("kind", "minutes", "minutes", 0)), List.of(), List.of())
                .statusCode(422);
    }

    @Test
    void aLessonWaitsForAnother() {
        var first = course.lesson(course.section, "Bài 1");
        var second = course.lesson(course.section, "Bài 2");
        course.rule(second, List.of(), List.of(Map.of("lessonId", first)), List.of())
                .statusCode(204);

        read(student, second)
                .body("lock.kind", equalTo("needs"))
                .body("lock.lessons.title", contains("Bài 1"))
                .body("blocks", hasSize(0));
        report(student, second, 5, "b1")
                .statusCode(409)
                .body("slug", equalTo("lesson-locked"))
                .body("lock", equalTo("needs"));
        as(student)
                .get("/courses/" + course.id)
                .then()
                .body("sections[0].lessons[0].lock", nullValue())
                .body("sections[0].lessons[1].lock.kind", equalTo("needs"));
        as(course.teacher).get("/lessons/" + second).then().body("blocks", hasSize(2));

        report(student, first, 5, "b1", "b2").statusCode(200);
        read(student, second).body("lock", nullValue()).body("blocks", hasSize(2));
        course.rule(first, List.of(), List.of(Map.of("lessonId", second)), List.of())
                .statusCode(409)
                .body("slug", equalTo("prerequisite-circle"));
        read(student, first).body("lock", nullValue());
    }

    @Test
    void datesHoldForAClassAndOneLearnerIsExcepted() {
        var lesson = course.lesson(course.section, "Bài 1");
        course.rule(
                        lesson,
                        List.of(),
                        List.of(),
                        List.of(
                                dates(null, null, null, YESTERDAY, true),
                                dates(school.classId(), null, TOMORROW, null, false),
                                dates(null, school.second(), null, TOMORROW, false)))
                .statusCode(204);

        read(student, lesson).body("lock.kind", equalTo("notYet")).body("blocks", hasSize(0));
        read(other, lesson).body("lock", nullValue()).body("until", equalTo(TOMORROW.toString()));
        course.rule(lesson, List.of(), List.of(), List.of(dates(null, null, null, YESTERDAY, true)));
        read(other, lesson).body("lock.kind", equalTo("over"));
        report(other, lesson, 5, "b1").statusCode(200);
    }

    @Test
    void datesThatCannotBeAreRefused() {
        var lesson = course.lesson(course.section, "Bài 1");
        var twice = dates(null, null, null, TOMORROW, false);

        course.rule(lesson, List.of(), List.of(), List.of(twice, twice)).body("slug", equalTo("opening-twice"));
        course.rule(lesson, List.of(), List.of(), List.of(dates(null, null, TOMORROW, YESTERDAY, false)))
                .body("slug", equalTo("opening-ends-before"));
        course.rule(lesson, List.of(), List.of(), List.of(dates(UUID.randomUUID(), null, null, TOMORROW, false)))
                .body("slug", equalTo("opening-for-others"));
        course.rule(lesson, List.of(), List.of(), List.of(dates(null, school.head(), null, TOMORROW, false)))
                .body("slug", equalTo("opening-for-others"));
        course.rule(lesson, List.of(), List.of(Map.of("lessonId", UUID.randomUUID())), List.of())
                .body("slug", equalTo("prerequisite-unknown"));
    }

    @Test
    void aSectionWaitsForASection() {
        var first = course.lesson(course.section, "Bài 1");
        var next = course.section("Chương II");
        var second = course.lesson(next, "Bài 2");
        as(course.teacher)
                .body(Map.of("needs", List.of(Map.of("sectionId", course.section)), "openings", List.of()))
                .put("/course-rules/" + course.id + "/sections/" + next)
                .then()
                .statusCode(204);

        read(student, second).body("lock.lessons.title", contains("Bài 1"));
        report(student, first, 5, "b1", "b2").statusCode(200);
        read(student, second).body("lock", nullValue());
    }

    @Test
    void onlyItsAuthorsSayHowACourseIsLearnt() {
        var lesson = course.lesson(course.section, "Bài 1");
        var path = "/course-rules/" + course.id;
        var rule = Map.of("conditions", List.of(), "needs", List.of(), "openings", List.of());
        var head = school.tokenOf(school.head(), Role.HEAD);
        var stranger = schools.make();
        var strange = stranger.tokenOf(stranger.teacher(), Role.TEACHER);

        as(head).get(path).then().statusCode(200).body("classes[0].learners", hasSize(2));
        as(head).body(rule).put(path + "/lessons/" + lesson).then().statusCode(403);
        as(student).get(path).then().statusCode(403);
        as(student).body(rule).put(path + "/lessons/" + lesson).then().statusCode(403);
        as(strange).get(path).then().statusCode(404);
        as(strange).body(rule).put(path + "/lessons/" + lesson).then().statusCode(404);
    }

    private void assigned(UUID paper, boolean practice) {
        rows.change(
                "insert into assigned_paper (id, school_id, title, subject, questions, max_mark, practice)"
                        + " values (?, ?, '15 phút', 'khtn', 10, 10, ?)",
                paper,
                school.school(),
                practice);
    }

    private void release(UUID paper, String mark) {
        QuarkusTransaction.requiringNew().run(() -> {
            rows.change(
                    "insert into released_mark (id, school_id, learner_id, assignment_id, sitting_id, title, subject,"
                            + " mark, max_mark, released_at, kind) values (?, ?, ?, ?, ?, '15 phút', 'khtn', ?, 10, ?,"
                            + " 'QUIZ') on conflict (learner_id, assignment_id) do update set mark = excluded.mark",
                    UUID.randomUUID(),
                    school.school(),
                    school.first(),
                    paper,
                    UUID.randomUUID(),
                    new BigDecimal(mark),
                    YESTERDAY);
            released.fire(new QuizScores.Released(school.school(), school.first(), paper));
        });
    }

    private int completions() {
        return rows.list(
                        "select lesson_id from lesson_completion where learner_id = ?",
                        row -> row.uuid(1),
                        school.first())
                .size();
    }
}
