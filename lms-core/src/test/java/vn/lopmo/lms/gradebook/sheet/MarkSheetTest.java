package vn.lopmo.lms.gradebook.sheet;

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
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.gradebook.book.BookAtSchool;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.roster.ListFile;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Role;

/// Mark sheets out and in: written by one library, read by another where others' sheets are played.
@QuarkusTest
@TestProfile(SignedTokens.class)
class MarkSheetTest {
    private static final String LONG =
            "Em chăm chỉ, có tiến bộ rõ ở phần vận dụng; cần rèn cách trình bày. ".repeat(10);

    @Inject
    TestSchools schools;

    @Inject
    People people;

    @Inject
    EntityManager database;

    private TestSchools.Small school;
    private String teacher;
    private String codeOfFirst;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        codeOfFirst = String.format("%010d", Math.abs(school.first().getMostSignificantBits() % 10_000_000_000L));
        QuarkusTransaction.requiringNew().run(() -> {
            var first = people.get(school.first(), school.school());
            first.enterInRegister(codeOfFirst, first.name(), LocalDate.of(2013, 4, 9), null);
        });
    }

    @ParameterizedTest(name = "{0} in form {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "toan; JOINED; tx 8,5 V 7 10 | gk 8 | ck 6,5",
                "toan; JOINED; tx 8,5 - 7 | ck 6,5",
                "toan; SEPARATE; tx 8,5 - 7 10 9 | gk P | ck 6,5",
                "gdtc; REMARKED; tx D CD | gk D | ck D",
                "gdtc; SEPARATE; tx D CD | gk V | ck D",
            })
    void whatIsWrittenOutChangesNothingWhenItComesBack(String subject, String form, String entries) {
        var book = new BookAtSchool(school, subject, 1);
        book.put(teacher, school.first(), entries).statusCode(200);
        book.put(teacher, List.of(cell(school.first(), "nx", LONG.strip(), 0))).statusCode(200);
        book.put(teacher, school.second(), entries).statusCode(200);

        preview(book, sheet(book, form))
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("unchanged", equalTo(2))
                .body("changes", empty())
                .body("bad", empty())
                .body("absent", empty());
    }

    @ParameterizedTest(name = "grade 5, {0}")
    @CsvSource(
            delimiter = ';',
            value = {"toan; gk T | ktgk 9 | ck H | ktck 8", "khoa-hoc; gk T | ck H | ktck 8", "gdtc; gk H | ck C"})
    void aPrimarySheetChangesNothingWhenItComesBack(String subject, String entries) {
        grade(5);
        var book = new BookAtSchool(school, subject, 2);
        book.put(teacher, school.first(), entries).statusCode(200);
        book.put(
                        teacher,
                        List.of(
                                cell(school.first(), "nxgk", "Em đọc rõ.", 0),
                                cell(school.first(), "nxck", LONG.strip(), 0)))
                .statusCode(200);

        preview(book, sheet(book, "PRIMARY"))
                .statusCode(200)
                .body("unchanged", equalTo(2))
                .body("changes", empty());
    }

    @ParameterizedTest(name = "grade {0}: {1}") // Circular 27/2020, art. 7.2
    @CsvSource(
            delimiter = ';',
            value = {
                "1; yngk T | nagk D | tchgk C | ynck T | tchck D",
                "4; yngk T | thgk T | vdck C | thck D | cnck T",
                "4; pcgk T | nlgk D | pcck T | nlck C",
                "4; pcck D | ynck T | vp 3 | vk 1",
            })
    void qualitiesAndAbilitiesChangeNothingWhenTheyComeBack(int grade, String entries) {
        grade(grade);
        var book = new BookAtSchool(school, "ren-luyen", 1);
        book.put(teacher, school.first(), entries).statusCode(200);
        book.put(teacher, List.of(cell(school.first(), "nxgk", "Em biết giúp bạn.", 0)))
                .statusCode(200);

        preview(book, sheet(book, "TRAITS"))
                .statusCode(200)
                .body("unchanged", equalTo(2))
                .body("bad", empty())
                .body("changes", empty());
    }

    @Test
    void qualitiesUnderAHeaderTwoRowsHighAreRead() {
        grade(2);
        var book = new BookAtSchool(school, "ren-luyen", 2);
        var file = ListFile.empty()
                .line("STT", "Họ và tên", "Giữa học kì", "", "Cuối học kì", "")
                .line("", "", "Yêu nước", "Thẩm mĩ", "Yêu nước", "Tự chủ và tự học")
                .line(1, "Lê Hoàng An", "Tốt", "Đạt", "T", "C");

        preview(book, file.xlsx())
                .body("changes.slot", contains("yngk", "tmgk", "ynck", "tcck"))
                .body("changes.to", contains("T", "D", "T", "C"));
    }

    private void grade(int grade) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update school_class set grade = :grade where id = :id")
                        .setParameter("grade", grade)
                        .setParameter("id", school.classId())
                        .executeUpdate());
    }

    @Test
    void theSheetIsOneOfTheMinistrysStyle() {
        var book = new BookAtSchool(school, "gdcd", 1);
        book.put(teacher, school.first(), "tx 8,5 9 | gk 8 | ck 7").statusCode(200);

        var lines =
                SheetFile.read("so-diem.xlsx", sheet(book, "JOINED")).getFirst().lines();

        assertEquals(
                List.of(
                        "STT",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Ngày sinh",
                        "ĐĐGtx",
                        "ĐĐGgk",
                        "ĐĐGck",
                        "ĐTBmhk",
                        "Mã nhận xét",
                        "Nội dung nhận xét"),
                texts(lines.get(3)));
        assertEquals(
                List.of("2", codeOfFirst, "Nguyễn Hoàng Bảo Ngọc", "09/04/2013", "8,5 9", "8", "7", "7.8"),
                texts(lines.getLast()));
    }

    private static List<String> texts(vn.lopmo.lms.organisation.table.Sheet.Line line) {
        var texts =
                new ArrayList<>(line.cells().stream().map(cell -> cell.text()).toList());
        while (texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        return texts;
    }

    @Test
    void somebodyElsesSheetIsReadByItsWordsAndEveryBadRowIsNamed() {
        var book = new BookAtSchool(school, "gdcd", 1);
        book.put(teacher, school.first(), "tx 8 9").statusCode(200);
        var file = ListFile.empty()
                .line("TRƯỜNG THCS HOA BAN")
                .line("BẢNG ĐIỂM MÔN HỌC")
                .line(
                        "STT",
                        "Mã học sinh",
                        "Họ và Tên",
                        "Ngày sinh",
                        "Điểm ĐĐGtx",
                        "",
                        "ĐĐG giữa kì",
                        "Cuối kỳ",
                        "Nhận xét")
                .line("TT", "Mã học sinh", "HỌ VÀ TÊN", "NGÀY SINH", "ĐĐGtx1", "ĐĐGtx2", "ĐĐGgk", "ĐĐGck", "Nhận xét")
                .line(1, codeOfFirst, "Nguyễn Hoàng Bảo Ngọc", "09/04/2013", 8, "8,5", 7.3, "", "Khá")
                .line(2, "", "Lê Hoàng An", "", "9", "", "", 10, "")
                .line(3, codeOfFirst, "Trần Văn Khác", "", "9", "", "", 10, "")
                .line(4, "9999999999", "Hoàng Văn Lạ", "01/01/2013", "9", "", "", 10, "")
                .line(5, "", "Lê Hoàng An", "", "9", "", "mười", 10.5, "")
                .line("", "", "Người lập bảng", "", "", "", "", "", "");

        preview(book, file.xlsx())
                .statusCode(200)
                .body("rows", equalTo(5))
                .body("changes.row", contains(5, 5, 5, 6, 6))
                .body("changes.slot", contains("tx2", "gk", "nx", "tx1", "ck"))
                .body("changes.from", contains("9", "", "", "", ""))
                .body("changes.to", contains("8.5", "7.3", "Khá", "9", "10"))
                .body("changes.version", contains(1, 0, 0, 0, 0))
                .body("bad.row", contains(7, 8, 9))
                .body("bad[0].reasons.slug", contains("mark-row-name-differs"))
                .body(
                        "bad[1].reasons.title",
                        contains(
                                "Không tìm thấy em Hoàng Văn Lạ trong lớp theo mã định danh hay theo tên và ngày sinh."))
                .body(
                        "bad[2].reasons.title",
                        contains(
                                "Em Lê Hoàng An đã có ở một dòng phía trên.",
                                "Không đọc được “ĐĐGgk: mười”.",
                                "Không đọc được “ĐĐGck: 10.5”."));
    }

    @Test
    void aHeaderTwoRowsHighIsUnderstood() {
        var book = new BookAtSchool(school, "gdcd", 1);
        var file = ListFile.empty()
                .line("BẢNG ĐIỂM")
                .line("STT", "Họ và tên", "Ngày sinh", "ĐĐGtx", "", "Định kì", "")
                .line("", "", "", "1", "2", "ĐĐGgk", "ĐĐGck")
                .line(1, "Lê Hoàng An", "", "9", "8", "7", "6");

        preview(book, file.xlsx())
                .body("changes.slot", contains("tx1", "tx2", "gk", "ck"))
                .body("absent", contains("Nguyễn Hoàng Bảo Ngọc"));
    }

    @Test
    void aPreviewIsAppliedLikeTypingAndStandsInTheHistory() {
        var book = new BookAtSchool(school, "gdcd", 1);
        var file = ListFile.empty()
                .line("STT", "Mã định danh", "Họ và tên", "ĐĐGtx", "ĐĐGgk")
                .line(1, codeOfFirst, "Nguyễn Hoàng Bảo Ngọc", "8 7,5", 9);
        List<Map<String, Object>> changes = preview(book, file.xlsx()).extract().path("changes");

        as(teacher)
                .body(Map.of(
                        "changes", changes.stream().map(MarkSheetTest::asked).toList(), "imported", true))
                .put(book.path() + "/cells")
                .then()
                .statusCode(200)
                .body("written", hasSize(3));

        preview(book, file.xlsx()).body("changes", empty()).body("unchanged", equalTo(1));
        as(teacher).get(book.path() + "/history").then().body("cause", contains("IMPORTED", "IMPORTED", "IMPORTED"));
    }

    private static Map<String, Object> asked(Map<String, Object> change) {
        return cell(
                UUID.fromString(text(change, "learnerId")),
                text(change, "slot"),
                text(change, "to"),
                Integer.parseInt(text(change, "version")));
    }

    private static String text(Map<String, Object> change, String member) {
        return String.valueOf(change.get(member));
    }

    @Test
    void whatChangedSinceTheLastSheetIsTold() {
        var book = new BookAtSchool(school, "gdcd", 1);
        book.put(teacher, school.first(), "tx 8 9").statusCode(200);
        as(teacher)
                .get(book.path() + "/since-export")
                .then()
                .body("last", nullValue())
                .body("forms", contains("JOINED", "SEPARATE"));
        sheet(book, "JOINED");
        as(teacher)
                .get(book.path() + "/since-export")
                .then()
                .body("last.form", equalTo("JOINED"))
                .body("changed", empty());

        book.put(teacher, List.of(cell(school.first(), "tx1", "6", 1), cell(school.first(), "tx2", "7", 1)));
        book.put(teacher, List.of(cell(school.first(), "tx1", "5", 2), cell(school.first(), "tx2", "9", 2)));

        as(teacher)
                .get(book.path() + "/since-export")
                .then()
                .body("changed.slot", contains("tx1"))
                .body("changed.from", contains("8"))
                .body("changed.to", contains("5"));
    }

    @Test
    void whatIsNoMarkSheetIsTurnedAway() {
        var book = new BookAtSchool(school, "gdcd", 1);

        preview(book, ListFile.empty().line("Tên", "Tuổi").line("An", 13).xlsx())
                .statusCode(422)
                .body("slug", equalTo("mark-sheet-no-header"));
        preview(
                        new BookAtSchool(school, "ren-luyen", 1),
                        ListFile.empty().line("x").xlsx())
                .statusCode(422)
                .body("slug", equalTo("mark-sheet-form-does-not-fit"));
        var pupil = school.tokenOf(school.first(), Role.STUDENT);
        as(pupil).get(book.path() + "/sheet.xlsx").then().statusCode(403);
        as(teacher).get(book.path() + "/sheet.xlsx?form=PRIMARY").then().statusCode(422);
    }

    private byte[] sheet(BookAtSchool book, String form) {
        return as(teacher)
                .get(book.path() + "/sheet.xlsx?form=" + form)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private ValidatableResponse preview(BookAtSchool book, byte[] file) {
        return RestAssured.given()
                .auth()
                .oauth2(teacher)
                .header("Accept-Language", "vi")
                .multiPart("file", "so-diem.xlsx", file)
                .post(book.path() + "/sheet")
                .then();
    }
}
