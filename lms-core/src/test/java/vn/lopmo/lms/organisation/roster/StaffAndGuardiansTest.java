package vn.lopmo.lms.organisation.roster;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// Lists of staff and of guardians as they are looked at: what would become of each row, and why one is not taken.
@QuarkusTest
@TestProfile(SignedTokens.class)
class StaffAndGuardiansTest {
    private static final String STAFF = "Mã nhân sự;Họ và tên;Ngày sinh;Điện thoại;Email;Chức vụ;Môn dạy;Tổ\n";
    private static final String GUARDIANS =
            "Mã học sinh;Họ tên học sinh;Họ tên phụ huynh;Quan hệ;Số điện thoại phụ huynh;Email\n";

    @Inject
    TestSchools schools;

    @Inject
    People people;

    @Inject
    Rows rows;

    private TestSchools.Small school;

    @BeforeEach
    void aSchoolWhosePupilsHaveCodes() {
        school = schools.make();
        QuarkusTransaction.requiringNew().run(() -> {
            people.get(school.first(), school.school())
                    .enterInRegister("2600000011", "Nguyễn Hoàng Bảo Ngọc", null, null);
            people.get(school.second(), school.school()).enterInRegister("2600000022", "Lê Hoàng An", null, null);
        });
    }

    private RequestSpecification as(TestSchools.Small of, Role role) {
        return given().auth().oauth2(of.tokenOf(of.head(), role));
    }

    private ValidatableResponse look(String kind, String list) {
        return as(school, Role.ADMIN)
                .multiPart("file", "ds.csv", list.getBytes(StandardCharsets.UTF_8))
                .post("/roster-imports?kind=" + kind)
                .then();
    }

    @Test
    void aListOfStaffSaysWhoIsNewWhoIsKnownAndWhoIsMissing() {
        look("STAFF", STAFF + """
                GV01;Trần Thị Thu Huyền;01/02/1985;0912 345 678;;Giáo viên, Tổ trưởng;Toán, Hoạt động trải nghiệm, hướng nghiệp;Tổ Toán – Tin
                GV02;Vàng A Chư;;;chu@truong.edu.vn;Giáo viên;Tin học;toán tin
                GV03;Lý Thị Sâm;;;;Thủ thư;;
                """)
                .statusCode(201)
                .body("kind", equalTo("STAFF"))
                .body("rows.verdict", contains("CHANGED", "NEW", "NEW"))
                .body("rows.code", contains("GV01", "GV02", "GV03"))
                .body("rows[0].roles", contains("TEACHER"))
                .body("rows[0].subjects", containsInAnyOrder("toan", "hdtn"))
                .body("rows[0].changes.field", contains("code", "contact", "birthDate", "group", "leader", "subjects"))
                .body("rows[0].changes[5].to", containsString("Tin học"))
                .body("rows[2].roles", contains("LIBRARIAN"))
                .body("linksToDo", equalTo(2))
                .body("gone.name", contains("Phạm Ngọc Ánh"));
        as(school, Role.ADMIN).get("/subject-groups").then().body("$", hasSize(0));
    }

    @Test
    void badRowsOfStaffAreNamedWithTheirReason() {
        look("STAFF", STAFF + """
                ;Vàng A Chư;;;;Giáo viên;;
                GV2;;;;;Giáo viên;;
                gv2;Lý Thị Sâm;31/02/1990;12;sam@;Thầy bói;;
                GV4;Hà Thị Nga;;;;;;
                GV5;Hà Thị Tư;;;;Giáo viên;Bói toán;Tổ Toán
                GV6;Hà Thị Năm;;;;Tổ trưởng;;
                GV7;Hà Thị Sáu;;;;Giáo viên;;Tổ Văn
                GV8;Hà Thị Bảy;;;;Tổ trưởng;Toán;Tổ Toán
                GV9;Hà Thị Tám;;;;Tổ trưởng;;Tổ Toán
                """)
                .statusCode(201)
                .body("rows.verdict", contains(verdicts("NEW", 7)))
                .body("rows[0].reasons.slug", contains("row-no-code"))
                .body("rows[0].sheetRow", equalTo(2))
                .body("rows[0].reasons[0].column", equalTo("Mã nhân sự"))
                .body("rows[1].reasons.slug", contains("row-no-name"))
                .body(
                        "rows[2].reasons.slug",
                        containsInAnyOrder(
                                "row-code-twice",
                                "row-date-impossible",
                                "row-phone-odd",
                                "row-mail-odd",
                                "row-role-unknown"))
                .body("rows[3].reasons.slug", contains("row-no-role"))
                .body("rows[4].reasons.slug", contains("row-subject-unknown"))
                .body("rows[5].reasons.slug", contains("row-no-group"))
                .body("rows[6].reasons.slug", contains("row-group-without-subject"))
                .body("rows[8].reasons.slug", contains("row-group-two-leaders"));
        look("STAFF", "Họ tên;Chức vụ\nVàng A Chư;Giáo viên\n")
                .statusCode(422)
                .body("slug", equalTo("roster-columns-missing"))
                .body("title", containsString("Mã nhân sự"));
    }

