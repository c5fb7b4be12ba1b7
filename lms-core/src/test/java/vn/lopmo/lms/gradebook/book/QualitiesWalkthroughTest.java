package vn.lopmo.lms.gradebook.book;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Role;

/// Each quality and ability of a primary class (Circular 27/2020, art. 7.2), from the book to the class sheet and to
/// whom it concerns.
@QuarkusTest
@TestProfile(SignedTokens.class)
class QualitiesWalkthroughTest {
    private static final String QUALITIES = "ynck T | nack T | ccck D | ttck T | tnck T";
    private static final String REST =
            "tcck T | gtck T | vdck T | nnck T | tock T | khck C | cnck T | thck T | tmck T | tchck T";

    @Inject
    TestSchools schools;

    @Inject
    EntityManager database;

    private TestSchools.Small school;
    private String teacher;
    private BookAtSchool book;

    @BeforeEach
    void aPrimaryClass() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        book = new BookAtSchool(school, "ren-luyen", 2);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update school_class set grade = 4 where id = :id")
                        .setParameter("id", school.classId())
                        .executeUpdate());
    }

    @Test
    void theBookHasAColumnForEachAndTellsEachGroupInOneWord() {
        book.get(teacher)
                .statusCode(200)
                .body("columns.findAll { it.group == 'QUALITIES' }.slot", hasSize(10))
                .body("columns.findAll { it.group == 'GENERAL_ABILITIES' }.slot", hasSize(6))
                .body("columns.findAll { it.group == 'SPECIFIC_ABILITIES' }.slot", hasSize(14))
                .body("columns.findAll { it.group != null }.needed.unique()", contains(true))
                .body("rows[1].traits", empty());

        book.put(teacher, school.first(), QUALITIES)
                .statusCode(200)
                .body("rows[0].traits.group", contains("QUALITIES"))
                .body("rows[0].traits.moment", contains("END"))
                .body("rows[0].traits.level", contains("D"));
        book.put(teacher, school.first(), REST).body("rows[0].traits.level", contains("D", "T", "C"));
        book.put(teacher, List.of(cell(school.first(), "ccck", "H", 1))).statusCode(422);
    }

    @Test
    void theBookOfTheSummerTellsTheGroupsAsTheyStandAfterIt() {
        book.put(teacher, school.first(), QUALITIES + " | " + REST).statusCode(200);

        new BookAtSchool(school, "ren-luyen", 3)
                .put(teacher, school.first(), "khck D | ynck C")
                .statusCode(200)
                .body("rows[0].traits.level", contains("D", "T", "D"));
        classSheet("after-summer").body("rows[1].traits.KH", equalTo("D")).body("rows[1].traits.YN", equalTo("T"));
    }

    @Test
    void oneLevelForAllAsItWasKeptBeforeIsTheLevelOfEach() {
        book.put(teacher, school.first(), "pcck T | nlck D")
                .statusCode(200)
                .body("rows[0].traits.level", contains("T", "D", "D"));
        classSheet("year").body("rows[1].traits", equalTo(all("T", "D")));

        book.put(teacher, school.first(), "ccck C").body("rows[0].traits.level", contains("C", "D", "D"));
        book.get(teacher).body("rows[1].cells.pcck.value", equalTo("T"));
    }

    private static Map<String, String> all(String quality, String ability) {
        var levels = new java.util.HashMap<String, String>();
        List.of("YN", "NA", "CC", "TT", "TN").forEach(each -> levels.put(each, quality));
        List.of("TC", "GT", "VD", "NN", "TO", "KH", "CN", "TH", "TM", "TCH").forEach(each -> levels.put(each, ability));
        return levels;
    }

    @Test
    void theClassSheetAndItsFileCarryThem() throws IOException {
        book.put(teacher, school.first(), QUALITIES + " | " + REST).statusCode(200);

        classSheet("2")
                .body("rows[1].traits.CC", equalTo("D"))
                .body("rows[1].traits.KH", equalTo("C"))
                .body(
                        "rows[1].groups",
                        equalTo(Map.of("QUALITIES", "D", "GENERAL_ABILITIES", "T", "SPECIFIC_ABILITIES", "C")))
                .body("rows[0].traits", anEmptyMap());
        classSheet("1").body("rows[1].traits", anEmptyMap());

        byte[] file = as(teacher)
                .get("/class-sheets/" + school.classId() + "/2/sheet.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var lines = SheetFile.read("tong-hop.xlsx", file).getFirst().lines();
        var heads = lines.get(1).cells().stream().map(Sheet.Cell::text).toList();
        int at = heads.indexOf("Yêu nước");
        assertEquals("Thể chất", heads.get(at + 14));
        assertEquals(
                List.of("T", "T", "Đ", "T", "T", "T", "T", "T", "T", "T", "C", "T", "T", "T", "T"),
                lines.getLast().cells().stream().map(Sheet.Cell::text).toList().subList(at, at + 15));
    }

    private ValidatableResponse classSheet(String period) {
        return as(teacher)
                .get("/class-sheets/" + school.classId() + "/" + period)
                .then()
                .statusCode(200);
    }

    @Test
    void pupilAndGuardianSeeThoseThatAreShown() {
        book.put(teacher, school.first(), QUALITIES + " | " + REST).statusCode(200);
        var pupil = school.tokenOf(school.first(), Role.STUDENT);
        as(pupil).get("/my/mark-book").then().body("subjects", empty());

        List.of("ynck", "nack", "ccck", "ttck").forEach(this::show);
        as(pupil)
                .get("/my/mark-book")
                .then()
                .body("subjects[0].terms[0].marks.slot", contains("ynck", "nack", "ccck", "ttck"))
                .body("subjects[0].terms[0].marks.value", contains("T", "T", "D", "T"))
                .body("subjects[0].terms[0].marks[0].group", equalTo("QUALITIES"))
                .body("subjects[0].terms[0].traits", empty());

        show("tnck");
        as(school.tokenOf(school.guardian(), Role.GUARDIAN))
                .get("/my/children/" + school.first() + "/marks")
                .then()
                .body("subjects[0].terms[0].traits.group", contains("QUALITIES"))
                .body("subjects[0].terms[0].traits.level", contains("D"))
                .body("subjects[0].terms[0].outcome", nullValue());
        as(pupil).get("/my/children/" + school.second() + "/marks").then().statusCode(404);
    }

    private void show(String slot) {
        as(school.tokenOf(school.head(), Role.HEAD))
                .body(Map.of("slot", slot, "released", true))
                .put(book.path() + "/releases")
                .then()
                .statusCode(200);
    }
}
