package vn.lopmo.lms.gradebook.book;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.as;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.cell;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// A term in a mark book: typed, mended, locked, and seen by those who may.
@QuarkusTest
@TestProfile(SignedTokens.class)
class MarkBookWalkthroughTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private BookAtSchool civics;
    private String teacher;
    private String head;
    private String pupil;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        civics = new BookAtSchool(school, "gdcd", 1);
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        head = school.tokenOf(school.head(), Role.HEAD);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
    }

    @Test
    void theBooksOfAClassLieOnItsTeachersDesk() {
        as(teacher)
                .get("/mark-books")
                .then()
                .statusCode(200)
                .body("classes.name", contains("8A2"))
                .body("classes[0].leads", equalTo(true))
                .body("classes[0].subjects", hasSize(14))
                .body("classes[0].subjects.find { it.subject == 'toan' }.scheme", equalTo("SCORED"))
                .body("classes[0].subjects.find { it.subject == 'toan' }.write", equalTo(true));
        as(head).get("/mark-books")
                .then()
                .body("classes[0].subjects.write", org.hamcrest.Matchers.everyItem(equalTo(false)));
        as(pupil).get("/mark-books").then().statusCode(403);
    }

    @Test
    void marksAreTypedAndTheAverageFollows() {
        civics.get(teacher)
                .statusCode(200)
                .body("scheme", equalTo("SCORED"))
                .body("regular", equalTo(2))
                .body("columns.findAll { it.needed }.slot", contains("tx1", "tx2", "gk", "ck"))
                .body("rows.name", contains("Lê Hoàng An", "Nguyễn Hoàng Bảo Ngọc"))
                .body("rows[0].cells.size()", equalTo(0))
                .body("rows[0].term.missing", contains("tx1", "tx2", "gk", "ck"))
                .body("may.write", equalTo(true))
                .body("may.lock", equalTo(false));

        civics.put(teacher, school.first(), "tx 8,5 9 | gk 8 | ck 7")
                .statusCode(200)
                .body("refused", empty())
                .body("written.version", contains(1, 1, 1, 1))
                .body("written.value", containsInAnyOrder("8.5", "9", "8", "7"))
                // (8.5 + 9 + 16 + 21) / 7 = 7.785...
                .body("rows[0].term.average", equalTo(7.8f))
                .body("rows[0].year.average", nullValue());
    }

    @Test
    void twoTeachersDoNotOverwriteEachOther() {
        var second = schools.join(school.school(), "Quản trị", Set.of(Role.ADMIN));
        var other = school.tokenOf(second, Role.ADMIN);
        civics.put(teacher, List.of(cell(school.first(), "gk", "8", 0))).statusCode(200);

        civics.put(other, List.of(cell(school.first(), "gk", "6", 0), cell(school.first(), "ck", "7", 0)))
                .statusCode(200)
                .body("written.slot", contains("ck"))
                .body("refused.slot", contains("gk"))
                .body("refused.value", contains("8"))
                .body("refused.version", contains(1));
        civics.put(other, List.of(cell(school.first(), "gk", "6", 1))).body("written.version", contains(2));
        // the same again is no change, whatever version it is asked from
        civics.put(teacher, List.of(cell(school.first(), "gk", "6", 0)))
                .body("batch", nullValue())
                .body("written.version", contains(2));

        as(teacher)
                .queryParam("learnerId", school.first())
                .queryParam("slot", "gk")
                .get(civics.path() + "/history")
                .then()
                .body("was", contains("8", ""))
                .body("value", contains("6", "8"))
                .body("by", contains("Quản trị", "Trần Thị Thu Huyền"));
    }

    @Test
    void whatWasDoneLastIsUndone() {
        civics.put(teacher, school.first(), "tx 8 9 | gk 8 | ck 7");
        String batch = civics.put(
                        teacher, List.of(cell(school.first(), "tx1", "5", 1), cell(school.first(), "tx2", "", 1)))
                .body("rows[0].term.missing", contains("tx2"))
                .extract()
                .path("batch");

        undo(teacher, batch).statusCode(200).body("written.value", containsInAnyOrder("8", "9"));
        civics.get(teacher).body("rows[1].cells.tx1.value", equalTo("8"));
        undo(head, batch).statusCode(403);
        undo(teacher, UUID.randomUUID().toString()).statusCode(404).body("slug", equalTo("mark-change-not-found"));

        // what somebody changed since stays
        String typed = civics.put(teacher, List.of(cell(school.first(), "tx1", "6", 3)))
                .extract()
                .path("batch");
        civics.put(teacher, List.of(cell(school.first(), "tx1", "7", 4)));
        undo(teacher, typed).body("refused.value", contains("7")).body("written", empty());
    }

    private io.restassured.response.ValidatableResponse undo(String token, String batch) {
        return as(token)
                .body(Map.of("batch", batch))
                .post(civics.path() + "/undo")
                .then();
    }

    @Test
    void whatCannotStandInAColumnIsRefusedAndNothingIsWritten() {
        civics.put(teacher, List.of(cell(school.first(), "tx1", "8", 0), cell(school.first(), "gk", "11", 0)))
                .statusCode(422)
                .body("slug", equalTo("mark-not-understood"))
                .body("fields.field", contains("changes[1].value"));
        civics.get(teacher).body("rows[1].cells.size()", equalTo(0));
        civics.put(teacher, List.of(cell(school.head(), "tx1", "8", 0)))
                .statusCode(422)
                .body("slug", equalTo("learner-not-in-class"));
        civics.put(teacher, List.of(cell(school.first(), "ktgk", "8", 0)))
                .statusCode(404)
                .body("slug", equalTo("mark-column-not-found"));
        new BookAtSchool(school, "tieng-viet", 1)
                .get(teacher)
                .statusCode(404)
                .body("slug", equalTo("subject-not-in-grade"));
    }

    @Test
    void aLockedTermIsNotChangedUntilTheHeadOpensItWithAReason() {
        civics.put(teacher, school.first(), "tx 8 9 | gk 8 | ck 7");
        as(teacher)
                .body(Map.of("classIds", List.of(school.classId()), "term", 1, "locked", true, "reason", ""))
                .post("/mark-locks")
                .then()
                .statusCode(403);
        civics.lock(head, true, "");

        civics.put(teacher, List.of(cell(school.first(), "gk", "9", 1)))
                .statusCode(409)
                .body("slug", equalTo("marks-locked"));
        civics.get(teacher).body("lock.by", equalTo("Phạm Ngọc Ánh"));
        as(head).body(Map.of("classIds", List.of(school.classId()), "term", 1, "locked", false, "reason", " "))
                .post("/mark-locks")
                .then()
                .statusCode(422)
                .body("slug", equalTo("unlock-reason-missing"));
        civics.lock(head, false, "Nhập nhầm điểm giữa kì");
        civics.put(teacher, List.of(cell(school.first(), "gk", "9", 1))).statusCode(200);
        as(head).queryParam("classId", school.classId())
                .get("/mark-locks")
                .then()
                .body("locked", contains(false, true))
                .body("[0].reason", equalTo("Nhập nhầm điểm giữa kì"));
    }

    @Test
    void aLearnerSeesWhatIsReleasedOfHisOwnAndNothingElse() {
        var guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);
        civics.put(teacher, school.first(), "tx 8 9 | gk 8 | ck 7");
        civics.put(teacher, List.of(cell(school.first(), "nx", "Em chủ động học.", 0)));
        civics.put(teacher, school.second(), "tx 5 5 | gk 5 | ck 5");
        as(pupil)
                .get("/my/mark-book")
                .then()
                .statusCode(200)
                .body("subjects", empty())
                .body("results", empty());

        as(teacher)
                .body(Map.of("slot", "tx1", "released", true))
                .put(civics.path() + "/releases")
                .then()
                .statusCode(200)
                .body("columns.find { it.slot == 'tx1' }.released", equalTo(true));
        as(pupil)
                .get("/my/mark-book")
                .then()
                .body("subjects[0].terms[0].marks.value", contains("8"))
                .body("subjects[0].terms[0].remarks", empty())
                .body("subjects[0].terms[0].outcome", nullValue());

        civics.lock(head, true, "");
        as(guardian)
                .get("/my/children/" + school.first() + "/marks")
                .then()
                .statusCode(200)
                .body("subjects[0].terms[0].marks.value", contains("8", "9", "8", "7"))
                .body("subjects[0].terms[0].remarks", contains("Em chủ động học."))
                .body("subjects[0].terms[0].outcome.average", equalTo(7.7f))
                .body("subjects[0].year", nullValue());
        as(guardian).get("/my/children/" + school.second() + "/marks").then().statusCode(404);
        as(pupil).get("/my/children/" + school.first() + "/marks").then().statusCode(404);
        as(pupil).get(civics.path()).then().statusCode(403);
        as(guardian).get(civics.path()).then().statusCode(403);
        as(guardian).get("/my/mark-book").then().statusCode(403);
    }

    @Test
    void theClassSheetHasEverySubjectAndTheResult() {
        for (var book :
                List.of("toan", "ngu-van", "tieng-anh", "khtn", "lich-su-dia-li", "gdcd", "tin-hoc", "cong-nghe")) {
            new BookAtSchool(school, book, 1)
                    .put(teacher, school.first(), "tx 8 8 8 8 | gk 8 | ck 8")
                    .statusCode(200);
        }
        for (var book : List.of("gdtc", "am-nhac", "mi-thuat", "hdtn", "gddp")) {
            new BookAtSchool(school, book, 1)
                    .put(teacher, school.first(), "tx D D | gk D | ck D")
                    .statusCode(200);
        }
        new BookAtSchool(school, "ren-luyen", 1)
                .put(teacher, List.of(cell(school.first(), "rl", "Tốt", 0)))
                .statusCode(200)
                .body("written.value", contains("T"));

        as(teacher)
                .get("/class-sheets/" + school.classId() + "/1")
                .then()
                .statusCode(200)
                .body("subjects", hasSize(13))
                .body("rows[1].subjects.toan.average", equalTo(8.0f))
                .body("rows[1].subjects.gdtc.level", equalTo("D"))
                .body("rows[1].study", equalTo("TOT"))
                .body("rows[1].conduct", equalTo("TOT"))
                .body("rows[0].study", nullValue());
        as(head).get("/class-sheets/" + school.classId() + "/year")
                .then()
                .statusCode(200)
                .body("rows[1].study", nullValue());
        as(pupil).get("/class-sheets/" + school.classId() + "/1").then().statusCode(403);
    }

    @Test
    void anotherSchoolsBookIsNotThere() {
        var other = schools.make();
        var stranger = other.tokenOf(other.teacher(), Role.TEACHER);
        var strangeHead = other.tokenOf(other.head(), Role.HEAD);

        civics.get(stranger).statusCode(404);
        civics.put(stranger, List.of(cell(school.first(), "gk", "8", 0))).statusCode(404);
        as(strangeHead).get("/class-sheets/" + school.classId() + "/1").then().statusCode(404);
        as(strangeHead)
                .body(Map.of("classIds", List.of(school.classId()), "term", 1, "locked", true, "reason", ""))
                .post("/mark-locks")
                .then()
                .statusCode(404);
        as(strangeHead)
                .queryParam("classId", school.classId())
                .get("/mark-locks")
                .then()
                .statusCode(404);
    }

    @Test
    void aSchoolSetsItsOwnPeriods() {
        as(head).body(Map.of("periods", 70, "offered", true))
                .put("/assessment-rules/8/gdcd")
                .then()
                .statusCode(200)
                .body("find { it.subject == 'gdcd' }.regular", equalTo(3))
                .body("find { it.subject == 'gdcd' }.usual", equalTo(35));
        civics.get(teacher).body("regular", equalTo(3));
        as(teacher)
                .body(Map.of("periods", 70, "offered", true))
                .put("/assessment-rules/8/gdcd")
                .then()
                .statusCode(403);
    }

    @Test
    void commentsAreKeptForOneselfOrForTheSchool() {
        var mine = Map.of("text", "Em đọc tốt.", "band", "9", "forSchool", false);
        String id = as(teacher)
                .body(mine)
                .post("/remark-phrases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(teacher)
                .body(Map.of("text", "Cả trường dùng.", "forSchool", true))
                .post("/remark-phrases")
                .then()
                .statusCode(403);
        as(head).body(Map.of("text", "Cả trường dùng.", "code", "A1", "forSchool", true))
                .post("/remark-phrases")
                .then()
                .statusCode(201);

        as(teacher)
                .get("/remark-phrases")
                .then()
                .body("findAll { it.whose != 'SHIPPED' }.text", contains("Em đọc tốt.", "Cả trường dùng."))
                .body("findAll { it.whose == 'SHIPPED' }.size()", notNullValue());
        as(head).delete("/remark-phrases/" + id).then().statusCode(404);
        as(teacher).delete("/remark-phrases/" + id).then().statusCode(204);
        as(pupil).get("/remark-phrases").then().statusCode(403);
    }
}
