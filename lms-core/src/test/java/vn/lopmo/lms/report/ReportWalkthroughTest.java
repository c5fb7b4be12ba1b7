package vn.lopmo.lms.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.competency.PeekingKafka;
import vn.lopmo.lms.course.Desk;
import vn.lopmo.lms.course.MaterialPublished;
import vn.lopmo.lms.learning.QuestionAnswered;
import vn.lopmo.lms.learning.QuestionAsked;
import vn.lopmo.lms.learning.TaskGiven;
import vn.lopmo.lms.learning.TaskHandedIn;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

@QuarkusTest
@TestProfile(SignedTokens.class)
class ReportWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<Object> events;

    @Inject
    Rows rows;

    private TestSchools.Small school;
    private String head;
    private String teacher;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        head = school.tokenOf(school.head(), Role.HEAD);
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
    }

    @Test
    void whatHappensIsCountedAndNobodyIsNamed() {
        var desk = new Desk(teacher);
        var taught = desk.course("KHTN 8", school.classId());
        var course = UUID.fromString(taught);
        desk.published(taught, "Bài 16");
        new Desk(teacher).published(taught, "Bài 17");
        var now = Instant.now();
        var lesson = UUID.randomUUID();
        var task = UUID.randomUUID();
        fire(new TaskGiven(school.school(), course, lesson, task, List.of(school.classId()), "Vẽ", null, now));
        fire(new TaskHandedIn(
                school.school(), course, lesson, task, school.classId(), "Vẽ", school.first(), false, now));
        fire(new QuestionAsked(
                school.school(), course, lesson, UUID.randomUUID(), school.classId(), school.first(), now));
        fire(new QuestionAsked(
                school.school(), course, lesson, UUID.randomUUID(), school.classId(), school.second(), now));
        fire(new QuestionAnswered(school.school(), course, lesson, UUID.randomUUID(), school.first(), now));
        var material = UUID.randomUUID();
        fire(new MaterialPublished(school.school(), material, 1, "Áp suất", "VIDEO", false));
        fire(new MaterialPublished(school.school(), material, 2, "Áp suất", "VIDEO", false));

        var answer = as(head).get("/reports/use" + days()).then().statusCode(200);

        answer.body("parts", hasSize(1))
                .body("unit", nullValue())
                .body("total.pupils", equalTo(2))
                .body("total.teachers", equalTo(1))
                .body("total.otherStaff", equalTo(1))
                .body("total.guardians", equalTo(1))
                .body("total.pupilsFollowed", equalTo(1))
                .body("total.lessonsPublished", equalTo(2))
                .body("total.tasksGiven", equalTo(1))
                .body("total.handedIn", equalTo(1))
                .body("total.questions", equalTo(2))
                .body("total.answers", equalTo(1))
                .body("total.materialsNew", equalTo(1))
                .body("total.teachersBuilding", equalTo(1))
                .body("total.teachersUsing", equalTo(1))
                .body("weeks[0].lessonsPublished", equalTo(2))
                .body("weeks[0].handedIn", equalTo(1))
                .body("scored.find { it.code == 'QUESTIONS' }.of", equalTo(2))
                .body("scored.find { it.code == 'TEACHERS_WITH_ACCOUNT' }.count", equalTo(1))
                .body("scored.find { it.code == 'TEACHERS_WITH_ACCOUNT' }.of", equalTo(1));
        var text = answer.extract().asString();
        for (var name : List.of(
                "Ngọc", "Huyền", school.first().toString(), school.teacher().toString())) {
            assertFalse(text.contains(name), name);
        }
        var past = "?from=2026-01-01&to=2026-01-31";
        as(head).get("/reports/use" + past)
                .then()
                .body("total.lessonsPublished", equalTo(0))
                .body("weeks", hasSize(5));
    }

    @Test
    void aTeacherOfAListThatWasGivenUpIsEnteredAndHasNoAccount() {
        brought("FAILED", "2026-09-01T00:00:00Z", "TEACHER", "STUDENT");
        withAccount(1, 2);

        // brought again, the list of before says nothing any more
        brought("APPLYING", "2026-09-02T00:00:00Z", "TEACHER", "TEACHER");
        withAccount(1, 3);
        brought("PREVIEW", "2026-09-03T00:00:00Z", "TEACHER");
        withAccount(1, 3);
    }

    private void brought(String state, String at, String... roles) {
        var list = UUID.randomUUID();
        rows.change(
                "insert into roster_import (id, school_id, file_name, state, created_at, created_by, kind)"
                        + " values (?, ?, 'ds.zip', ?, cast(? as timestamptz), ?, 'ONEROSTER')",
                list,
                school.school(),
                state,
                at,
                school.head());
        for (var role : roles) {
            rows.change(
                    "insert into roster_row (id, import_id, sheet_row, verdict, name, reasons, changes, roles)"
                            + " values (?, ?, 1, 'NEW', 'Lê Thu', '{}', '[]', ?)",
                    UUID.randomUUID(),
                    list,
                    new String[] {role});
        }
    }

    private void withAccount(int count, int of) {
        as(head).get("/reports/use" + days())
                .then()
                .body("scored.find { it.code == 'TEACHERS_WITH_ACCOUNT' }.count", equalTo(count))
                .body("scored.find { it.code == 'TEACHERS_WITH_ACCOUNT' }.of", equalTo(of));
    }

    @Test
    void testsInComputerRoomsAreCountedOnceSomebodyHasAResult() {
        var taken = given("EXAM", true);
        given("EXAM", true);
        result(taken, school.first());
        result(taken, school.second());
        result(given("EXAM", false), school.first());
        result(given("EXAM", null), school.first());
        result(given("PRACTICE", true), school.first());

        await(() -> figure("testsGiven") == 4 && figure("testsTaken") == 5);

        as(head).get("/reports/use" + days())
                .then()
                .body("total.testsInRooms", equalTo(1))
                .body("total.takenInRooms", equalTo(2))
                .body("parts[0].sum.testsInRooms", equalTo(1))
                .body("scored.find { it.code == 'ROOM_TESTS' }.count", equalTo(1))
                .body("scored.find { it.code == 'ROOM_TESTS' }.points", equalTo(15));
    }

    private int figure(String name) {
        return as(head).get("/reports/use" + days()).path("total." + name);
    }

    /// @param atSchool null as older events are
    private UUID given(String mode, @Nullable Boolean atSchool) {
        var id = UUID.randomUUID();
        var told = new HashMap<String, Object>(Map.of(
                "schoolId",
                school.school(),
                "assignmentId",
                id,
                "title",
                "Kiểm tra giữa kì I",
                "subject",
                "tin-hoc",
                "classIds",
                List.of(school.classId()),
                "opensAt",
                Instant.now().minusSeconds(60).toString(),
                "closesAt",
                Instant.now().plusSeconds(60).toString(),
                "questions",
                4,
                "maxMark",
                10,
                "mode",
                mode));
        if (atSchool != null) {
            told.put("atSchool", atSchool);
        }
        PeekingKafka.send("assessment.paper-assigned.v1", id, told);
        return id;
    }

    private void result(UUID assignment, UUID learner) {
        var told = Map.of(
                "schoolId",
                school.school(),
                "learnerId",
                learner,
                "assignmentId",
                assignment,
                "sittingId",
                UUID.randomUUID(),
                "title",
                "Kiểm tra giữa kì I",
                "subject",
                "tin-hoc",
                "mark",
                8.25,
                "maxMark",
                10,
                "releasedAt",
                Instant.now().toString(),
                "items",
                List.of());
        PeekingKafka.send("assessment.result-released.v1", learner, told);
    }

    private static void await(BooleanSupplier wanted) {
        var end = Instant.now().plusSeconds(40);
        while (!wanted.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "did not come about in 40 s");
            LockSupport.parkNanos(200_000_000);
        }
    }

    @Test
    void nobodyElseReadsReportsAndDaysAreNeeded() {
        for (var role : List.of(Role.TEACHER, Role.STUDENT, Role.GUARDIAN, Role.LIBRARIAN)) {
            as(school.tokenOf(school.teacher(), role))
                    .get("/reports/use" + days())
                    .then()
                    .statusCode(403);
        }
        as(head).get("/reports/use").then().statusCode(422);
        as(head).get("/reports/use?from=2026-02-01&to=2026-01-01").then().statusCode(422);
        as(head).get("/reports/use?from=2020-01-01&to=2026-01-01").then().statusCode(422);
    }

    @Test
    void theWorkbookSaysTheSame() throws Exception {
        var desk = new Desk(teacher);
        desk.published(desk.course("KHTN 8", school.classId()), "Bài 16");

        var answer = as(head).get("/reports/use/sheet.xlsx" + days())
                .then()
                .statusCode(200)
                .extract();

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            assertEquals(3, book.getNumberOfSheets());
            var sheet = book.getSheet("Tổng hợp");
            assertEquals("Bài giảng đã xuất bản", sheet.getRow(8).getCell(0).getStringCellValue());
            assertEquals(1, sheet.getRow(8).getCell(1).getNumericCellValue());
            assertEquals(
                    "Bài kiểm tra trên phòng máy", sheet.getRow(13).getCell(0).getStringCellValue());
            assertEquals(10, book.getSheet("Quyết định 4725").getLastRowNum());
        }
    }

    private static String days() {
        var today = LocalDate.now(ClockSource.VIETNAM);
        return "?from=" + today.minusDays(6) + "&to=" + today;
    }

    private void fire(Object event) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(event));
    }
}
