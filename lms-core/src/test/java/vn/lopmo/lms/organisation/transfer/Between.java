package vn.lopmo.lms.organisation.transfer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SignedIn;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.roster.ListFile;
import vn.lopmo.lms.organisation.roster.RosterPaths;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// Two small schools of one install and a pupil of the first, with real accounts, for one test.
@Dependent
@SuppressWarnings("NullAway.Init") // begin() comes next
class Between {
    static final String PASSWORD = "mat-khau-thu-2026";
    static final String CODE = "2711223344";

    @Inject
    TestSchools schools;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    RosterPaths roster;

    @Inject
    Rows rows;

    TestSchools.Small here;
    TestSchools.Small there;
    Person pupil;

    Between begin() throws InterruptedException {
        here = schools.make();
        there = schools.make();
        roster.bring(
                here.school(),
                ListFile.aList()
                        .student(CODE, "Nông Thị Mai", "15/06/2013", "Nữ", "8A2", "8")
                        .xlsx());
        pupil = at(here, CODE);
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change(
                        "insert into guardianship (id, school_id, guardian_id, child_id, created_at, relation,"
                                + " accepted_at) values (?, ?, ?, ?, ?, 'Bố', ?)",
                        UUID.randomUUID(),
                        here.school(),
                        here.guardian(),
                        pupil.id(),
                        Instant.now(),
                        Instant.now()));
        return this;
    }

    Person at(TestSchools.Small school, String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> people.findByCode(code, school.school()).orElseThrow());
    }

    RequestSpecification admin(TestSchools.Small school) {
        var name = "qt." + school.school().toString().substring(24);
        if (QuarkusTransaction.requiringNew().call(() -> !people.usernameTaken(name))) {
            var roles = Set.of(Role.ADMIN);
            var id = accounts.open(
                    new Accounts.Opening(name, "Đinh Quản", school.school(), roles, PASSWORD, false), any -> false);
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            people.persist(Person.join(id, school.school(), "Đinh Quản", name, roles, Instant.now())));
        }
        return given().auth().oauth2(SignedIn.token(name, PASSWORD)).contentType(ContentType.JSON);
    }

    static Caller callerOf(TestSchools.Small school) {
        return new Caller(UUID.randomUUID(), school.school(), Set.of(Role.ADMIN));
    }

    UUID offer() {
        return UUID.fromString(admin(here)
                .body(Map.of("personId", pupil.id(), "schoolId", there.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(201)
                .body("state", equalTo("WAITING"))
                .extract()
                .path("id"));
    }

    ValidatableResponse take(UUID offer) {
        return admin(there)
                .body(Map.of("classId", there.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then();
    }

    long count(String sql, UUID person, TestSchools.Small school) {
        return QuarkusTransaction.requiringNew().call(() -> rows.first(sql, row -> row.big(1), person, school.school())
                .orElse(0L));
    }
}
