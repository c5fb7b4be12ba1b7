package vn.lopmo.lms.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.Desk;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.time.ClockSource;

/// A head arranges a year: its terms, subject groups, who teaches what, who leads which class.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TeachingResourceTest {
    @Inject
    TestSchools schools;

    @Inject
    Teachings teachings;

    @Inject
    SubjectGroups groups;

    @Inject
    SchoolClasses classes;

    private TestSchools.Small school;

    @BeforeEach
    void aSchool() {
        school = schools.make();
    }

    private RequestSpecification as(UUID person, Role role) {
        return given().auth().oauth2(school.tokenOf(person, role)).contentType(ContentType.JSON);
    }

    private RequestSpecification head() {
        return as(school.head(), Role.HEAD);
    }

    private RequestSpecification teacher() {
        return as(school.teacher(), Role.TEACHER);
    }

    private boolean teaches(UUID teacher, String subject, LocalDate day) {
        return QuarkusTransaction.requiringNew().call(() -> teachings.teaches(teacher, school.classId(), subject, day));
    }

    @Test
    void aYearHasTwoTermsWhoseDaysTheHeadSets() {
        String year = head().get("/school-years")
                .then()
                .statusCode(200)
                .body("[0].current", equalTo(true))
                .body("[0].terms.number", contains(1, 2))
                .extract()
                .path("[0].id");
        var days = Map.of(
                "terms",
                List.of(
                        Map.of("number", 1, "startsOn", "2026-09-07", "endsOn", "2027-01-10"),
                        Map.of("number", 2, "startsOn", "2027-01-11", "endsOn", "2027-05-28")));

        head().body(days)
                .put("/school-years/" + year + "/terms")
                .then()
                .statusCode(200)
                .body("terms[1].startsOn", equalTo("2027-01-11"));

        var overlapping = Map.of(
                "terms",
                List.of(
                        Map.of("number", 1, "startsOn", "2026-09-07", "endsOn", "2027-01-20"),
                        Map.of("number", 2, "startsOn", "2027-01-11", "endsOn", "2027-05-28")));
        head().body(overlapping).put("/school-years/" + year + "/terms").then().statusCode(422);
        teacher().body(days).put("/school-years/" + year + "/terms").then().statusCode(403);
        var elsewhere = schools.make();
        given().auth()
                .oauth2(elsewhere.tokenOf(elsewhere.head(), Role.HEAD))
                .contentType(ContentType.JSON)
                .body(days)
                .put("/school-years/" + year + "/terms")
                .then()
                .statusCode(404);
    }

    @Test
    void whoTeachesWhatIsOpenUntilTheSchoolHasSaidIt() {
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var colleague = schools.join(school.school(), "Vũ Thị Mai", Set.of(Role.TEACHER));
        assertTrue(teaches(school.teacher(), "toan", today));
        assertFalse(teaches(colleague, "toan", today));

        String id = head().body(Map.of("teacherId", colleague, "classId", school.classId(), "subject", "toan"))
                .post("/teachings")
                .then()
                .statusCode(201)
                .body("className", equalTo("8A2"))
                .body("teacherName", equalTo("Vũ Thị Mai"))
                .body("term", nullValue())
                .extract()
                .path("id");

        assertTrue(teaches(colleague, "toan", today));
        assertFalse(teaches(colleague, "ngu-van", today));
        assertFalse(teaches(school.teacher(), "toan", today));
        as(colleague, Role.TEACHER).get("/classes").then().body("name", contains("8A2"));
        teacher().get("/teachings").then().statusCode(200).body("id", contains(id));

        head().delete("/teachings/" + id).then().statusCode(204);
        head().get("/teachings").then().body("$", hasSize(0));
        as(colleague, Role.TEACHER).get("/classes").then().body("$", hasSize(0));
        assertTrue(teaches(colleague, "toan", today), "his last day is today");
        assertFalse(teaches(colleague, "toan", today.plusDays(1)));
    }

    @Test
    void onlyATeacherOfTheSchoolIsAssignedAndOnlyByWhoMay() {
        var form = new HashMap<String, Object>(
                Map.of("teacherId", school.first(), "classId", school.classId(), "subject", "toan"));
        head().body(form).post("/teachings").then().statusCode(422).body("slug", equalTo("not-a-teacher"));
        form.put("teacherId", school.teacher());
        form.put("subject", "bay");
        head().body(form).post("/teachings").then().statusCode(422).body("slug", equalTo("unknown-subject"));
        form.put("subject", "toan");
        form.put("teacherId", schools.make().teacher());
        head().body(form).post("/teachings").then().statusCode(404);
        form.put("teacherId", school.teacher());
        teacher().body(form).post("/teachings").then().statusCode(403);
        as(school.first(), Role.STUDENT).get("/teachings").then().statusCode(403);
        String id = head().body(form)
                .post("/teachings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(id, head().body(form).post("/teachings").path("id"), "said twice it is one");
        var elsewhere = schools.make();
        given().auth()
                .oauth2(elsewhere.tokenOf(elsewhere.head(), Role.HEAD))
                .delete("/teachings/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aHomeroomTeacherIsInHisClassForAsLongAsHeLeadsIt() {
        var colleague = schools.join(school.school(), "Vũ Thị Mai", Set.of(Role.TEACHER));
        head().body(Map.of("name", "8A3", "homeroomTeacherId", colleague))
                .put("/classes/" + school.classId())
                .then()
                .statusCode(200)
                .body("name", equalTo("8A3"));
        as(colleague, Role.TEACHER).get("/classes").then().body("name", contains("8A3"));
        var homeroom = QuarkusTransaction.requiringNew().call(() -> classes.homeroomOf(school.classId()));
        assertEquals(colleague, homeroom.orElseThrow());
        String year = head().get("/school-years").path("[0].id");
        head().get("/school-years/" + year + "/classes")
                .then()
                .body("[0].homeroomTeacher.name", equalTo("Vũ Thị Mai"))
                .body("[0].students", equalTo(2));

        head().body(Map.of("name", "8A3"))
                .put("/classes/" + school.classId())
                .then()
                .statusCode(200);

        as(colleague, Role.TEACHER).get("/classes").then().body("$", hasSize(0));
        teacher()
                .body(Map.of("name", "8A4"))
                .put("/classes/" + school.classId())
                .then()
                .statusCode(403);
    }

    @Test
    void whoStopsLeadingAClassStillTeachesItWhereTheSchoolHasEnteredNobody() {
        leadBy(school.teacher());
        leadBy(null);
        teacher().get("/classes").then().body("name", contains("8A2"));

        var colleague = schools.join(school.school(), "Vũ Thị Mai", Set.of(Role.TEACHER));
        leadBy(colleague);
        new Desk(school.tokenOf(colleague, Role.TEACHER)).course("Ngữ văn 8", school.classId());
        leadBy(school.teacher());
        as(colleague, Role.TEACHER).get("/classes").then().body("name", contains("8A2"));

        head().body(Map.of("teacherId", colleague, "classId", school.classId(), "subject", "ngu-van"))
                .post("/teachings")
                .then()
                .statusCode(201);
        leadBy(null);
        teacher().get("/classes").then().body("$", hasSize(0));
        as(colleague, Role.TEACHER).get("/classes").then().body("name", contains("8A2"));
    }

    private void leadBy(@Nullable UUID teacher) {
        var change = new HashMap<String, @Nullable Object>();
        change.put("name", "8A2");
        change.put("homeroomTeacherId", teacher);
        head().body(change).put("/classes/" + school.classId()).then().statusCode(200);
    }

    @Test
    void aSheetIsLookedAtEnteredAndAgainChangesNothing() {
        var sheet = """
                PHÂN CÔNG CHUYÊN MÔN;;;
                Lớp;Môn học;Giáo viên;Học kì
                8A2;Toán;Trần Thị Thu Huyền;
                8A2;Ngữ văn;Trần Thị Thu Huyền;1
                9Z;Toán;Trần Thị Thu Huyền;
                8A2;Bay;Ai Đó;x
                """.getBytes(StandardCharsets.UTF_8);

        sheet(sheet, false)
                .body("applied", equalTo(false))
                .body("rows.verdict", contains("NEW", "NEW", "REJECTED", "REJECTED"))
                .body("rows[2].sheetRow", equalTo(5))
                .body("rows[2].reasons.column", contains("Lớp"))
                .body("rows[3].reasons.slug", contains("row-subject-unknown", "row-teacher-unknown", "row-term-odd"));
        head().get("/teachings").then().body("$", hasSize(0));
        sheet(sheet, true);
        head().get("/teachings")
                .then()
                .body("subject", contains("ngu-van", "toan"))
                .body("term", contains(1, null));
        sheet(sheet, true).body("rows.verdict", contains("UNCHANGED", "UNCHANGED", "REJECTED", "REJECTED"));
        head().get("/teachings").then().body("$", hasSize(2));
    }

    private ValidatableResponse sheet(byte[] file, boolean apply) {
        return given().auth()
                .oauth2(school.tokenOf(school.head(), Role.HEAD))
                .multiPart("file", "phan-cong.csv", file)
                .post("/teachings/sheet?apply=" + apply)
                .then()
                .statusCode(200);
    }

    @Test
    void aSubjectGroupIsLedBySomebodyForItsSubjects() {
        var form = Map.of(
                "name",
                "Tổ Khoa học tự nhiên",
                "subjects",
                List.of("khtn", "toan"),
                "leaderId",
                school.teacher(),
                "memberIds",
                List.of(school.head()));
        String id = head().body(form)
                .post("/subject-groups")
                .then()
                .statusCode(201)
                .body(
                        "members.id",
                        containsInAnyOrder(
                                school.teacher().toString(), school.head().toString()))
                .extract()
                .path("id");
        assertTrue(QuarkusTransaction.requiringNew().call(() -> groups.leads(school.teacher(), "toan")));
        assertFalse(QuarkusTransaction.requiringNew().call(() -> groups.leads(school.teacher(), "ngu-van")));
        assertFalse(QuarkusTransaction.requiringNew().call(() -> groups.leads(school.head(), "toan")));

        head().body(form).post("/subject-groups").then().statusCode(409);
        teacher().get("/subject-groups").then().body("id", contains(id));
        teacher().body(form).put("/subject-groups/" + id).then().statusCode(403);
        var pupil = Map.of("name", "Tổ Văn", "subjects", List.of("ngu-van"), "memberIds", List.of(school.first()));
        head().body(pupil).post("/subject-groups").then().statusCode(422);
        head().delete("/subject-groups/" + id).then().statusCode(204);
        head().get("/subject-groups").then().body("$", hasSize(0));
    }

    @Test
    void aPupilGoesToAnotherClassOnADayAndHisTimeInTheOldOneIsKept() {
        var admin = as(UUID.randomUUID(), Role.ADMIN);
        String other =
                admin.body(Map.of("name", "8A5", "grade", 8)).post("/classes").path("id");
        var today = LocalDate.now(ClockSource.VIETNAM);

        admin.body(Map.of("classId", other, "on", today.toString()))
                .post("/person-files/" + school.first() + "/transfer")
                .then()
                .statusCode(200)
                .body("stays.className", contains("8A5", "8A2"))
                .body("stays[0].until", nullValue())
                .body("stays[1].until", equalTo(today.toString()));

        admin.body(Map.of("classId", other, "on", today.plusDays(9).toString()))
                .post("/person-files/" + school.second() + "/transfer")
                .then()
                .statusCode(422)
                .body("slug", equalTo("move-in-future"));
        admin.body(Map.of("classId", other, "on", today.minusYears(1).toString()))
                .post("/person-files/" + school.second() + "/transfer")
                .then()
                .statusCode(422)
                .body("slug", equalTo("move-before-he-came"));
        head().body(Map.of("classId", other, "on", today.toString()))
                .post("/person-files/" + school.second() + "/transfer")
                .then()
                .statusCode(403);
        var elsewhere = schools.make();
        admin.body(Map.of("classId", other, "on", today.toString()))
                .post("/person-files/" + elsewhere.first() + "/transfer")
                .then()
                .statusCode(404);
    }

    @Test
    void aGuardianIsLinkedToAChildAndUnlinked() {
        var admin = as(UUID.randomUUID(), Role.ADMIN);
        var second = school.second();
        admin.body(Map.of("relation", "Bác"))
                .put("/person-files/" + second + "/guardians/" + school.guardian())
                .then()
                .statusCode(200)
                .body("guardians.name", contains("Nguyễn Văn Hoàng"))
                .body("guardians.relation", contains("Bác"))
                .body("guardians[0].acceptedAt", nullValue());
        as(school.guardian(), Role.GUARDIAN).get("/me").then().body("children", hasSize(2));
        admin.body(Map.of())
                .put("/person-files/" + second + "/guardians/" + school.teacher())
                .then()
                .statusCode(422)
                .body("slug", equalTo("not-a-guardian"));
        admin.delete("/person-files/" + second + "/guardians/" + school.guardian())
                .then()
                .statusCode(200);
        as(school.guardian(), Role.GUARDIAN).get("/me").then().body("children", hasSize(1));
        head().get("/person-files/" + second).then().statusCode(403);
    }
}
