package vn.lopmo.lms.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// A teacher puts some of his pupils together.
@QuarkusTest
@TestProfile(SignedTokens.class)
class GroupResourceTest {
    @Inject
    TestSchools schools;

    private TestSchools.Small school;

    @BeforeEach
    void aSchool() {
        school = schools.make();
    }

    @Test
    void aGroupIsToldLikeAClassAndIsNone() throws IOException {
        String group = made(asTeacher(), List.of(school.second()))
                .then()
                .statusCode(201)
                .body("members.name", contains("Lê Hoàng An"))
                .body("grade", equalTo(8))
                .extract()
                .path("id");

        asTeacher().get("/groups").then().statusCode(200).body("id", contains(group));
        asTeacher().get("/classes").then().body("name", contains("8A2"));
        as(school.head(), Role.HEAD).get("/classes").then().body("name", contains("8A2"));
        asTeacher().get("/classes/" + school.classId()).then().body("members", hasSize(3));

        asTeacher()
                .body(Map.of("name", "Đội tuyển Toán", "personIds", List.of(school.first())))
                .put("/groups/" + group)
                .then()
                .statusCode(200)
                .body("name", equalTo("Đội tuyển Toán"))
                .body("members.name", contains("Nguyễn Hoàng Bảo Ngọc"));
        asTeacher().delete("/groups/" + group).then().statusCode(204);
        asTeacher().get("/groups").then().body("", hasSize(0));

        // three of the class; in: pupil and teacher; then one out, one in, the teacher renamed; then both out
        var told = MembershipEvents.read(school.school(), 10).stream()
                .filter(event -> event.get("classId").asText().equals(group))
                .toList();
        assertEquals(7, told.size());
        for (var event : told) {
            assertEquals(List.of(), MembershipEvents.faults(event));
        }
        assertEquals(
                2L,
                told.stream()
                        .filter(event -> event.get("personId")
                                .asText()
                                .equals(school.second().toString()))
                        .count());
        assertEquals("Đội tuyển Toán", told.getLast().get("className").asText());
    }

    @Test
    void aTeacherPutsOnlyHisPupilsTogetherAndHasHisGroupsToHimself() {
        refused(made(asTeacher(), List.of(UUID.randomUUID())), 422, "group-not-your-pupil");
        refused(made(asTeacher(), List.of(school.guardian())), 422, "group-not-your-pupil");
        var colleague = as(UUID.randomUUID(), Role.TEACHER);
        refused(made(colleague, List.of(school.first())), 404, "class-not-found");
        made(as(school.first(), Role.STUDENT), List.of(school.first())).then().statusCode(403);
        as(school.first(), Role.STUDENT).get("/groups").then().statusCode(403);

        String group =
                made(asTeacher(), List.of(school.first())).then().extract().path("id");
        var change = Map.of("name", "Khác", "personIds", List.of(school.first()));
        refused(as(UUID.randomUUID(), Role.TEACHER).body(change).put("/groups/" + group), 404, "group-not-found");
        refused(as(UUID.randomUUID(), Role.TEACHER).delete("/groups/" + group), 404, "group-not-found");
        as(UUID.randomUUID(), Role.TEACHER).get("/groups").then().body("", hasSize(0));
        as(school.head(), Role.HEAD).get("/groups").then().body("id", contains(group));

        var elsewhere = schools.make();
        var stranger = given().auth().oauth2(elsewhere.tokenOf(elsewhere.head(), Role.HEAD));
        refused(stranger.contentType(ContentType.JSON).body(change).put("/groups/" + group), 404, "group-not-found");
    }

    @Test
    void whoGoesToAnotherClassLeavesTheGroupsOfWhoTaughtHim() throws IOException {
        String teachers = made(asTeacher(), List.of(school.first(), school.second()))
                .then()
                .extract()
                .path("id");
        String heads = made(as(school.head(), Role.HEAD), List.of(school.first()))
                .then()
                .extract()
                .path("id");

        schools.move(school, school.first(), "8A3");

        as(school.head(), Role.HEAD)
                .get("/groups")
                .then()
                .body("find { it.id == '" + teachers + "' }.members.name", contains("Lê Hoàng An"))
                .body("find { it.id == '" + heads + "' }.members.name", contains("Nguyễn Hoàng Bảo Ngọc"));
        var change = Map.of("name", "Nhóm 1", "personIds", List.of(school.first(), school.second()));
        refused(asTeacher().body(change).put("/groups/" + teachers), 422, "group-not-your-pupil");
        var told = MembershipEvents.read(school.school(), 11).stream()
                .filter(event ->
                        event.get("personId").asText().equals(school.first().toString()))
                .filter(event -> event.get("classId").asText().equals(teachers))
                .map(event -> event.get("active").asBoolean())
                .toList();
        assertEquals(List.of(true, false), told);
    }

    private Response made(RequestSpecification by, List<UUID> persons) {
        return by.body(Map.of("name", "Nhóm 1", "classId", school.classId(), "personIds", persons))
                .post("/groups");
    }

    private RequestSpecification asTeacher() {
        return as(school.teacher(), Role.TEACHER);
    }

    private RequestSpecification as(UUID person, Role role) {
        return given().auth().oauth2(school.tokenOf(person, role)).contentType(ContentType.JSON);
    }

    private static void refused(Response response, int status, String slug) {
        response.then().statusCode(status).body("slug", equalTo(slug));
    }
}
