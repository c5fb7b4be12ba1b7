package vn.lopmo.lms.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.roster.ListFile;
import vn.lopmo.lms.organisation.roster.RosterPaths;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// A school brings its guardians and its staff in by lists, with real accounts: each signs in with the first password
/// of the sheet, the same list again changes nothing, and a parent of two, or a teacher who is a parent, has one
/// account. By its name it runs after [SchoolWalkthroughTest], which sets the install up and finds no school.
@QuarkusTest
@TestProfile(RealAccounts.class)
class StaffAndGuardiansWalkthroughTest {
    private static final String PASSWORD = "mat-khau-thu-2026";
    private static final String GUARDIANS = """
            Mã học sinh;Họ tên học sinh;Họ tên phụ huynh;Quan hệ;Số điện thoại
            2700000011;Nông Thị Mai;Nông Văn Páo;Bố;0912000111
            2700000022;Nông Văn Tú;Nông Văn Páo;Bố;0912 000 111
            2700000033;Lò Thị Ánh;Lò Thị Xuân;Mẹ;0912000333
            2700000033;Lò Thị Anh Đào;Lò Văn Sai;Bố;
            """;
    private static final String STAFF = """
            Mã nhân sự;Họ tên;Số điện thoại;Vai trò;Môn;Tổ chuyên môn
            GV01;Lò Thị Xuân;0912000333;Tổ trưởng;Toán, Tin học;Tổ Toán - Tin
            GV02;Vi Văn Bách;;Giáo viên;;Tổ Toán - Tin
            TV01;Hà Thị Nga;;Thủ thư;;
            """;

    @Inject
    Schools schools;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    RosterPaths roster;

    @Inject
    Erasure erasure;

    @Inject
    Rows rows;

    private final String code = UUID.randomUUID().toString().substring(0, 8);
    private final String adminName = "quan.tri." + code;

    private UUID aSchoolWithPupils() throws InterruptedException {
        var school = School.open("THCS Thử " + code, code, SchoolLevel.THCS, "Hoa Ban", "Lạng Sơn", Instant.now());
        QuarkusTransaction.requiringNew().run(() -> schools.persist(school));
        var roles = Set.of(Role.ADMIN);
        var id = accounts.open(
                new Accounts.Opening(adminName, "Đinh Quản", school.id(), roles, PASSWORD, false), any -> false);
        QuarkusTransaction.requiringNew()
                .run(() -> people.persist(Person.join(id, school.id(), "Đinh Quản", adminName, roles, Instant.now())));
        roster.bring(
                school.id(),
                ListFile.aList()
                        .student("2700000011", "Nông Thị Mai", "15/06/2014", "Nữ", "6A", "6")
                        .student("2700000022", "Nông Văn Tú", "01/02/2012", "Nam", "8B", "8")
                        .student("2700000033", "Lò Thị Ánh", "03/04/2014", "Nữ", "6A", "6")
                        .xlsx());
        return school.id();
    }

    private RequestSpecification admin() {
        return as(adminName);
    }

    private static RequestSpecification as(String username) {
        return given().auth().oauth2(RealSignIn.signIn(username, PASSWORD));
    }

    private ValidatableResponse look(String kind, String list) {
        return admin().multiPart("file", "ds.csv", list.getBytes(StandardCharsets.UTF_8))
                .post("/roster-imports?kind=" + kind)
                .then()
                .statusCode(201);
    }

    private void apply(String id) throws InterruptedException {
        admin().post("/roster-imports/" + id + "/apply").then().statusCode(202);
        for (int tries = 0; tries < 120; tries++) {
            if (admin().get("/roster-imports/" + id + "/progress").path("state").equals("DONE")) {
                return;
            }
            Thread.sleep(Duration.ofMillis(250));
        }
        throw new AssertionError("the list was not applied within half a minute");
    }

    private String classId(String name) {
        return admin().get("/classes").path("find { it.name == '" + name + "' }.id");
    }