    private static String[] verdicts(String good, int at) {
        var all = new String[9];
        Arrays.fill(all, "REJECTED");
        all[at] = good;
        return all;
    }

    @Test
    void guardiansOfSeveralChildrenAreOnePersonAndAKnownOneIsFound() {
        look("GUARDIANS", GUARDIANS + """
                2600000011;Nguyễn Hoàng Bảo Ngọc;Nguyễn Văn Hoàng;Bố;912345678;
                2600000011;Nguyễn Hoàng Bảo Ngọc;Lê Thị Lan;Mẹ;+84 987 654 321;lan@gmail.com
                2600000022;Lê Hoàng An;LÊ THỊ LAN;Dì;;Lan@gmail.com
                2600000022;Lê Hoàng An;Lê Văn Bền;Bố;0987654321;
                """)
                .statusCode(201)
                .body("rows.verdict", contains("CHANGED", "NEW", "LINKED", "NEW"))
                .body("rows[0].changes.field", contains("contact", "relation"))
                .body("rows[2].changes.field", contains("child"))
                .body("rows[1].child.name", equalTo("Nguyễn Hoàng Bảo Ngọc"))
                .body("rows[1].child.relation", equalTo("Mẹ"))
                .body("counts.linked", equalTo(1))
                .body("linksToDo", equalTo(4))
                .body("gone", hasSize(0));
        assertTrue(
                QuarkusTransaction.requiringNew()
                        .call(() -> rows.list(
                                "select id from roster_row r where r::text ~* '(987654321|912345678|gmail)'",
                                row -> row.uuid(1)))
                        .isEmpty(),
                "neither telephones nor mail are kept");
        look("GUARDIANS", GUARDIANS + "2600000022;Lê Hoàng An;Lê Thị Lan;;;\n")
                .body("rows.verdict", contains("NEW"))
                .body("gone.name", contains("Nguyễn Văn Hoàng"))
                .body("gone[0].child.code", equalTo("2600000011"))
                .body("gone[0].className", equalTo("8A2"));
    }

    @Test
    void guardiansWhoseNamesDifferByAnAccentAreTwo() {
        look("GUARDIANS", GUARDIANS + """
                2600000011;Nguyễn Hoàng Bảo Ngọc;Nguyễn Thị Hoa;Mẹ;0900000001;
                2600000022;Lê Hoàng An;Nguyễn Thị Hòa;Mẹ;0900000001;
                2600000022;Lê Hoàng An;NGUYỄN  THỊ HOA;Dì;0900000001;
                """).statusCode(201).body("rows.verdict", contains("NEW", "NEW", "REJECTED"));
        look("GUARDIANS", GUARDIANS + """
                2600000011;Nguyễn Hoàng Bảo Ngọc;Nguyễn Thị Hoa;Mẹ;0900000001;
                2600000022;Lê Hoàng An;NGUYỄN  THỊ HOA;Dì;0900000001;
                """).statusCode(201).body("rows.verdict", contains("NEW", "LINKED"));
    }

