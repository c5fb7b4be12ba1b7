package vn.lopmo.lms.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.time.ClockSource;
import vn.lopmo.testkit.Tokens;

/// A department with two communes and a school of its own, and the officers who read their sums.
@QuarkusTest
@TestProfile(SignedTokens.class)
class UnitReportTest {
    private static final LocalDate TODAY = LocalDate.now(ClockSource.VIETNAM);

    @Inject
    TestSchools schools;

    @Inject
    Schools all;

    private String admin;
    private TestSchools.Small one;
    private TestSchools.Small two;
    private TestSchools.Small own;
    private UUID officer;
    private String department;
    private String north;
    private String south;

    @BeforeEach
    void aDepartment() {
        one = schools.make();
        two = schools.make();
        own = schools.make();
        var first = QuarkusTransaction.requiringNew().call(() -> all.first().id());
        admin = Tokens.of(schools.join(first, "Quản trị máy chủ", Set.of(Role.ADMIN)), first, Role.ADMIN.realmName());
        officer = schools.join(one.school(), "Lê Cán Bộ", Set.of(Role.OFFICER));
        var name = UUID.randomUUID().toString().substring(0, 8);
        department = opened("DEPARTMENT", "Sở " + name, null);
        north = opened("COMMUNE", "Xã Bắc " + name, department);
        south = opened("COMMUNE", "Xã Nam " + name, department);
        move(one, north);
        move(two, south);
        move(own, department);
    }

    private String opened(String kind, String name, @Nullable String parent) {
        var form = new HashMap<String, @Nullable Object>();
        form.put("kind", kind);
        form.put("name", name);
        form.put("parentId", parent);
        return as(admin)
                .body(form)
                .post("/units")
                .then()
                .statusCode(201)
                .extract()
                .path("units.find { it.name == '" + name + "' }.id");
    }

    private String unitOf(TestSchools.Small school) {
        return as(admin).get("/units").path("units.find { it.schoolId == '" + school.school() + "' }.id");
    }

    private void move(TestSchools.Small school, String under) {
        as(admin)
                .body(Map.of("name", "Trường", "parentId", under))
                .put("/units/" + unitOf(school))
                .then()
                .statusCode(200);
    }

    private void name(String unit, LocalDate from, @Nullable LocalDate until) {
        var form = new HashMap<String, @Nullable Object>();
        form.put("personId", officer);
        form.put("startsOn", from.toString());
        form.put("endsOn", until == null ? null : until.toString());
        as(admin).body(form).post("/units/" + unit + "/officers").then().statusCode(201);
    }

    private ValidatableResponse report(@Nullable String unit) {
        var asked = as(one.tokenOf(officer, Role.OFFICER))
                .queryParam("from", TODAY.minusDays(6).toString())
                .queryParam("to", TODAY.toString());
        return (unit == null ? asked : asked.queryParam("unit", unit))
                .get("/reports/use")
                .then();
    }

    @Test
    void aDepartmentReadsItsCommunesAndGoesDownToASchoolsSums() {
        name(department, TODAY, null);

        report(null)
                .statusCode(200)
                .body("unit.id", equalTo(department))
                .body("parts.kind", contains("COMMUNE", "COMMUNE", "SCHOOL"))
                .body("parts.id", contains(north, south, unitOf(own)))
                .body("parts.schools", contains(1, 1, 1))
                .body("total.pupils", equalTo(6));
        report(north)
                .statusCode(200)
                .body("path.id", contains(department, north))
                .body("parts.kind", contains("SCHOOL"))
                .body("total.pupils", equalTo(2));
        report(unitOf(two))
                .statusCode(200)
                .body("path.id", contains(department, south, unitOf(two)))
                .body("parts", hasSize(1))
                .body("total.pupils", equalTo(2));
        as(one.tokenOf(officer, Role.OFFICER))
                .queryParam("from", TODAY.toString())
                .queryParam("to", TODAY.toString())
                .queryParam("unit", south)
                .get("/reports/use/sheet.xlsx")
                .then()
                .statusCode(200);
    }

    @Test
    void aCommuneReadsItsSchoolsAndNothingBesideOrAbove() {
        name(north, TODAY, null);

        report(null).statusCode(200).body("unit.id", equalTo(north)).body("parts.id", contains(unitOf(one)));
        report(department).statusCode(404).body("slug", equalTo("unit-not-found"));
        report(south).statusCode(404);
        report(unitOf(two)).statusCode(404);
    }

    @Test
    void anOfficersTimeBeginsAndEnds() {
        report(null).statusCode(403).body("slug", equalTo("officer-without-unit"));
        name(south, TODAY.plusDays(1), null);
        name(north, TODAY.minusDays(9), TODAY.minusDays(1));
        report(null).statusCode(403);

        String line = as(admin).get("/units").path("officers.find { it.unitId == '" + north + "' }.id");
        as(admin)
                .body(Map.of("startsOn", TODAY.minusDays(9).toString(), "endsOn", TODAY.toString()))
                .put("/units/" + north + "/officers/" + line)
                .then()
                .statusCode(200);
        report(null).statusCode(200).body("unit.id", equalTo(north)).body("own", hasSize(1));
        as(admin)
                .delete("/units/" + north + "/officers/" + line)
                .then()
                .statusCode(200)
                .body("officers.id", not(hasItem(line)));
    }

    @Test
    void unitsAreArrangedByTheFirstSchoolsAdministratorsAndWithinReason() {
        var elsewhere = one.tokenOf(one.head(), Role.ADMIN);
        as(elsewhere).get("/units").then().statusCode(403);
        as(elsewhere).get("/people/roles").then().statusCode(200).body("$", not(hasItem("OFFICER")));
        as(elsewhere)
                .body(Map.of("name", "Lê Cán Bộ", "roles", Set.of(Role.OFFICER)))
                .post("/people")
                .then()
                .statusCode(422)
                .body("slug", equalTo("role-not-of-a-school"));
        as(admin).get("/people/roles").then().statusCode(200).body("$", hasItem("OFFICER"));
        as(elsewhere)
                .body(Map.of("kind", "COMMUNE", "name", "Xã"))
                .post("/units")
                .then()
                .statusCode(403);
        as(admin)
                .body(Map.of("kind", "COMMUNE", "name", "Xã", "parentId", north))
                .post("/units")
                .then()
                .statusCode(422)
                .body("slug", equalTo("unit-not-there"));
        as(admin).delete("/units/" + north).then().statusCode(409).body("slug", equalTo("unit-not-empty"));
        as(admin)
                .body(Map.of("personId", one.teacher(), "startsOn", TODAY.toString()))
                .post("/units/" + north + "/officers")
                .then()
                .statusCode(422)
                .body("slug", equalTo("not-an-officer"));
        var empty = opened("COMMUNE", "Xã " + UUID.randomUUID(), null);
        as(admin).delete("/units/" + empty).then().statusCode(200).body("units.id", not(hasItem(empty)));
    }

    @Test
    void aSchoolIsPutWhereItSaysItIs() {
        var school = schools.make();
        var units = as(admin).get("/units").then();
        String commune = units.extract().path("units.find { it.schoolId == '" + school.school() + "' }.parentId");

        units.body("units.find { it.id == '" + commune + "' }.name", equalTo("Ea Kao"));
    }
}
