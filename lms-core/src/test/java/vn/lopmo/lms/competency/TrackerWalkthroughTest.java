package vn.lopmo.lms.competency;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// A learner's story through the real Kafka: a lesson is finished, a result is released and released again, and the
/// tracker shows it.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TrackerWalkthroughTest {
    private static final Instant NOW = OtherServices.NOW;

    @Inject
    TestSchools schools;

    @Inject
    EntityManager database;

    @Inject
    FrameworkTables tables;

    @Inject
    ObjectMapper json;

    private TestSchools.Small school;
    private String teacher;
    private String student;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        student = school.tokenOf(school.first(), Role.STUDENT);
    }

    @Test
    void theFrameworkIsLoadedOnceHoweverOftenTheServiceStarts() {
        QuarkusTransaction.requiringNew().run(tables::write);

        assertEquals(6, count("framework_domain"));
        assertEquals(24, count("framework_competence"));
        assertEquals(8, count("framework_level"));
        assertEquals(265, count("framework_indicator"));
        as(student)
                .get("/framework/indicators?levelCode=TC2&competence=1.1&q=chien luoc")
                .then()
                .statusCode(200)
                .body("code", contains("1.1.TC2d"));
        as(student).get("/framework").then().body("levels", hasSize(8)).body("domains", hasSize(6));
    }

    @Test
    void aFinishedLessonBecomesEvidenceOnce() {
        var lesson = publishedLesson();
        as(student)
                .get("/my/competency")
                .then()
                .statusCode(200)
                .body("met", equalTo(0))
                .body("total", equalTo(24))
                .body("target.code", equalTo("TC2"))
                .body("levels.code", contains("CB1", "CB2", "TC1", "TC2", "NC1"))
                .body("suggestion.lessonId", equalTo(lesson))
                .body("suggestion.competence", equalTo("1.1"));
        as(student).get("/home").then().body("next.lessonId", equalTo(lesson)).body("next.partsLeft", equalTo(2));

        read(lesson, List.of("b1")).body("share", equalTo(0.5f)).body("done", equalTo(false));
        as(student)
                .get("/home")
                .then()
                .body("role", equalTo("STUDENT"))
                .body("next.partsLeft", equalTo(1))
                .body("next.minutesLeft", equalTo(10))
                .body("courses[0].progress.done", equalTo(0))
                .body("courses[0].progress.total", equalTo(1));
        read(lesson, List.of("b2")).body("share", equalTo(1)).body("done", equalTo(true));
        read(lesson, List.of("b1", "b2", "unknown")).body("done", equalTo(true));
        read(lesson, List.of()).body("done", equalTo(true));

        await(() -> met(student, "1.1"));
        as(student)
                .get("/my/competency/1.1")
                .then()
                .body("levels[3].code", equalTo("TC2"))
                .body("levels[3].indicators[0].attained", equalTo(true))
                .body("levels[3].indicators[0].evidence.kind", contains("LESSON"))
                .body("levels[3].indicators[2].attained", equalTo(false));
        as(student).get("/home").then().body("next", nullValue()).body("courses[0].progress.done", equalTo(1));
        var told = PeekingKafka.events("competency.attained.v1", school.first(), 3);
        assertEquals(3, told.size());
        assertEquals(
                1,
                PeekingKafka.events("lms.lesson-completed.v1", school.first(), 1)
                        .size());
        assertEquals(
                1,
                PeekingKafka.events("lms.course-published.v1", courseOf(lesson), 1)
                        .size());
    }

    @Test
    void aReleasedResultBecomesAMarkAndEvidenceAndAReleaseAgainReplacesBoth() {
        var assignment = UUID.randomUUID();
        var sitting = UUID.randomUUID();
        PeekingKafka.send("assessment.paper-assigned.v1", assignment, OtherServices.paperAssigned(school, assignment));
        release(assignment, sitting, "0.75", NOW);

        await(() -> met(student, "1.2"));
        as(student)
                .get("/my/marks")
                .then()
                .body("title", contains("Kiểm tra 15 phút"))
                .body("[0].mark", equalTo(0.75f));
        await(() -> as(teacher)
                        .get("/classes/" + school.classId() + "/marks")
                        .jsonPath()
                        .getList("columns")
                        .size()
                == 1);
        as(teacher)
                .get("/classes/" + school.classId() + "/marks")
                .then()
                .statusCode(200)
                .body("rows.name", contains("Lê Hoàng An", "Nguyễn Hoàng Bảo Ngọc"))
                .body("rows[1].marks." + assignment, equalTo(0.75f));

        var later = NOW.plusSeconds(60);
        release(assignment, sitting, "0.25", later);
        release(assignment, sitting, "1.00", NOW);

        await(() -> !met(student, "1.2"));
        as(student).get("/my/marks").then().body("mark", contains(0.25f));
        as(student)
                .get("/my/competency/1.2")
                .then()
                .body("levels[3].indicators[0].attained", equalTo(false))
                .body("levels[3].indicators[0].evidence", hasSize(1))
                .body("levels[3].indicators[0].evidence[0].share", equalTo(0.25f));

        // a second attempt counts now: nothing of the first is left
        release(assignment, UUID.randomUUID(), "0.75", later.plusSeconds(60));

        await(() -> met(student, "1.2"));
        as(student).get("/my/marks").then().body("mark", contains(0.75f));
        as(student)
                .get("/my/competency/1.2")
                .then()
                .body("levels[3].indicators[0].evidence", hasSize(1))
                .body("levels[3].indicators[0].evidence[0].share", equalTo(0.75f));
    }

    @Test
    void aPracticeIsNoColumnOfTheGradebook() {
        var practice = UUID.randomUUID();
        var exam = UUID.randomUUID();
        var told = new HashMap<String, Object>(OtherServices.paperAssigned(school, practice));
        told.put("mode", "PRACTICE");
        PeekingKafka.send("assessment.paper-assigned.v1", practice, told);
        PeekingKafka.send("assessment.paper-assigned.v1", exam, OtherServices.paperAssigned(school, exam));

        await(() -> !columns().isEmpty());
        pause();
        assertEquals(List.of(exam.toString()), columns());
    }

    private List<String> columns() {
        return as(teacher)
                .get("/classes/" + school.classId() + "/marks")
                .jsonPath()
                .getList("columns.assignmentId");
    }

    @Test
    void recordsAreSeenByThoseWhoMayAndEachLookByStaffIsKept() {
        var record = "/people/" + school.first() + "/competency";
        var guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);

        as(teacher).get(record).then().statusCode(200).body("name", equalTo("Nguyễn Hoàng Bảo Ngọc"));
        as(teacher).get(record + "/1.1").then().statusCode(200);
        as(guardian).get(record).then().statusCode(200);
        as(guardian).get("/people/" + school.second() + "/competency").then().statusCode(403);
        as(guardian).get("/classes/" + school.classId() + "/competency").then().statusCode(403);
        as(school.tokenOf(school.second(), Role.STUDENT)).get(record).then().statusCode(403);
        as(student).get("/classes/" + school.classId() + "/marks").then().statusCode(403);
        var other = schools.make();
        as(other.tokenOf(other.head(), Role.HEAD)).get(record).then().statusCode(404);
        as(other.tokenOf(other.teacher(), Role.TEACHER))
                .get("/classes/" + school.classId() + "/competency")
                .then()
                .statusCode(404);
        as(teacher)
                .get("/classes/" + school.classId() + "/competency")
                .then()
                .statusCode(200)
                .body("target.code", equalTo("TC2"))
                .body("competences", hasSize(24))
                .body("students.name", contains("Lê Hoàng An", "Nguyễn Hoàng Bảo Ngọc"))
                .body("students[0].cells.'1.1'.level", equalTo(0));

        var looks = database.createNativeQuery(
                        "select what from record_access where learner_id = :learner and reader_id = :reader",
                        String.class)
                .setParameter("learner", school.first())
                .setParameter("reader", school.teacher())
                .getResultList();
        assertEquals(
                List.of("competency", "competency/1.1"), looks.stream().sorted().toList());
        assertEquals(
                2L,
                database.createNativeQuery("select count(*) from record_access where learner_id = :learner", Long.class)
                        .setParameter("learner", school.first())
                        .getSingleResult());
    }

    @Test
    void aMaterialsTitleFollowsTheLibraryAndAWithdrawnOneIsNotPublished() {
        var material = UUID.randomUUID();
        var lesson = lesson(List.of(Map.of("id", "m1", "kind", "material", "materialId", material, "title", "Tên cũ")));
        PeekingKafka.send(
                "content.material-published.v1",
                material,
                OtherServices.materialPublished(school, material, "Áp suất trong đời sống"));

        await(() -> "Áp suất trong đời sống"
                .equals(as(teacher).get("/lessons/" + lesson + "/draft").path("blocks[0].title")));
        as(teacher).get("/lessons/" + lesson + "/draft").then().body("blocks[0].version", equalTo(3));
        PeekingKafka.send("content.material-withdrawn.v1", material, OtherServices.materialWithdrawn(school, material));
        await(() -> count("known_material where withdrawn and id = '" + material + "'") == 1);
        as(teacher)
                .body(Map.of("revision", 2))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(409)
                .body("slug", equalTo("material-withdrawn"));
    }

    private String publishedLesson() {
        var lesson = lesson(List.of(
                Map.of("id", "b1", "kind", "text", "html", "<p>Vì sao chân đập phải dày?</p>"),
                Map.of(
                        "id",
                        "b2",
                        "kind",
                        "task",
                        "title",
                        "Tìm số liệu",
                        "html",
                        "<p>x</p>",
                        "indicators",
                        List.of("1.1.TC2a"))));
        as(teacher)
                .body(Map.of("revision", 2))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(200);
        return lesson;
    }

    private String lesson(List<Map<String, ?>> blocks) {
        String course = made(
                Map.of(
                        "title",
                        "Khoa học tự nhiên 8",
                        "subject",
                        "khtn",
                        "grade",
                        8,
                        "classIds",
                        List.of(school.classId())),
                "/courses");
        String section = made(Map.of("title", "Chương III"), "/courses/" + course + "/sections");
        String lesson = made(Map.of("title", "Bài 16"), "/sections/" + section + "/lessons");
        as(teacher)
                .body(Map.of(
                        "revision",
                        1,
                        "title",
                        "Bài 16. Áp suất chất lỏng",
                        "minutes",
                        20,
                        "blocks",
                        blocks,
                        "indicators",
                        List.of("1.1.TC2b")))
                .put("/lessons/" + lesson + "/draft")
                .then()
                .statusCode(200);
        return lesson;
    }

    private String made(Map<String, ?> body, String at) {
        return as(teacher).body(body).post(at).then().statusCode(201).extract().path("id");
    }

    private UUID courseOf(String lesson) {
        return UUID.fromString(as(student).get("/lessons/" + lesson).path("courseId"));
    }

    private ValidatableResponse read(String lesson, List<String> seen) {
        return as(student)
                .body(Map.of("version", 1, "seen", seen, "seconds", 30))
                .put("/lessons/" + lesson + "/progress")
                .then()
                .statusCode(200);
    }

    private void release(UUID assignment, UUID sitting, String mark, Instant releasedAt) {
        PeekingKafka.send(
                "assessment.result-released.v1",
                school.first(),
                OtherServices.resultReleased(school, assignment, sitting, mark, releasedAt));
    }

    private boolean met(String token, String competence) {
        JsonNode map = as(token).get("/my/competency").as(JsonNode.class);
        for (var domain : map.get("domains")) {
            for (var each : domain.get("competences")) {
                if (each.get("code").asText().equals(competence)) {
                    return each.get("met").asBoolean();
                }
            }
        }
        return false;
    }

    private long count(String table) {
        return (Long) database.createNativeQuery("select count(*) from " + table, Long.class)
                .getSingleResult();
    }

    private static void await(BooleanSupplier wanted) {
        var end = Instant.now().plus(Duration.ofSeconds(40));
        while (!wanted.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not come about in 40 s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