    @Test
    void aTelephoneOrMailOfManyNamesMakesNobodyOne() {
        for (var contact : new String[] {"0900000000;", ";khong.co@truong.edu.vn"}) {
            look("GUARDIANS", GUARDIANS + """
                    2600000011;Nguyễn Hoàng Bảo Ngọc;Nguyễn Thị Hoa;Mẹ;%1$s
                    2600000022;Lê Hoàng An;Nguyễn Thị Hoa;Mẹ;%1$s
                    2600000011;Nguyễn Hoàng Bảo Ngọc;Vi Văn Ba;Bố;%1$s
                    2600000022;Lê Hoàng An;Lý Văn Tư;Bố;%1$s
                    """.formatted(contact))
                    .statusCode(201)
                    .body("rows.verdict", contains("NEW", "NEW", "NEW", "NEW"));
        }
    }

    @Test
    void aStaffRowTakesNobodyOfAnotherAccent() {
        schools.join(school.school(), "Lê Thị Hoa", Set.of(Role.TEACHER));
        look("STAFF", STAFF + "GV21;Lê Thị Hòa;;;;Giáo viên;;\n")
                .body("rows.verdict", contains("NEW"))
                .body("gone.name", hasItem("Lê Thị Hoa"));
        look("STAFF", STAFF + "GV21;Lê Thị Hòa;;;;Giáo viên;;\nGV22;Lê Thị Hoa;;;;Giáo viên;;\n")
                .body("rows.verdict", contains("NEW", "CHANGED"))
                .body("rows[1].changes.field", contains("code"));
    }

    @Test
    void aContactMarksNobodyWhoHasACodeOfHisOwn() {
        String row = "%s;Vi Thị Sen;;0912000555;;Giáo viên;;\n";
        String id = look("STAFF", STAFF + row.formatted("GV31")).extract().path("id");
        var sen = schools.join(school.school(), "Vi Thị Sen", Set.of(Role.TEACHER));
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change(
                        "insert into one_roster_id (school_id, source_id, person_id)"
                                + " select ?, unnest(marks), ? from roster_row where import_id = ?",
                        school.school(),
                        sen,
                        UUID.fromString(id)));

