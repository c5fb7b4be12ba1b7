package vn.lopmo.lms.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// A teacher runs the library for a while: what the token says follows.
@QuarkusTest
@TestProfile(RealAccounts.class)
class TermOfRoleTest {
    private static final String PASSWORD = "mat-khau-thu-2026";

    @Inject
    TestSchools schools;

    @Inject
    RoleChange change;

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    PupilMoves moves;

    private UUID teacher(UUID schoolId, String username) {
        var id = accounts.open(
                new Accounts.Opening(username, "Lê Thị Vai", schoolId, Set.of(Role.TEACHER), PASSWORD, false),
                any -> true);
        QuarkusTransaction.requiringNew()
                .run(() -> people.persist(
                        Person.join(id, schoolId, "Lê Thị Vai", username, Set.of(Role.TEACHER), Instant.now())));
        return id;
    }

    private Set<Role> roles(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> people.findById(id).roles());
    }

    @Test
    void aRoleBeginsAndEndsOnItsDayInTheTokenToo() {
        var school = schools.make().school();
        var id = teacher(school, "vai.le");
        var today = LocalDate.now(ClockSource.VIETNAM);

        change.give(id, school, Role.LIBRARIAN, today.plusDays(3), null);
        assertEquals(Set.of(Role.TEACHER), roles(id));

        change.give(id, school, Role.LIBRARIAN, today.minusDays(3), today);
        assertEquals(Set.of(Role.TEACHER, Role.LIBRARIAN), roles(id));
        given().auth()
                .oauth2(RealSignIn.signIn("vai.le", PASSWORD))
                .get("/me")
                .then()
                .statusCode(200)
                .body("roles", containsInAnyOrder("TEACHER", "LIBRARIAN"));

        change.give(id, school, Role.LIBRARIAN, today.minusDays(3), today.minusDays(1));
        assertEquals(Set.of(Role.TEACHER), roles(id));
        given().auth()
                .oauth2(RealSignIn.signIn("vai.le", PASSWORD))
                .get("/me")
                .then()
                .body("roles", hasItem("TEACHER"))
                .body("roles.size()", equalTo(1));
    }

    @Test
    void theLastAdministratorStaysAndNobodyBecomesAnOfficer() {
        schools.make();
        var school = schools.make().school();
        var id = teacher(school, "quan.le");
        var today = LocalDate.now(ClockSource.VIETNAM);
        change.give(id, school, Role.ADMIN, today, null);

        assertThrows(Refusal.Conflict.class, () -> change.give(id, school, Role.ADMIN, today, today));
        assertThrows(Refusal.Invalid.class, () -> change.give(id, school, Role.OFFICER, today, null));
        assertThrows(Refusal.Invalid.class, () -> change.give(id, school, Role.HEAD, today, today.minusDays(1)));
        assertThrows(
                Refusal.NotFound.class, () -> change.give(id, schools.make().school(), Role.HEAD, today, null));
    }

    @Test
    void whoLeavesCannotSignInUntilHeIsBack() {
        var school = schools.make();
        var id = accounts.open(
                new Accounts.Opening("di.ve", "Lê Đi Về", school.school(), Set.of(Role.STUDENT), PASSWORD, false),
                any -> true);
        QuarkusTransaction.requiringNew()
                .run(() -> people.persist(
                        Person.join(id, school.school(), "Lê Đi Về", "di.ve", Set.of(Role.STUDENT), Instant.now())));
        var today = LocalDate.now(ClockSource.VIETNAM);

        moves.transfer(id, school.school(), school.classId(), today);
        RealSignIn.trySignIn("di.ve", PASSWORD).then().statusCode(200);
        moves.depart(id, school.school(), today);
        RealSignIn.trySignIn("di.ve", PASSWORD).then().statusCode(400);
        moves.transfer(id, school.school(), school.classId(), today);
        RealSignIn.trySignIn("di.ve", PASSWORD).then().statusCode(200);
    }
}
