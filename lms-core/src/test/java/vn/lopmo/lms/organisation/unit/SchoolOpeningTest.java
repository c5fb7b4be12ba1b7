package vn.lopmo.lms.organisation.unit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.SignedIn;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Role;

/// One more school of the install, with a real account for its administrator.
@QuarkusTest
@TestProfile(RealAccounts.class)
class SchoolOpeningTest {
    private static final String PASSWORD = "mat-khau-thu-2026";

    @Inject
    TestSchools small;

    @Inject
    Schools schools;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    private String adminOf(UUID school) {
        var name = "mo." + UUID.randomUUID().toString().substring(0, 8);
        var roles = Set.of(Role.ADMIN);
        var id = accounts.open(new Accounts.Opening(name, "Đinh Quản", school, roles, PASSWORD, false), any -> false);
        QuarkusTransaction.requiringNew()
                .run(() -> people.persist(Person.join(id, school, "Đinh Quản", name, roles, Instant.now())));
        return SignedIn.token(name, PASSWORD);
    }

    private static ValidatableResponse open(String token, String code) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "THCS Nà Sầm",
                        "code", code,
                        "level", "THCS",
                        "commune", "Nà Sầm",
                        "province", "Lạng Sơn",
                        "adminName", "Hoàng Thị Quỳnh"))
                .post("/units/schools")
                .then();
    }

    @Test
    void aSchoolIsOpenedOnceAndItsAdministratorGetsAFirstPassword() {
        small.make();
        var first = QuarkusTransaction.requiringNew().call(() -> schools.first().id());
        var admin = adminOf(first);
        var code = UUID.randomUUID().toString().substring(0, 8);

        var opened = open(admin, code).statusCode(201).extract();

        given().auth()
                .oauth2(admin)
                .get("/units")
                .then()
                .body("units.schoolId", hasItem(opened.<String>path("schoolId")));
        SignedIn.refused(opened.path("username"), opened.path("firstPassword"))
                .body("error_description", containsString("not fully set up"));
        open(admin, code.toUpperCase(java.util.Locale.ROOT)).statusCode(409).body("slug", equalTo("school-code-taken"));
    }

    @Test
    void anotherSchoolsAdministratorOpensNone() {
        small.make();

        open(adminOf(small.make().school()), "KHAC").statusCode(403);
    }
}
