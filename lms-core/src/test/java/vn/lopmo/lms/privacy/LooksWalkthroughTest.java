package vn.lopmo.lms.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.gradebook.book.BookAtSchool;
import vn.lopmo.lms.learning.task.AtSchool;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.person.PersonExports;
import vn.lopmo.platform.sql.Rows;

/// The staff opens what is held of a pupil, and the pupil, his guardian and the head know of it.
@QuarkusTest
@TestProfile(SignedTokens.class)
class LooksWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    RecordReads reads;

    @Inject
    Event<PersonExports.Opened> exports;

    @Inject
    Rows rows;

    private AtSchool at;
    private TestSchools.Small school;

    @BeforeEach
    void aSchool() {
        at = new AtSchool(schools.make());
        school = at.school;
    }

    /// What one of the staff looked at of a pupil; each kind as often as there are lines.
    private List<String> noted(UUID reader, UUID learner) {
        return rows.list(
                "select what from record_access where reader_id = ? and learner_id = ? order by what",
                row -> row.text(1),
                reader,
                learner);
    }

    private List<String> byTeacher(UUID learner) {
        return noted(school.teacher(), learner);
    }

    @Test
    void aClassThatIsLookedAtIsALineForEachPupilAndDay() {
        var book = new BookAtSchool(school, "toan", 1);
        book.get(at.teacher).statusCode(200);
        book.get(at.teacher).statusCode(200);
        new BookAtSchool(school, "gdcd", 2).get(at.teacher).statusCode(200);
        as(at.teacher).get("/classes/" + school.classId() + "/marks").then().statusCode(200);
        assertEquals(List.of("marks"), byTeacher(school.first()));
        assertEquals(List.of("marks"), byTeacher(school.second()));

        as(at.teacher).get(book.path() + "/sheet.xlsx").then().statusCode(200);
        as(at.teacher).get("/class-sheets/" + school.classId() + "/1").then().statusCode(200);
        as(at.teacher)
                .get("/classes/" + school.classId() + "/competency")
                .then()
                .statusCode(200);
        as(at.teacher).get("/course-standing/" + at.course).then().statusCode(200);
        as(at.teacher).get("/lessons/" + at.lesson + "/standing").then().statusCode(200);
        var all = List.of("class-sheet", "competency", "marks", "marks-file", "standing");
        assertEquals(all, byTeacher(school.first()));
        assertEquals(all, byTeacher(school.second()));
    }

    @Test
    void theRegisterSaysAClassInOneRowAndFindsAPupilByName() {
        new BookAtSchool(school, "toan", 1).get(at.teacher).statusCode(200);

        as(at.head)
                .get("/privacy/accesses")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].what", equalTo("marks"))
                .body("[0].reader", equalTo("Trần Thị Thu Huyền"))
                .body("[0].learners", equalTo(2))
                .body("[0].learner", nullValue());
        as(at.head)
                .queryParam("q", "bao ngoc")
                .get("/privacy/accesses")
                .then()
                .body("[0].learners", equalTo(1))
                .body("[0].learner", equalTo("Nguyễn Hoàng Bảo Ngọc"));
        as(at.head).queryParam("q", "thu huyền").get("/privacy/accesses").then().body("[0].learners", equalTo(2));
        as(at.head).queryParam("q", "không ai").get("/privacy/accesses").then().body("", empty());
        var elsewhere = schools.make();
        as(elsewhere.tokenOf(elsewhere.head(), Role.HEAD))
                .get("/privacy/accesses")
                .then()
                .body("", empty());
    }

    @Test
    void handedInWorkAndQuestionsOfAPupilAreNoted() {
        at.handIn(at.first, "Em làm rồi ạ.").statusCode(200);
        String work = at.desk()
                .statusCode(200)
                .extract()
                .path("classes[0].learners.find { it.standing == 'HANDED_IN' }.workId");
        assertEquals(List.of("work"), byTeacher(school.second()), "who handed in what, of the whole class");
        as(at.teacher).get("/task-works/" + work).then().statusCode(200);
        as(at.first)
                .body(Map.of("key", UUID.randomUUID(), "text", "Thầy ơi?"))
                .post("/lesson-questions/" + at.lesson)
                .then()
                .statusCode(200);
        as(at.teacher).get("/questions").then().statusCode(200).body("", hasSize(1));

        assertEquals(List.of("questions", "work"), byTeacher(school.first()));
    }

    @Test
    void aPersonsFileAndACopyOfEverythingAreNoted() {
        var admin = schools.join(school.school(), "Lê Quản Trị", Set.of(Role.ADMIN));
        as(school.tokenOf(admin, Role.ADMIN))
                .get("/person-files/" + school.first())
                .then()
                .statusCode(200);
        as(school.tokenOf(admin, Role.ADMIN))
                .get("/person-files/" + school.teacher())
                .then()
                .statusCode(200);
        exports.fire(new PersonExports.Opened(school.first(), new Caller(admin, school.school(), Set.of(Role.ADMIN))));
        exports.fire(new PersonExports.Opened(
                school.first(), new Caller(school.guardian(), school.school(), Set.of(Role.GUARDIAN))));

        assertEquals(List.of("export", "person-file"), noted(admin, school.first()));
        assertEquals(List.of(), noted(admin, school.teacher()));
        assertEquals(List.of(), noted(school.guardian(), school.first()));
    }

    @Test
    void whoLooksIntoWhatIsHisOwnLeavesNoLine() {
        as(at.first).get("/my/mark-book").then().statusCode(200);
        as(at.first).get("/my/marks").then().statusCode(200);
        as(at.guardian).get("/my/children/" + school.first() + "/marks").then().statusCode(200);
        as(at.guardian).get("/people/" + school.first() + "/competency").then().statusCode(200);
        // a teacher whose own child is in the class
        rows.change(
                "insert into guardianship (id, school_id, guardian_id, child_id, created_at) values (?, ?, ?, ?, now())",
                UUID.randomUUID(),
                school.school(),
                school.teacher(),
                school.second());
        new BookAtSchool(school, "toan", 1).get(at.teacher).statusCode(200);

        assertEquals(
                List.of(school.teacher()),
                rows.list(
                        "select reader_id from record_access where school_id = ?",
                        row -> row.uuid(1),
                        school.school()));
        assertEquals(List.of(), byTeacher(school.second()));
    }

    @Test
    void aLookThatWasRolledBackIsNotedTheNextTime() {
        var teacher = new Caller(school.teacher(), school.school(), Set.of(Role.TEACHER));
        QuarkusTransaction.begin();
        reads.note(teacher, school.first(), RecordReads.MARKS);
        QuarkusTransaction.rollback();
        assertEquals(List.of(), byTeacher(school.first()));

        reads.note(teacher, school.first(), RecordReads.MARKS);
        reads.note(teacher, school.first(), RecordReads.MARKS);
        assertEquals(List.of("marks"), byTeacher(school.first()));
    }

    @Test
    void thePupilAndHisGuardianReadWhoLooked() {
        new BookAtSchool(school, "toan", 1).get(at.teacher).statusCode(200);
        as(at.head).get("/people/" + school.first() + "/competency").then().statusCode(200);

        as(at.first)
                .get("/my/privacy/looks")
                .then()
                .statusCode(200)
                .body("what", contains("competency", "marks"))
                .body("reader", contains("Phạm Ngọc Ánh", "Trần Thị Thu Huyền"));
        as(at.guardian)
                .get("/my/privacy/looks?child=" + school.first())
                .then()
                .statusCode(200)
                .body("what", containsInAnyOrder("competency", "marks"));
        as(at.guardian).get("/my/privacy/looks?child=" + school.second()).then().statusCode(404);
        as(at.second).get("/my/privacy/looks").then().body("what", contains("marks"));
        as(at.first).get("/my/privacy/looks?child=" + school.second()).then().statusCode(404);
    }
}
