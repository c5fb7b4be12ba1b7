package vn.lopmo.lms.learning;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.event.EventHandler;

/// A package in a lesson is done when it was played to its end, and its score is seen by who may.
@QuarkusTest
@TestProfile(SignedTokens.class)
class PackageScoredTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Inject
    TestSchools schools;

    @Inject
    PackageScored.Handler handler;

    @Inject
    EntityManager database;

    private final UUID material = UUID.randomUUID();
    private TestSchools.Small school;
    private String teacher;
    private String student;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        student = school.tokenOf(school.first(), Role.STUDENT);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into known_material (id, school_id, version, title, type, interactive)"
                                + " values (:id, :school, 1, 'Chơi gôn', 'GOI_TUONG_TAC', true)")
                .setParameter("id", material)
                .setParameter("school", school.school())
                .executeUpdate());
    }

    @Test
    void itIsDoneWhenItWasPlayedToItsEndAndNotWhenItWasSeen() {
        var lesson = lesson();
        see(lesson).body("share", equalTo(0.5f)).body("done", equalTo(false));

        tell("0.4", false);
        as(student).get("/lessons/" + lesson).then().body("packages[0].score", equalTo(0.4f));
        see(lesson).body("done", equalTo(false));

        tell("0.85", true);
        tell("0.3", false);
        as(student)
                .get("/lessons/" + lesson)
                .then()
                .body("progress.done", equalTo(true))
                .body("packages.blockId", contains("b2"))
                .body("packages[0].completed", equalTo(true))
                .body("packages[0].score", equalTo(0.85f));
        assertEquals(1L, completions(lesson), "told once");
    }

    @Test
    void theTeacherSeesEachLearner() {
        var lesson = lesson();
        tell("0.85", true);

        as(teacher)
                .get("/lessons/" + lesson + "/standing")
                .then()
                .statusCode(200)
                .body("packages.title", contains("Chơi gôn"))
                .body("classes[0].name", equalTo("8A2"))
                .body("classes[0].learners.name", contains("Lê Hoàng An", "Nguyễn Hoàng Bảo Ngọc"))
                .body("classes[0].learners[0].results", hasSize(0))
                .body("classes[0].learners[1].results[0].score", equalTo(0.85f))
                .body("classes[0].learners[1].share", equalTo(0.5f));
        as(student).get("/lessons/" + lesson + "/standing").then().statusCode(403);
    }

    @Test
    void whatTheLibraryTellsCanBeReadHere() throws IOException {
        var example = Path.of(System.getProperty("lopmo.root", ".."))
                .resolve("infra/contracts/events/content.package-scored.v1.example.json");

        var event = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(example.toFile(), PackageScored.class);

        assertEquals(new BigDecimal("0.85"), event.score());
        assertEquals(Boolean.TRUE, event.passed());
    }

    private void tell(String score, boolean completed) {
        var event = new PackageScored(
                school.school(), school.first(), material, new BigDecimal(score), completed, null, NOW);
        QuarkusTransaction.requiringNew()
                .run(() -> handler.handle(event, new EventHandler.Origin(UUID.randomUUID(), NOW)));
    }

    private long completions(String lesson) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from lesson_completion where lesson_id = cast(:lesson as uuid)")
                        .setParameter("lesson", lesson)
                        .getSingleResult())
                .longValue();
    }

    private io.restassured.response.ValidatableResponse see(String lesson) {
        return as(student)
                .body(Map.of("version", 1, "seen", List.of("b1", "b2"), "lastBlock", "b2", "seconds", 5))
                .put("/lessons/" + lesson + "/progress")
                .then()
                .statusCode(200);
    }

    private String lesson() {
        var course = made(
                "/courses",
                Map.of("title", "GDTC 8", "subject", "gdtc", "grade", 8, "classIds", List.of(school.classId())));
        var lesson = made(
                "/sections/" + made("/courses/" + course + "/sections", Map.of("title", "Chương I")) + "/lessons",
                Map.of("title", "Gôn"));
        var blocks = List.of(
                Map.of("id", "b1", "kind", "text", "html", "<p>Chào</p>"),
                Map.of("id", "b2", "kind", "material", "materialId", material, "version", 1));
        as(teacher)
                .body(Map.of(
                        "revision",
                        1,
                        "title",
                        "Gôn",
                        "summary",
                        "",
                        "minutes",
                        20,
                        "blocks",
                        blocks,
                        "indicators",
                        List.of()))
                .put("/lessons/" + lesson + "/draft")
                .then()
                .statusCode(200);
        as(teacher)
                .body(Map.of("revision", 2))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(200);
        return lesson;
    }

    private String made(String path, Map<String, ?> body) {
        return as(teacher)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
