package vn.lopmo.lms.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// A teacher looks for a colleague, to watch an exam with him or to mark it a second time.
@QuarkusTest
@TestProfile(SignedTokens.class)
class StaffListTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;

    @BeforeEach
    void aSchool() {
        school = schools.make();
    }

    @Test
    void whoWorksAtASchoolIsSeenByNameAndRoleAndNothingElse() {
        var librarian = schools.join(school.school(), "Vũ Thị Bích", Set.of(Role.LIBRARIAN, Role.GUARDIAN));

        var list = listed(school.teacher(), Role.TEACHER).statusCode(200);

        list.body("name", contains("Phạm Ngọc Ánh", "Vũ Thị Bích", "Trần Thị Thu Huyền"))
                .body(
                        "id",
                        contains(
                                school.head().toString(),
                                librarian.toString(),
                                school.teacher().toString()))
                .body("roles", contains(List.of("HEAD"), List.of("LIBRARIAN"), List.of("TEACHER")))
                .body("[0].keySet().sort()", equalTo(List.of("id", "name", "roles")));
    }

    @Test
    void nobodyElseSeesIt() {
        listed(school.first(), Role.STUDENT).statusCode(403).body("slug", equalTo("not-allowed"));
        listed(school.guardian(), Role.GUARDIAN).statusCode(403);
        listed(UUID.randomUUID(), Role.OFFICER).statusCode(403);
    }

    private ValidatableResponse listed(UUID person, Role role) {
        return given().auth()
                .oauth2(school.tokenOf(person, role))
                .get("/people/staff")
                .then();
    }
}