    /// As the login page does with the password of the sheet.
    private void signsInFirst(UUID person, String username, String password) {
        var refused = RealSignIn.trySignIn(username, password).then().statusCode(400);
        refused.body("error_description", equalTo("Account is not fully set up"));
        RealSignIn.changePassword(person, PASSWORD);
    }

    private UUID idOf(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> people.find("username", username).firstResult().id());
    }

    @Test
    void guardiansAndStaffComeInByListsAndSignIn() throws Exception {
        var school = aSchoolWithPupils();
        guardiansComeIn();
        aGuardianSignsInAndSeesHisChildren();
        theStaffComesIn();
        theSameListsAgainChangeNothing();
        whoIsErasedIsInNoListAnyMore(school);
        aLargeStaffGetsItsPasswordsOnOneSheet(school);
    }

    private void guardiansComeIn() throws InterruptedException {
        String first = look("GUARDIANS", GUARDIANS)
                .body("rows.verdict", contains("NEW", "LINKED", "NEW", "REJECTED"))
                .body("rows[3].sheetRow", equalTo(5))
                .body("rows[3].reasons.slug", contains("row-child-name-differs"))
                .extract()
                .path("id");
        String twin = look("GUARDIANS", GUARDIANS).extract().path("id");
        apply(first);
        apply(twin);

        admin().get("/people?role=GUARDIAN")
                .then()
                .body("name", containsInAnyOrder("Nông Văn Páo", "Lò Thị Xuân"))
                .body("find { it.name == 'Nông Văn Páo' }.children", hasSize(2));
    }

    private void aGuardianSignsInAndSeesHisChildren() {
        var sheet = admin().get("/first-passwords/guardians/" + classId("8B"))
                .then()
                .statusCode(200)
                .body("className", equalTo("8B"))
                .body("rows.name", contains("Nông Văn Páo"))
                .body("rows[0].children", contains("Nông Văn Tú"))
                .body("rows[0].password", notNullValue())
                .extract();
        String username = sheet.path("rows[0].username");
        signsInFirst(idOf(username), username, sheet.path("rows[0].password"));

        as(username)
                .get("/my/children")
                .then()
                .statusCode(200)
                .body("name", containsInAnyOrder("Nông Thị Mai", "Nông Văn Tú"))
                .body("relation", contains("Bố", "Bố"))
                .body("accepted", contains(false, false));
        admin().get("/first-passwords/guardians/" + classId("6A"))
                .then()
                .body("rows.name", containsInAnyOrder("Nông Văn Páo", "Lò Thị Xuân"))
                .body("rows.find { it.name == 'Nông Văn Páo' }.password", nullValue());
    }

    private void theStaffComesIn() throws InterruptedException {
        String id = look("STAFF", STAFF)
                .body("rows.verdict", contains("CHANGED", "NEW", "NEW"))
                .body("rows[0].changes.field", hasItem("roles"))
                .body("gone.name", contains("Đinh Quản"))
                .extract()
                .path("id");
        apply(id);

        admin().get("/subject-groups")
                .then()
                .body("name", contains("Tổ Toán - Tin"))
                .body("[0].subjects", containsInAnyOrder("toan", "tin-hoc"))
                .body("[0].members.name", containsInAnyOrder("Lò Thị Xuân", "Vi Văn Bách"))
                .body("[0].leaderId", notNullValue());
        admin().get("/people?role=TEACHER&q=Lò Thị Xuân")
                .then()
                .body("[0].roles", containsInAnyOrder("TEACHER", "GUARDIAN"));
        var sheet = admin().get("/first-passwords/staff").then().statusCode(200).extract();
        String username = sheet.path("rows.find { it.name == 'Hà Thị Nga' }.username");
        signsInFirst(idOf(username), username, sheet.path("rows.find { it.name == 'Hà Thị Nga' }.password"));
        as(username).get("/me").then().body("roles", contains("LIBRARIAN"));
        as(username).get("/first-passwords/staff").then().statusCode(403);
    }

    private void theSameListsAgainChangeNothing() throws InterruptedException {
        String staff = look("STAFF", STAFF)
                .body("rows.verdict", contains("UNCHANGED", "UNCHANGED", "UNCHANGED"))
                .body("linksToDo", equalTo(0))
                .extract()
                .path("id");
        apply(staff);
        look("GUARDIANS", GUARDIANS)
                .body("rows.verdict", contains("UNCHANGED", "UNCHANGED", "UNCHANGED", "REJECTED"))
                .body("linksToDo", equalTo(0))
                .body("gone", hasSize(0));
        look(
                        "GUARDIANS",
                        GUARDIANS.replace(
                                "2700000022;Nông Văn Tú;Nông Văn Páo;Bố",
                                "2700000022;Nông Văn Tú;Nông Văn Páo;Bố dượng"))
                .body("rows[1].verdict", equalTo("LINKED"))
                .body("rows[1].changes[0].from", equalTo("Bố"));
        look("STAFF", STAFF.replace("Vi Văn Bách", "Vi Văn Bạch").replace("TV01;Hà Thị Nga;;Thủ thư;;\n", ""))
                .body("rows[1].verdict", equalTo("CHANGED"))
                .body("rows[1].changes.field", contains("name"))
                .body("gone.name", hasItem("Hà Thị Nga"));
    }

    private void whoIsErasedIsInNoListAnyMore(UUID school) {
        UUID child = QuarkusTransaction.requiringNew()
                .call(() ->
                        people.findByCode("2700000022", school).orElseThrow().id());
        UUID guardian = QuarkusTransaction.requiringNew()
                .call(() -> people.find("schoolId = ?1 and name = ?2", school, "Nông Văn Páo")
                        .firstResult()
                        .id());
        assertTrue(naming(school, "Nông Văn Tú|Nông Văn Páo") > 0);

        erasure.erase(child, school);
        erasure.erase(guardian, school);

        assertEquals(0, naming(school, "Nông Văn Tú|Nông Văn Páo|2700000022"));
        assertEquals(List.of(), marksOf(guardian));
        look("GUARDIANS", GUARDIANS)
                .body("rows[1].reasons.slug", contains("row-child-unknown"))
                .body("rows.name", not(hasItem("Đã xoá")));
    }

    /// More than are asked about at a time.
    private void aLargeStaffGetsItsPasswordsOnOneSheet(UUID school) throws InterruptedException {
        var list = new StringBuilder(STAFF);
        for (char letter = 'A'; letter <= 'Y'; letter++) {
            list.append("NV%1$s;Vàng Thị %1$s;;Thủ thư;;\n".formatted(letter));
        }
        apply(look("STAFF", list.toString()).extract().path("id"));

        admin().get("/first-passwords/staff")
                .then()
                .statusCode(200)
                .body("rows.findAll { it.name.startsWith('Vàng Thị') }.password", hasSize(25))
                .body("rows.findAll { it.name.startsWith('Vàng Thị') }.password", everyItem(notNullValue()));
        assertEquals(
                List.of(),
                QuarkusTransaction.requiringNew()
                        .call(() -> rows.list(
                                "select person_id from first_password where school_id = ? and not is_set",
                                row -> row.uuid(1),
                                school)));
    }

    private int naming(UUID school, String words) {
        return QuarkusTransaction.requiringNew().call(() -> rows.list(
                        "select r.id from roster_row r join roster_import i on i.id = r.import_id"
                                + " where i.school_id = ? and r::text ~ ?",
                        row -> row.uuid(1),
                        school,
                        words)
                .size());
    }

    private List<String> marksOf(UUID person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.list(
                        "select source_id from one_roster_id where person_id = ?", row -> row.text(1), person));
    }
}