        look("STAFF", STAFF + row.formatted("GV31")).body("rows.verdict", contains("UNCHANGED"));
        String other = look("STAFF", STAFF + row.formatted("GV32"))
                .body("rows.verdict", contains("NEW"))
                .body("gone.name", hasItem("Vi Thị Sen"))
                .extract()
                .path("id");
        assertEquals("staff:GV32", marksOf(other), "nor is she taken for the other when it is applied");
        String two = look("STAFF", STAFF + row.formatted("GV33") + row.formatted("GV34"))
                .body("rows.verdict", contains("NEW", "NEW"))
                .extract()
                .path("id");
        assertEquals("staff:GV33 staff:GV34", marksOf(two));
    }

    private String marksOf(String importId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.join(
                        " ",
                        rows.list(
                                "select array_to_string(marks, ' ') from roster_row where import_id = ? and verdict = 'NEW'"
                                        + " order by sheet_row",
                                row -> row.text(1),
                                UUID.fromString(importId))));
    }

    @Test
    void whoHasLeftIsNotOnTheSheetOfTheStaff() {
        var gone = schools.join(school.school(), "Vừ A Dơ", Set.of(Role.TEACHER));
        as(school, Role.ADMIN).get("/first-passwords/staff").then().body("rows.name", hasItem("Vừ A Dơ"));
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change("update person set left_on = current_date where id = ?", gone));
        as(school, Role.ADMIN)
                .get("/first-passwords/staff")
                .then()
                .statusCode(200)
                .body("rows.name", not(hasItem("Vừ A Dơ")));
    }

    @Test
    void badRowsOfGuardiansAreNamedAndOtherSchoolsPupilsAreUnknown() {
        var other = schools.make();
        QuarkusTransaction.requiringNew().run(() -> people.get(other.first(), other.school())
                .enterInRegister("2600000099", "Nguyễn Hoàng Bảo Ngọc", null, null));
        String id = look("GUARDIANS", GUARDIANS + """
                2600000011;Lê Hoàng An;Lê Thị Lan;Mẹ;;
                2600000099;Nguyễn Hoàng Bảo Ngọc;Lê Thị Lan;Mẹ;;
                26;Lê Hoàng An;Lê Thị Lan;Mẹ;;
                2600000022;Lê Hoàng An;;Mẹ;;
                2600000022;Lê Hoàng An;Lê Thị Lan;Mẹ;090;
                2600000022;Lê Hoàng An;Lê Thị Lan;Mẹ;;
                2600000022;Le Hoang An;Vi Thị Na;Bà;;
                """)
                .statusCode(201)
                .body("rows[0].reasons.slug", contains("row-child-name-differs"))
                .body("rows[1].reasons.slug", contains("row-child-unknown"))
                .body("rows[2].reasons.slug", contains("row-code-not-ten-digits"))
                .body("rows[3].reasons.slug", contains("row-no-name"))
                .body("rows[3].reasons[0].column", equalTo("Họ tên phụ huynh"))
                .body("rows[4].reasons.slug", contains("row-phone-odd"))
                .body("rows[5].reasons.slug", contains("row-tie-twice"))
                .body("rows[6].verdict", equalTo("NEW"))
                .extract()
                .path("id");

        as(other, Role.ADMIN).get("/roster-imports/" + id).then().statusCode(404);
        as(other, Role.ADMIN).post("/roster-imports/" + id + "/apply").then().statusCode(404);
        as(other, Role.ADMIN).get("/roster-imports?kind=GUARDIANS").then().body("$", hasSize(0));
        as(school, Role.ADMIN).get("/roster-imports").then().body("$", hasSize(0));
        as(school, Role.ADMIN).get("/roster-imports?kind=GUARDIANS").then().body("id", hasItem(id));
        as(other, Role.ADMIN)
                .get("/first-passwords/guardians/" + school.classId())
                .then()
                .statusCode(404);
    }

    @Test
    void aGuardianWhoWorksAtTheSchoolKeepsOneAccount() {
        var teacher = schools.join(school.school(), "Lê Thị Lan", Set.of(Role.TEACHER));
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change(
                        "insert into guardianship (id, school_id, guardian_id, child_id, created_at) values (?, ?, ?, ?, now())",
                        UUID.randomUUID(),
                        school.school(),
                        teacher,
                        school.second()));
        look("GUARDIANS", GUARDIANS + "2600000022;Lê Hoàng An;Lê Thị Lan;Mẹ;;\n")
                .body("rows.verdict", contains("CHANGED"))
                .body("rows[0].changes.field", contains("roles", "relation"))
                .body("rows[0].changes[0].to", equalTo("TEACHER GUARDIAN"));
    }

    @Test
    void onlyTheAdministratorBringsListsInAndSeesFirstPasswords() {
        for (var role : Role.values()) {
            int expected = role == Role.ADMIN ? 200 : 403;
            var signedIn = as(school, role);
            assertEquals(
                    expected, signedIn.get("/roster-imports/templates/STAFF").statusCode(), role.name());
            assertEquals(
                    expected, as(school, role).get("/first-passwords/staff").statusCode(), role.name());
            assertEquals(
                    expected,
                    as(school, role)
                            .get("/first-passwords/guardians/" + school.classId())
                            .statusCode(),
                    role.name());
            if (role != Role.ADMIN) {
                as(school, role)
                        .multiPart("file", "ds.csv", STAFF.getBytes(StandardCharsets.UTF_8))
                        .post("/roster-imports?kind=STAFF")
                        .then()
                        .statusCode(403);
            }
        }
        as(school, Role.ADMIN)
                .get("/first-passwords/guardians/" + school.classId())
                .then()
                .body("rows.name", contains("Nguyễn Văn Hoàng"))
                .body("rows[0].children", contains("Nguyễn Hoàng Bảo Ngọc"));
    }

    @Test
    void theSheetToFillInIsOneThatIsTaken() {
        for (var kind : new String[] {"LIST", "STAFF", "GUARDIANS"}) {
            var sheet = as(school, Role.ADMIN)
                    .get("/roster-imports/templates/" + kind)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            as(school, Role.ADMIN)
                    .multiPart("file", "mau.xlsx", sheet)
                    .post("/roster-imports?kind=" + kind)
                    .then()
                    .statusCode(201)
                    .body("rows", hasSize(0));
            assertFalse(SheetFile.read("mau.xlsx", sheet).isEmpty());
        }
        as(school, Role.ADMIN)
                .get("/roster-imports/templates/STAFF")
                .then()
                .header("Content-Disposition", not(containsString("hoc-sinh")));
        as(school, Role.ADMIN).get("/roster-imports/templates/ONEROSTER").then().statusCode(404);
    }
}
