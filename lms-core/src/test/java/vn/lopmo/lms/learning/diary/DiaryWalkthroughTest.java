package vn.lopmo.lms.learning.diary;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

@QuarkusTest
@TestProfile(SignedTokens.class)
class DiaryWalkthroughTest {
    /// A Wednesday of this school year that is over.
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    @Inject
    TestSchools schools;

    @Inject
    Event<PersonErased> erased;

    @Inject
    Rows rows;

    private TestSchools.Small school;
    private String teacher;
    private String head;

    @BeforeEach
    void aClass() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        head = school.tokenOf(school.head(), Role.HEAD);
    }

    @Test
    void aPeriodIsWrittenMendedReadByTheHeadAndTakenOut() {
        as(teacher).get("/diaries").then().body("name", contains("8A2")).body("write", contains(true));
        write(teacher, line(1)).statusCode(200).body("lines", hasSize(1)).body("monday", equalTo("2026-10-12"));
        write(teacher, line(2)).statusCode(200);
        var mended = line(1);
        mended.put("grade", "B");
        write(teacher, mended)
                .body("lines.line.period", contains(1, 2))
                .body("lines[0].line.grade", equalTo("B"))
                .body("lines[0].line.absent.learnerId", contains(school.second().toString()))
                .body("lines[0].teacher", equalTo("Trần Thị Thu Huyền"))
                .body("lines[0].mine", equalTo(true));

        String id = week(head).body("may.write", equalTo(false)).extract().path("lines[1].id");
        as(head).delete("/diaries/" + school.classId() + "/lines/" + id).then().statusCode(409);
        as(teacher)
                .delete("/diaries/" + school.classId() + "/lines/" + id)
                .then()
                .statusCode(204);
        as(teacher)
                .delete("/diaries/" + school.classId() + "/lines/" + id)
                .then()
                .statusCode(404);
        week(head).body("lines", hasSize(1));
    }

    @Test
    void onesPeriodIsNotAnothersAndTheHeadSumsTheWeekUp() {
        write(teacher, line(1)).statusCode(200);
        var admin = school.tokenOf(schools.join(school.school(), "Đỗ Quản Trị", Set.of(Role.ADMIN)), Role.ADMIN);
        write(admin, line(1)).statusCode(200).body("lines[0].teacher", equalTo("Trần Thị Thu Huyền"));
        write(admin, line(3)).statusCode(200);
        write(teacher, line(3)).statusCode(409).body("slug", equalTo("diary-line-taken"));

        as(teacher)
                .body(Map.of("text", "Tốt"))
                .put("/diaries/" + school.classId() + "/weeks/" + DAY)
                .then()
                .statusCode(403);
        as(head).body(Map.of("text", "Lớp học nghiêm túc."))
                .put("/diaries/" + school.classId() + "/weeks/" + DAY)
                .then()
                .body("summary.text", equalTo("Lớp học nghiêm túc."))
                .body("summary.by", equalTo("Phạm Ngọc Ánh"));
    }

    @Test
    void whatCannotBeIsRefused() {
        var future = line(1);
        future.put("day", LocalDate.now().plusDays(3).toString());
        write(teacher, future).statusCode(422).body("slug", equalTo("diary-day-to-come"));
        var stranger = line(1);
        stranger.put("absent", List.of(Map.of("learnerId", school.teacher(), "excused", true)));
        write(teacher, stranger).statusCode(422).body("slug", equalTo("learner-not-in-class"));
        var none = line(1);
        none.put("subject", "phep-thuat");
        write(teacher, none).statusCode(422);
        write(school.tokenOf(school.first(), Role.STUDENT), line(1)).statusCode(403);
        as(school.tokenOf(school.guardian(), Role.GUARDIAN))
                .get("/diaries/" + school.classId())
                .then()
                .statusCode(403);
        var other = schools.make();
        write(other.tokenOf(other.teacher(), Role.TEACHER), line(1)).statusCode(404);
        as(school.tokenOf(school.first(), Role.STUDENT)).get("/diaries").then().statusCode(403);
    }

    @Test
    void theAbsencesOfAnErasedPersonGo() {
        write(teacher, line(1));

        QuarkusTransaction.requiringNew()
                .run(() -> erased.fire(new PersonErased(school.school(), school.second(), Instant.now())));

        week(teacher).body("lines[0].line.absent", empty());
    }

    private Map<String, Object> line(int period) {
        var line = new HashMap<String, Object>();
        line.put("day", DAY.toString());
        line.put("session", "MORNING");
        line.put("period", period);
        line.put("subject", "khtn");
        line.put("planPeriod", 12 + period);
        line.put("content", "Bài 16. Áp suất chất lỏng");
        line.put("absent", List.of(Map.of("learnerId", school.second(), "excused", true)));
        line.put("remark", "Lớp chú ý");
        line.put("grade", "A");
        return line;
    }

    private ValidatableResponse write(String who, Map<String, Object> line) {
        return as(who).body(line).put("/diaries/" + school.classId() + "/lines").then();
    }

    private ValidatableResponse week(String who) {
        return as(who).get("/diaries/" + school.classId() + "?day=" + DAY)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
