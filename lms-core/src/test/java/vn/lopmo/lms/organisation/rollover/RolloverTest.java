package vn.lopmo.lms.organisation.rollover;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.time.ClockSource;

/// A school goes into its next year.
@QuarkusTest
@TestProfile(SignedTokens.class)
class RolloverTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private String year = "";

    @BeforeEach
    void aSchoolAtTheEndOfItsYear() {
        school = schools.make();
        year = admin().get("/school-years").path("[0].id");
        endsIn(10);
    }

    /// As an administrator enters it.
    private void endsIn(int days) {
        var today = LocalDate.now(ClockSource.VIETNAM);
        var terms = List.of(
                term(1, today.minusDays(200), today.minusDays(100)),
                term(2, today.minusDays(99), today.plusDays(days)));
        admin().body(Map.of("terms", terms))
                .put("/school-years/" + year + "/terms")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> term(int number, LocalDate from, LocalDate to) {
        return Map.of("number", number, "startsOn", from.toString(), "endsOn", to.toString());
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(school.tokenOf(school.head(), Role.ADMIN)).contentType(ContentType.JSON);
    }

    private RequestSpecification pupil(UUID id) {
        return given().auth().oauth2(school.tokenOf(id, Role.STUDENT));
    }

    private String proposed() {
        return admin().body(Map.of("fromYearId", year))
                .post("/rollovers")
                .then()
                .statusCode(201)
                .body("classes.name", contains("8A2"))
                .body("classes[0].pupils.toName", contains("9A2", "9A2"))
                .body("counts.PROMOTE", equalTo(2))
                .extract()
                .path("rollover.id");
    }

    @ParameterizedTest
    @CsvSource({"6A, 7, 7A", "10A1, 11, 11A1", "Lớp 6A, 7, Lớp 7A", "9/3, 10, 10/3", "1A10, 2, 2A10", "Hoa, 3, 3 Hoa"})
    void aClassOfTheNextGradeIsNamedAfterItsOwn(String name, int grade, String next) {
        assertEquals(next, Move.nameIn(name, grade));
    }

    @Test
    void everybodyGoesUpOneRepeatsOneLeavesAndItCanBeTakenBack() {
        var id = proposed();
        admin().body(Map.of("personIds", List.of(school.second()), "decision", "REPEAT"))
                .put("/rollovers/" + id + "/moves")
                .then()
                .statusCode(200)
                .body("counts.REPEAT", equalTo(1));

        admin().post("/rollovers/" + id + "/apply").then().statusCode(200).body("rollover.state", equalTo("APPLIED"));

        pupil(school.first()).get("/me").then().body("classes.name", contains("9A2"));
        pupil(school.second())
                .get("/me")
                .then()
                .body("classes.name", contains("8A2"))
                .body("grade", equalTo(8));

        admin().post("/rollovers/" + id + "/undo").then().statusCode(200);
        pupil(school.first())
                .get("/me")
                .then()
                .body("classes.name", contains("8A2"))
                .body("grade", equalTo(8));
        String old = pupil(school.second()).get("/me").path("classes[0].id");
        assertEquals(school.classId().toString(), old);

        admin().body(Map.of("personIds", List.of(school.second()), "decision", "LEAVE"))
                .put("/rollovers/" + id + "/moves");
        admin().post("/rollovers/" + id + "/apply").then().statusCode(200);
        pupil(school.second()).get("/me").then().body("classes", hasSize(0));
        admin().post("/rollovers/" + id + "/confirm").then().statusCode(200);
        admin().post("/rollovers/" + id + "/undo").then().statusCode(409).body("slug", equalTo("rollover-not-now"));
        given().auth()
                .oauth2(school.tokenOf(school.teacher(), Role.TEACHER))
                .get("/classes")
                .then()
                .body("$", hasSize(0));
    }

    @Test
    void aYearIsNotEndedInItsMiddleNorTwiceNorByOthers() {
        endsIn(120);
        var id = proposed();
        var first = LocalDate.now(ClockSource.VIETNAM).plusDays(75).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        admin().post("/rollovers/" + id + "/apply")
                .then()
                .statusCode(409)
                .body("slug", equalTo("rollover-too-early"))
                .body("title", containsString(first));
        admin().body(Map.of("fromYearId", year))
                .post("/rollovers")
                .then()
                .statusCode(409)
                .body("slug", equalTo("rollover-open"));
        given().auth()
                .oauth2(school.tokenOf(school.teacher(), Role.TEACHER))
                .get("/rollovers/" + id)
                .then()
                .statusCode(403);
        var elsewhere = schools.make();
        given().auth()
                .oauth2(elsewhere.tokenOf(elsewhere.head(), Role.ADMIN))
                .get("/rollovers/" + id)
                .then()
                .statusCode(404);
        admin().delete("/rollovers/" + id).then().statusCode(204);
        admin().get("/rollovers").then().body("$", hasSize(0));
    }
}
