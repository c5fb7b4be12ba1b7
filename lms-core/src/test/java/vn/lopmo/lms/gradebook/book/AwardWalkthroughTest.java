package vn.lopmo.lms.gradebook.book;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.as;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.cell;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.time.ClockSource;

/// What people award in a primary class (Circular 27/2020, art. 13), and commendations in any: from the class sheet to
/// whom they concern.
@QuarkusTest
@TestProfile(SignedTokens.class)
class AwardWalkthroughTest {
    private static final String WHY = "Tiến bộ rõ rệt về tự học";
    private static final LocalDate TODAY = LocalDate.now(ClockSource.VIETNAM);

    @Inject
    TestSchools schools;

    @Inject
    EntityManager database;

    private TestSchools.Small school;
    private String teacher;
    private String head;
    private String pupil;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        head = school.tokenOf(school.head(), Role.HEAD);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
    }

    private void ofGrade(int grade) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update school_class set grade = :grade where id = :id")
                        .setParameter("grade", grade)
                        .setParameter("id", school.classId())
                        .executeUpdate());
    }

    /// Everything Tốt, tests with one mark: 9 makes it Hoàn thành xuất sắc, 7 Hoàn thành tốt.
    private void judged(UUID learner, String test) {
        new BookAtSchool(school, "ren-luyen", 2)
                .put(teacher, learner, "pcck T | nlck T")
                .statusCode(200);
        List<String> subjects = classSheet().extract().path("subjects.findAll { !it.elective }.subject");
        for (var subject : subjects) {
            var book = new BookAtSchool(school, subject, 2);
            List<String> slots = book.get(teacher).extract().path("columns.slot");
            book.put(teacher, learner, slots.contains("ktck") ? "ck T | ktck " + test : "ck T")
                    .statusCode(200);
        }
    }

    private ValidatableResponse classSheet() {
        return as(teacher)
                .get("/class-sheets/" + school.classId() + "/year")
                .then()
                .statusCode(200);
    }

    private String awardsOf(UUID learner) {
        return "/class-awards/" + school.classId() + "/" + learner;
    }

    private ValidatableResponse exemplary(String token, UUID learner, String reason) {
        return as(token)
                .body(Map.of("kind", "EXEMPLARY", "reason", reason))
                .post(awardsOf(learner))
                .then();
    }

    private ValidatableResponse commend(String token, UUID learner, String reason, LocalDate day) {
        return as(token)
                .body(Map.of("kind", "COMMENDATION", "reason", reason, "day", day.toString()))
                .post(awardsOf(learner))
                .then();
    }

    private ValidatableResponse takeBack(String token, UUID learner, String award) {
        return as(token).delete(awardsOf(learner) + "/" + award).then();
    }

    private void lockYear(boolean locked) {
        for (int term = 1; term <= 2; term++) {
            var body = new HashMap<String, Object>();
            body.put("classIds", List.of(school.classId()));
            body.put("term", term);
            body.put("locked", locked);
            body.put("reason", "Xét lại khen thưởng");
            as(head).body(body).post("/mark-locks").then().statusCode(204);
        }
    }

    @Test
    void aPupilIsMadeTieuBieuAndItStandsInTheSheetAndInItsFile() throws IOException {
        ofGrade(4);
        judged(school.first(), "7");
        judged(school.second(), "9");
        classSheet()
                .body("mayAward", equalTo(true))
                .body("yearLocked", equalTo(false))
                .body("rows.primaryAward", contains("XUAT_SAC", "XET_TIEU_BIEU"))
                .body("rows[1].given", empty());

        exemplary(teacher, school.first(), "  Toán,  nhất trường ").statusCode(200);
        exemplary(teacher, school.first(), "Toán, nhất trường").body("$", hasSize(1));
        exemplary(head, school.first(), WHY)
                .statusCode(200)
                .body("reason", contains(WHY, "Toán, nhất trường"))
                .body("[0].by", equalTo("Phạm Ngọc Ánh"))
                .body("[0].takenBackAt", nullValue())
                .body("[1].takenBackAt", notNullValue())
                .body("[1].takenBackBy", equalTo("Phạm Ngọc Ánh"));
        classSheet().body("rows[1].given.kind", contains("EXEMPLARY")).body("rows[1].given.reason", contains(WHY));
        assertEquals("Học sinh Tiêu biểu: " + WHY, inFile("Khen thưởng"));

        // neither who has more, nor who has less, nor nobody's words
        exemplary(teacher, school.second(), WHY).statusCode(409).body("slug", equalTo("exemplary-not-due"));
        exemplary(teacher, school.first(), "  ").statusCode(422);
        exemplary(pupil, school.first(), WHY).statusCode(403);
        exemplary(school.tokenOf(school.head(), Role.ADMIN), school.first(), WHY)
                .statusCode(403);
        exemplary(teacher, school.guardian(), WHY).statusCode(404).body("slug", equalTo("person-not-found"));
        var other = schools.make();
        exemplary(other.tokenOf(other.head(), Role.HEAD), school.first(), WHY).statusCode(404);
        as(other.tokenOf(other.head(), Role.HEAD))
                .get(awardsOf(school.first()))
                .then()
                .statusCode(404);
        as(pupil).get(awardsOf(school.first())).then().statusCode(403);
    }

    private String inFile(String column) throws IOException {
        byte[] file = as(teacher)
                .get("/class-sheets/" + school.classId() + "/year/sheet.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var lines = SheetFile.read("tong-hop.xlsx", file).getFirst().lines();
        var heads = lines.get(1).cells().stream().map(Sheet.Cell::text).toList();
        return lines.getLast().cells().get(heads.indexOf(column)).text();
    }

    @Test
    void itIsTakenBackAndTheYearsLocksHoldIt() {
        ofGrade(4);
        judged(school.first(), "7");
        String first = exemplary(teacher, school.first(), WHY).extract().path("[0].id");
        takeBack(teacher, school.first(), first).statusCode(200).body("[0].takenBackAt", notNullValue());
        takeBack(teacher, school.first(), first).statusCode(404).body("slug", equalTo("award-not-found"));
        classSheet().body("rows[1].given", empty());
        String again = exemplary(teacher, school.first(), WHY)
                .body("$", hasSize(2))
                .extract()
                .path("[0].id");
        takeBack(teacher, school.second(), again).statusCode(404);

        lockYear(true);
        classSheet().body("yearLocked", equalTo(true));
        takeBack(teacher, school.first(), again).statusCode(409).body("slug", equalTo("exemplary-locked"));
        exemplary(head, school.first(), "Khác").statusCode(409).body("slug", equalTo("exemplary-locked"));
        lockYear(false);
        takeBack(head, school.first(), again).statusCode(200);
    }

    @Test
    void thePupilReadsItWithTheResultOfTheYear() {
        ofGrade(4);
        judged(school.first(), "7");
        exemplary(teacher, school.first(), WHY).statusCode(200);
        as(pupil).get("/my/mark-book").then().body("results", empty()).body("commendations", empty());

        lockYear(true);
        as(school.tokenOf(school.guardian(), Role.GUARDIAN))
                .get("/my/children/" + school.first() + "/marks")
                .then()
                .body("results.period", contains("FIRST_TERM", "SECOND_TERM", "YEAR"))
                .body("results.exemplary", contains(nullValue(), nullValue(), equalTo(WHY)));

        // a result that was mended afterwards takes it away from sight, not from the history
        lockYear(false);
        new BookAtSchool(school, "ren-luyen", 2)
                .put(teacher, List.of(cell(school.first(), "pcck", "D", 1)))
                .statusCode(200);
        lockYear(true);
        as(pupil).get("/my/mark-book").then().body("results[2].exemplary", nullValue());
        as(teacher).get(awardsOf(school.first())).then().body("takenBackAt", contains(nullValue()));
    }

    @Test
    void aCommendationIsForAnyGradeAndSeenAtOnce() throws IOException {
        commend(teacher, school.first(), "Cứu bạn khỏi đuối nước", TODAY).statusCode(200);
        String letter = commend(head, school.first(), "Nhặt được của rơi, trả lại", TODAY)
                .extract()
                .path("[0].id");
        commend(head, school.first(), "Nhặt được của rơi, trả lại", TODAY).body("$", hasSize(2));
        exemplary(teacher, school.first(), WHY).statusCode(409).body("slug", equalTo("exemplary-not-due"));
        as(pupil)
                .get("/my/mark-book")
                .then()
                .body("commendations.reason", contains("Cứu bạn khỏi đuối nước", "Nhặt được của rơi, trả lại"))
                .body("commendations[1].day", equalTo(TODAY.toString()));
        takeBack(teacher, school.first(), letter).statusCode(200);
        as(school.tokenOf(school.guardian(), Role.GUARDIAN))
                .get("/my/children/" + school.first() + "/marks")
                .then()
                .body("commendations.reason", contains("Cứu bạn khỏi đuối nước"));
        assertEquals("%1$td/%1$tm/%1$tY: Cứu bạn khỏi đuối nước".formatted(TODAY), inFile("Khen đột xuất"));

        commend(teacher, school.first(), WHY, TODAY.plusDays(2))
                .statusCode(422)
                .body("slug", equalTo("award-day-outside-year"));
        commend(teacher, school.first(), WHY, TODAY.minusYears(2)).statusCode(422);
        lockYear(true);
        commend(teacher, school.first(), "Giải nhất cờ vua cấp tỉnh", TODAY).statusCode(200);
    }

    @Test
    void itFollowsThePupilToAnotherClassOfTheYear() {
        commend(teacher, school.first(), WHY, TODAY).statusCode(200);
        schools.move(school, school.first(), "8A3");

        as(pupil).get("/my/mark-book").then().body("className", equalTo("8A3")).body("commendations", hasSize(1));
        as(teacher).get(awardsOf(school.first())).then().statusCode(404);
    }
}
