package vn.lopmo.lms.gradebook.book;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.as;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.cell;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
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

/// The end of a year: days away, who goes up, what the pupil reads, and what the change of the year proposes.
@QuarkusTest
@TestProfile(SignedTokens.class)
class PromotionWalkthroughTest {
    private static final List<String> SCORED =
            List.of("toan", "ngu-van", "tieng-anh", "khtn", "lich-su-dia-li", "gdcd", "tin-hoc", "cong-nghe");
    private static final List<String> REMARKED = List.of("gdtc", "am-nhac", "mi-thuat", "hdtn", "gddp");

    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private String teacher;
    private String head;
    private String admin;

    @BeforeEach
    void aSchoolAtTheEndOfItsYear() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        head = school.tokenOf(school.head(), Role.HEAD);
        admin = school.tokenOf(school.head(), Role.ADMIN);
    }

    private BookAtSchool book(String subject, int term) {
        return new BookAtSchool(school, subject, term);
    }

    /// A whole year, with one mark in every scored subject but maths and literature.
    private void year(UUID learner, String marks, String weak) {
        for (int term = 1; term <= 2; term++) {
            for (var subject : SCORED) {
                boolean two = subject.equals("toan") || subject.equals("ngu-van");
                var mark = two ? weak : marks;
                book(subject, term)
                        .put(teacher, learner, "tx %1$s %1$s %1$s %1$s | gk %1$s | ck %1$s".formatted(mark))
                        .statusCode(200);
            }
            for (var subject : REMARKED) {
                book(subject, term)
                        .put(teacher, learner, "tx D D | gk D | ck D")
                        .statusCode(200);
            }
            book("ren-luyen", term)
                    .put(teacher, List.of(cell(learner, "rl", "T", 0), cell(learner, "vp", "2", 0)))
                    .statusCode(200);
        }
    }

    private ValidatableResponse sheet(String period) {
        return as(teacher)
                .get("/class-sheets/" + school.classId() + "/" + period)
                .then()
                .statusCode(200);
    }

    private void lockAll(int term) {
        var body = new HashMap<String, Object>(
                Map.of("classIds", List.of(school.classId()), "term", term, "locked", true, "reason", ""));
        as(head).body(body).post("/mark-locks").then().statusCode(204);
    }

    @Test
    void daysAwayAreCellsOfTheConductBook() throws IOException {
        var conduct = book("ren-luyen", 1);
        String batch = conduct.put(
                        teacher, List.of(cell(school.first(), "vp", "03", 0), cell(school.first(), "vk", "1", 0)))
                .statusCode(200)
                .body("written.value", contains("3", "1"))
                .extract()
                .path("batch");
        conduct.put(teacher, List.of(cell(school.first(), "vk", "2,5", 1))).statusCode(422);
        sheet("1").body("rows[1].away", equalTo(4)).body("rows[1].promotion", nullValue());

        as(teacher).body(Map.of("batch", batch)).post(conduct.path() + "/undo").then();
        sheet("1").body("rows[1].away", nullValue());
        assertEquals("chưa nhập", lastLine("1").getLast());
        conduct.lock(head, true, "");
        conduct.put(teacher, List.of(cell(school.first(), "vk", "1", 2))).statusCode(409);
    }

    @Test
    void whoGoesUpAndWhyStandsInTheClassSheetAndInItsFile() throws IOException {
        year(school.first(), "8", "8");
        year(school.second(), "7", "3");

        sheet("year")
                .body("rows[1].promotion.standing", equalTo("PROMOTED"))
                .body("rows[1].promotion.why", contains("Rèn luyện Tốt, học tập Tốt, nghỉ 4 buổi"))
                .body("rows[0].promotion.standing", equalTo("MAY_MAKE_GOOD"))
                .body(
                        "rows[0].promotion.why",
                        contains(
                                "Học tập cả năm Chưa đạt (TT 22/2021, điều 12.1.b)",
                                "Được đánh giá lại trong hè: Toán, Ngữ văn (TT 22/2021, điều 14)"));
        as(teacher)
                .header("Accept-Language", "en")
                .get("/class-sheets/" + school.classId() + "/1")
                .then()
                .body("rows.promotion", contains(nullValue(), nullValue()));

        book("toan", 3)
                .put(teacher, List.of(cell(school.second(), "kl", "6", 0)))
                .statusCode(200);
        sheet("after-summer").body("rows[0].promotion.standing", equalTo("PROMOTED"));

        var told = lastLine("after-summer");
        assertEquals("Được lên lớp", told.get(told.size() - 2));
        assertEquals("Rèn luyện Tốt, học tập Tốt, nghỉ 4 buổi", told.getLast());
        as(school.tokenOf(school.first(), Role.STUDENT))
                .get("/class-sheets/" + school.classId() + "/year/sheet.xlsx")
                .then()
                .statusCode(403);
    }

    private List<String> lastLine(String period) throws IOException {
        byte[] file = as(head).get("/class-sheets/" + school.classId() + "/" + period + "/sheet.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var lines = SheetFile.read("tong-hop.xlsx", file).getFirst().lines();
        return lines.getLast().cells().stream().map(Sheet.Cell::text).toList();
    }

    @Test
    void aSubjectBelowFiveOfWhoeverGoesUpStaysAsItWas() { // Circular 22/2021, art. 14
        year(school.first(), "7", "4");
        var maths = book("toan", 3);
        maths.put(teacher, List.of(cell(school.first(), "kl", "9", 0)))
                .statusCode(200)
                .body("rows[0].year.average", equalTo(4.0f))
                .body("rows[0].mayAgain", equalTo(false));

        sheet("after-summer")
                .body("rows[1].study", equalTo("DAT"))
                .body("rows[1].subjects.toan.average", equalTo(4.0f))
                .body("rows[1].promotion.standing", equalTo("PROMOTED"));
    }

    @Test
    void aPupilAndHisGuardianReadItWhenTheYearIsLocked() {
        year(school.first(), "8", "8");
        var pupil = school.tokenOf(school.first(), Role.STUDENT);
        var guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);
        lockAll(1);
        as(pupil)
                .get("/my/mark-book")
                .then()
                .body("results.period", contains("FIRST_TERM"))
                .body("results[0].away", equalTo(2))
                .body("results[0].promotion", nullValue());
        lockAll(2);
        as(guardian)
                .get("/my/children/" + school.first() + "/marks")
                .then()
                .body("results.find { it.period == 'YEAR' }.promotion.standing", equalTo("PROMOTED"))
                .body("results.find { it.period == 'YEAR' }.away", equalTo(4));
    }

    @Test
    void theChangeOfTheYearProposesWhatTheYearSaysAndIsOverruledWithAReason() {
        year(school.first(), "8", "8");
        year(school.second(), "7", "3");
        String from = as(admin).get("/school-years").path("[0].id");
        String id = as(admin)
                .body(Map.of("fromYearId", from))
                .post("/rollovers")
                .then()
                .statusCode(201)
                .body("classes[0].pupils.decision", contains("REPEAT", "PROMOTE"))
                .body("classes[0].pupils.toName", contains("8A2", "9A2"))
                .body("classes[0].pupils.standing", contains("MAY_MAKE_GOOD", "GOES_UP"))
                .body("classes[0].pupils[0].why", hasItem("Học tập cả năm Chưa đạt (TT 22/2021, điều 12.1.b)"))
                .body("standings.GOES_UP", equalTo(1))
                .extract()
                .path("rollover.id");

        decide(id, "PROMOTE", "").statusCode(422).body("slug", equalTo("rollover-reason-missing"));
        decide(id, "PROMOTE", "Hội đồng trường xét ngày 30/5")
                .statusCode(200)
                .body("classes[0].pupils.decision", contains("PROMOTE", "PROMOTE"))
                .body("classes[0].pupils[0].reason", equalTo("Hội đồng trường xét ngày 30/5"))
                .body("classes[0].pupils[0].proposed", equalTo("REPEAT"));
        // what was decided stays when the results are read again, and the way back needs no reason
        proposals(id).body("classes[0].pupils.decision", contains("PROMOTE", "PROMOTE"));
        decide(id, "REPEAT", "")
                .body("classes[0].pupils.decision", hasItems("REPEAT"))
                .body("classes[0].pupils[0].reason", nullValue());

        book("toan", 3).put(teacher, List.of(cell(school.second(), "kl", "6", 0)));
        proposals(id)
                .body("classes[0].pupils.decision", contains("PROMOTE", "PROMOTE"))
                .body("classes[0].pupils.toName", contains("9A2", "9A2"))
                .body("classes[0].pupils.reason", contains(nullValue(), nullValue()));
        schools.move(school, school.second(), "8A3");
        proposals(id).body("classes.name", contains("8A2", "8A3")).body("classes[1].pupils.toName", contains("9A3"));
        as(admin).delete("/rollovers/" + id).then().statusCode(204);
    }

    private ValidatableResponse decide(String id, String decision, String reason) {
        return as(admin)
                .body(Map.of("personIds", List.of(school.second()), "decision", decision, "reason", reason))
                .put("/rollovers/" + id + "/moves")
                .then();
    }

    @Test
    void aDraftIsNotAppliedOnResultsThatAreNoLongerSo() {
        String from = as(admin).get("/school-years").path("[0].id");
        var english = given().auth().oauth2(admin).contentType(ContentType.JSON).header("Accept-Language", "en");
        String id = english.body(Map.of("fromYearId", from)).post("/rollovers").path("rollover.id");
        decide(id, "REPEAT", "").body("classes[0].pupils[0].reason", equalTo(""));
        year(school.second(), "8", "8");

        apply(id).statusCode(409).body("slug", equalTo("rollover-results-changed"));
        // what was said without a reason, while nothing was known, does not stand against the result
        given().auth()
                .oauth2(admin)
                .header("Accept-Language", "en")
                .post("/rollovers/" + id + "/proposals")
                .then()
                .body("classes[0].pupils[0].decision", equalTo("PROMOTE"))
                .body("classes[0].pupils[0].reason", nullValue())
                .body("classes[0].pupils[0].why", contains("Rèn luyện Tốt, học tập Tốt, nghỉ 4 buổi"));
        apply(id).body("slug", not(equalTo("rollover-results-changed")));
    }

    private ValidatableResponse apply(String id) {
        return as(admin).post("/rollovers/" + id + "/apply").then();
    }

    private ValidatableResponse proposals(String id) {
        return as(admin).post("/rollovers/" + id + "/proposals").then().statusCode(200);
    }

    @Test
    void withoutMarksEverybodyIsProposedToGoUpAndItIsSaidThatNothingIsKnown() {
        String from = as(admin).get("/school-years").path("[0].id");
        String id = as(admin)
                .body(Map.of("fromYearId", from))
                .post("/rollovers")
                .then()
                .body("classes[0].pupils.decision", contains("PROMOTE", "PROMOTE"))
                .body("classes[0].pupils.standing", contains("UNKNOWN", "UNKNOWN"))
                .body("standings.UNKNOWN", equalTo(2))
                .extract()
                .path("rollover.id");
        decide(id, "REPEAT", "").statusCode(200).body("classes[0].pupils[0].reason", equalTo(""));
        as(teacher).post("/rollovers/" + id + "/proposals").then().statusCode(403);
        as(admin).delete("/rollovers/" + id).then();
        as(admin).get("/rollovers").then().body("$", empty());
    }
}
