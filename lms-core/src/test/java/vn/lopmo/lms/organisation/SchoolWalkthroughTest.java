package vn.lopmo.lms.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.organisation.roster.ListFile;
import vn.lopmo.platform.time.ClockSource;

/// The first days of a school, through the API, with real accounts and tokens: set up, bring the pupils in, bring the
/// teachers in.
@QuarkusTest
@TestProfile(RealAccounts.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchoolWalkthroughTest {
    private static final String PASSWORD = "mat-khau-thu-2026";
    private static UUID schoolId = new UUID(0, 0);

    private static Map<String, Object> setup(String code) {
        return Map.of(
                "code", code,
                "school",
                        Map.of(
                                "name",
                                "THCS Hoa Ban",
                                "code",
                                "HB01",
                                "level",
                                "THCS",
                                "commune",
                                "Hoa Ban",
                                "province",
                                "Lạng Sơn"),
                "admin", Map.of("name", "Đinh Thị Quản", "username", "quan.tri", "password", PASSWORD));
    }

    private static RequestSpecification as(String username) {
        return given().auth().oauth2(RealSignIn.signIn(username, PASSWORD));
    }

    private static ListFile list() {
        return ListFile.aList()
                .student("2600000011", "Nông Thị Mai", "15/06/2014", "Nữ", "6A", "6")
                .student("2600000022", "Vi Văn Tú", "01/02/2014", "Nam", "6A", "6")
                .student("2600000033", "Lò Thị Ánh", "03/04/2012", "Nữ", "8B", "8")
                .student("260", "Hà Văn Sai", "03/04/2012", "Nam", "8B", "8");
    }

    private static ValidatableResponse upload(byte[] file, String name) {
        return as("quan.tri")
                .multiPart("file", name, file)
                .post("/roster-imports")
                .then();
    }

    private static void applyAndWait(String id) throws InterruptedException {
        as("quan.tri").post("/roster-imports/" + id + "/apply").then().statusCode(202);
        for (int tries = 0; tries < 120; tries++) {
            String state = as("quan.tri").get("/roster-imports/" + id).path("state");
            if (state.equals("DONE")) {
                return;
            }
            Thread.sleep(Duration.ofMillis(250));
        }
        throw new AssertionError("the list was not applied within half a minute");
    }

    @Test
    @Order(1)
    void theFirstAdministratorSetsUpTheSchoolOnce() {
        given().get("/setup")
                .then()
                .statusCode(200)
                .body("needed", equalTo(true))
                .body("schoolName", nullValue());
        given().contentType("application/json")
                .body(setup("guessed"))
                .post("/setup")
                .then()
                .statusCode(403)
                .body("slug", equalTo("setup-code-wrong"));

        schoolId = UUID.fromString(given().contentType("application/json")
                .body(setup("only-for-tests"))
                .post("/setup")
                .then()
                .statusCode(201)
                .extract()
                .path("schoolId"));

        given().get("/setup").then().body("needed", equalTo(false)).body("schoolName", equalTo("THCS Hoa Ban"));
        given().contentType("application/json")
                .body(setup("only-for-tests"))
                .post("/setup")
                .then()
                .statusCode(409)
                .body("slug", equalTo("setup-done-already"));
        as("quan.tri")
                .get("/me")
                .then()
                .statusCode(200)
                .body("roles", contains("ADMIN"))
                .body("school.name", equalTo("THCS Hoa Ban"));
    }

    @Test
    @Order(2)
    void aListIsLookedAtFirstAndChangesNothing() {
        upload(list().xlsx(), "ds.xlsx")
                .statusCode(201)
                .body("state", equalTo("PREVIEW"))
                .body("counts.new", equalTo(3))
                .body("counts.rejected", equalTo(1))
                .body("rows[3].verdict", equalTo("REJECTED"))
                .body("rows[3].sheetRow", equalTo(8))
                .body("rows[3].reasons[0].column", equalTo("Mã định danh Bộ GD&ĐT"))
                .body("rows[3].reasons[0].title", containsString("10 chữ số"));

        as("quan.tri").get("/classes").then().body("$", hasSize(0));
    }

    @Test
    @Order(3)
    void appliedItMakesClassesAndAccounts() throws Exception {
        applyAndWait(upload(list().xlsx(), "ds.xlsx").extract().path("id"));

        as("quan.tri").get("/classes").then().body("name", contains("6A", "8B")).body("students", contains(2, 1));
        String class6A = as("quan.tri").get("/classes").path("[0].id");
        as("quan.tri")
                .get("/classes/" + class6A)
                .then()
                .body("members.name", contains("Nông Thị Mai", "Vi Văn Tú"))
                .body("members[0].code", equalTo("2600000011"))
                .body("members[0].birthDate", equalTo("2014-06-15"));
        for (var event : MembershipEvents.read(schoolId, 3)) {
            assertEquals(List.of(), MembershipEvents.faults(event));
        }
        assertEquals(3, MembershipEvents.read(schoolId, 3).size());
    }

    @Test
    @Order(4)
    void theFirstPasswordIsOnTheSheetUntilItIsChanged() {
        String class6A = as("quan.tri").get("/classes").path("[0].id");
        var sheet = as("quan.tri")
                .get("/classes/" + class6A + "/first-passwords")
                .then()
                .statusCode(200)
                .body("rows.username", contains("maint0011", "tuvv0022"))
                .body("rows.password", hasItem(notNullValue()))
                .extract();
        String first = sheet.path("rows[0].password");
        RealSignIn.trySignIn("maint0011", first)
                .then()
                .statusCode(400)
                .body("error_description", containsString("not fully set up"));
        RealSignIn.trySignIn("maint0011", first + "x")
                .then()
                .statusCode(400)
                .body("error_description", containsString("Invalid user credentials"));

        String mai = as("quan.tri").get("/classes/" + class6A).path("members[0].id");
        RealSignIn.changePassword(UUID.fromString(mai), PASSWORD);

        as("maint0011")
                .get("/me")
                .then()
                .statusCode(200)
                .body("roles", contains("STUDENT"))
                .body("grade", equalTo(6))
                .body("classes.name", contains("6A"));
        as("quan.tri")
                .get("/classes/" + class6A + "/first-passwords")
                .then()
                .body("rows[0].password", nullValue())
                .body("rows[1].password", notNullValue());
        as("maint0011").get("/classes/" + class6A).then().statusCode(403);
        as("maint0011").get("/roster-imports").then().statusCode(403);
    }

    @Test
    @Order(5)
    void theSameListAgainChangesNothingAndACorrectedOneOnlyThat() throws Exception {
        String again = upload(list().csv(";").getBytes(StandardCharsets.UTF_8), "ds.csv")
                .body("counts.unchanged", equalTo(3))
                .body("counts.new", equalTo(0))
                .extract()
                .path("id");
        applyAndWait(again);

        var corrected = ListFile.aList()
                .student("2600000011", "Nông Thị Hoài Mai", "15/06/2014", "Nữ", "6B", "6")
                .student("2600000022", "Vi Văn Tú", "01/02/2014", "Nam", "6A", "6");
        String id = upload(corrected.xlsx(), "ds2.xlsx")
                .body("counts.moved", equalTo(1))
                .body("counts.changed", equalTo(0))
                .body("rows[0].changes.field", contains("name", "className"))
                .body("rows[0].changes[1].from", equalTo("6A"))
                .body("gone.name", contains("Lò Thị Ánh"))
                .extract()
                .path("id");
        applyAndWait(id);

        as("maint0011")
                .get("/me")
                .then()
                .body("name", equalTo("Nông Thị Hoài Mai"))
                .body("classes.name", contains("6B"));
        as("quan.tri").get("/classes").then().body("students", contains(1, 1, 1));
        var events = MembershipEvents.read(schoolId, 5);
        assertEquals(5, events.size());
        assertTrue(events.stream()
                .anyMatch(event -> !event.get("active").asBoolean()
                        && event.get("className").asText().equals("6A")));
    }

    @Test
    @Order(6)
    void teachersAndGuardiansComeIn() {
        String class6A = as("quan.tri").get("/classes").path("[0].id");
        String class8B = as("quan.tri").get("/classes").path("[2].id");
        String tu = as("quan.tri").get("/classes/" + class6A).path("members[0].id");
        var teacher = admit(Map.of(
                        "name",
                        "Lê Minh Đức",
                        "username",
                        "duc.le",
                        "roles",
                        List.of("TEACHER"),
                        "classes",
                        List.of(Map.of("classId", class6A, "role", "TEACHER"))))
                .statusCode(201)
                .body("firstPassword", notNullValue())
                .extract();
        RealSignIn.changePassword(UUID.fromString(teacher.path("id")), PASSWORD);
        var guardian = admit(Map.of("name", "Vi Văn Cha", "roles", List.of("GUARDIAN"), "children", List.of(tu)))
                .statusCode(201)
                .body("username", equalTo("chavv"))
                .extract();
        RealSignIn.changePassword(UUID.fromString(guardian.path("id")), PASSWORD);
        as("quan.tri")
                .get("/people?role=GUARDIAN")
                .then()
                .body("name", contains("Vi Văn Cha"))
                .body("[0].children.size()", equalTo(1))
                .body("[0].classes", empty());

        as("duc.le").get("/classes").then().body("name", contains("6A"));
        as("duc.le").get("/classes/" + class6A).then().statusCode(200).body("members[0].code", nullValue());
        as("duc.le").get("/classes/" + class8B).then().statusCode(403);
        as("duc.le").get("/classes/" + UUID.randomUUID()).then().statusCode(404);
        as("duc.le").get("/people").then().statusCode(403);
        as("chavv")
                .get("/me")
                .then()
                .body("children.name", contains("Vi Văn Tú"))
                .body("children.className", contains("6A"));
        as("quan.tri")
                .queryParam("role", "TEACHER")
                .queryParam("q", "minh duc")
                .get("/people")
                .then()
                .body("name", contains("Lê Minh Đức"))
                .body("[0].classes", contains("6A"));
        as("duc.le")
                .contentType("application/json")
                .body(Map.of("ids", List.of(tu)))
                .post("/people/names")
                .then()
                .body("name", contains("Vi Văn Tú"));
    }

    private static ValidatableResponse admit(Map<String, Object> person) {
        return as("quan.tri")
                .contentType("application/json")
                .body(person)
                .post("/people")
                .then();
    }

    @Test
    @Order(7)
    void badInputIsRefusedInVietnamese() {
        admit(Map.of("name", "Lê Minh Đức", "username", "duc.le", "roles", List.of("TEACHER")))
                .statusCode(409)
                .body("title", containsString("duc.le"));
        admit(Map.of("name", "A".repeat(20_000_000 / 20), "roles", List.of("TEACHER")))
                .statusCode(422);
        upload(new byte[0], "ds.xlsx").statusCode(422).body("title", containsString("trống"));
        upload("xin chào".getBytes(StandardCharsets.UTF_8), "ds.xlsx")
                .statusCode(422)
                .body("slug", equalTo("roster-file-not-a-table"));
        given().get("/classes").then().statusCode(401);
    }

    @Test
    @Order(8)
    void theFirstSchoolMakesOfficersAndPutsThemInTheirUnits() {
        as("quan.tri").get("/people/roles").then().statusCode(200).body("$", hasItem("OFFICER"));
        as("duc.le").get("/people/roles").then().statusCode(403);
        String made = admit(Map.of("name", "Lê Cán Bộ", "username", "can.bo", "roles", List.of("OFFICER")))
                .statusCode(201)
                .extract()
                .path("id");
        RealSignIn.changePassword(UUID.fromString(made), PASSWORD);
        as("can.bo").get("/me").then().body("roles", contains("OFFICER"));
        as("quan.tri").get("/units").then().statusCode(200).body("candidates.personId", hasItem(made));

        String teacher = as("quan.tri")
                .queryParam("role", "TEACHER")
                .queryParam("q", "minh duc")
                .get("/people")
                .path("[0].id");
        var today = LocalDate.now(ClockSource.VIETNAM);
        officer(teacher, today.minusDays(1), null);
        as("duc.le").get("/me").then().body("roles", containsInAnyOrder("TEACHER", "OFFICER"));
        officer(teacher, today.minusDays(2), today.minusDays(1));
        as("duc.le").get("/me").then().body("roles", contains("TEACHER"));
        as("quan.tri").get("/units").then().body("candidates.personId", not(hasItem(teacher)));
    }

    private static void officer(String person, LocalDate from, @Nullable LocalDate until) {
        var days = new HashMap<String, @Nullable Object>();
        days.put("startsOn", from.toString());
        days.put("endsOn", until == null ? null : until.toString());
        as("quan.tri")
                .contentType("application/json")
                .body(days)
                .put("/person-files/" + person + "/roles/OFFICER")
                .then()
                .statusCode(200);
    }

    @Test
    @Order(9)
    void theExampleOfTheContractIsOneOfItsKind() throws Exception {
        assertEquals(List.of(), MembershipEvents.faults(MembershipEvents.example()));
    }
}
