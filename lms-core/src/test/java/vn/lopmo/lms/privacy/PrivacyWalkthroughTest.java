package vn.lopmo.lms.privacy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.platform.caller.Role;

/// A guardian, a pupil and the school talk about the pupil's data.
@QuarkusTest
@TestProfile(SignedTokens.class)
class PrivacyWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    People people;

    @Inject
    LettingGo lettingGo;

    private TestSchools.Small school;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        QuarkusTransaction.requiringNew().run(() -> people.get(school.first(), school.school())
                .enterInRegister(null, "Nguyễn Hoàng Bảo Ngọc", LocalDate.now().minusYears(13), null));
    }

    private RequestSpecification as(UUID person, Role role) {
        return given().auth().oauth2(school.tokenOf(person, role)).contentType(ContentType.JSON);
    }

    private RequestSpecification head() {
        return as(school.head(), Role.HEAD);
    }

    private RequestSpecification guardian() {
        return as(school.guardian(), Role.GUARDIAN);
    }

    private RequestSpecification pupil() {
        return as(school.first(), Role.STUDENT);
    }

    private String text(String body) {
        return head().body(Map.of("purpose", "anh", "title", "Đăng ảnh của em", "body", body))
                .post("/privacy/texts")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");
    }

    private void accepts() {
        guardian()
                .post("/my/children/" + school.first() + "/acceptance")
                .then()
                .statusCode(200)
                .body("accepted", contains(true));
    }

    @Test
    void aGuardianHasHisOwnChildrenOnly() {
        guardian()
                .get("/my/children")
                .then()
                .statusCode(200)
                .body("name", contains("Nguyễn Hoàng Bảo Ngọc"))
                .body("className", contains("8A2"))
                .body("accepted", contains(false));
        guardian()
                .post("/my/children/" + school.second() + "/acceptance")
                .then()
                .statusCode(404);
        guardian().get("/my/privacy?child=" + school.second()).then().statusCode(404);
        pupil().get("/my/children").then().statusCode(403);
    }

    @Test
    void aBiggerChildAndTheGuardianBothAgreeOrNobodyHas() {
        var id = text("Trường muốn đăng ảnh của em lên trang của trường.");
        var both = Map.of("textId", id, "child", school.first());
        guardian()
                .body(both)
                .post("/my/privacy/consents")
                .then()
                .statusCode(409)
                .body("slug", equalTo("acting-not-accepted"));
        accepts();

        guardian()
                .get("/my/privacy?child=" + school.first())
                .then()
                .body("consents[0].needed.own", equalTo(true))
                .body("consents[0].needed.guardian", equalTo(true))
                .body("consents[0].given", equalTo(false))
                .body("consents[0].mine", equalTo(false));
        guardian()
                .body(both)
                .post("/my/privacy/consents")
                .then()
                .statusCode(200)
                .body("consents[0].given", equalTo(false));
        pupil().body(Map.of("textId", id))
                .post("/my/privacy/consents")
                .then()
                .statusCode(200)
                .body("consents[0].given", equalTo(true));

        pupil().delete("/my/privacy/consents/" + id).then().statusCode(200).body("consents[0].given", equalTo(false));
        pupil().body(Map.of("textId", id)).post("/my/privacy/consents").then().body("consents[0].given", equalTo(true));

        var newer = text("Trường muốn đăng ảnh và tên của em.");
        assertNotEquals(id, newer);
        pupil().get("/my/privacy")
                .then()
                .body("consents[0].given", equalTo(false))
                .body("consents[0].text.version", equalTo(2));
        pupil().body(Map.of("textId", id)).post("/my/privacy/consents").then().statusCode(409);
        assertEquals(newer, text("Trường muốn đăng ảnh và tên của em."), "the same words are no new version");
        head().delete("/privacy/texts/anh").then().statusCode(204);
        pupil().get("/my/privacy").then().body("consents", hasSize(0));
    }

    @Test
    void aRequestHasItsClockAndItsAnswer() {
        accepts();
        guardian()
                .body(Map.of("kind", "EXPORT", "text", "Cho tôi bản sao", "child", school.first()))
                .post("/my/privacy/requests")
                .then()
                .statusCode(201)
                .body("requests[0].state", equalTo("OPEN"))
                .body("requests[0].late", equalTo(false));
        String id = head().get("/privacy/requests")
                .then()
                .body("subject", contains("Nguyễn Hoàng Bảo Ngọc"))
                .body("askedBy", contains("Nguyễn Văn Hoàng"))
                .extract()
                .path("[0].id");
        head().body(Map.of("text", "Đang chuẩn bị", "refused", false))
                .post("/privacy/requests/" + id + "/answer")
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"));
        head().body(Map.of())
                .post("/privacy/requests/" + id + "/carry-out")
                .then()
                .statusCode(403);

        String export = as(UUID.randomUUID(), Role.ADMIN)
                .body(Map.of())
                .post("/privacy/requests/" + id + "/carry-out")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .extract()
                .path("exportId");

        var part = awaited(export);
        part.then()
                .body("service", equalTo("lms-core"))
                .body("held.person[0].name", equalTo("Nguyễn Hoàng Bảo Ngọc"))
                .body("held.membership", hasSize(1));
        pupil().get("/person-exports/" + export).then().statusCode(200);
        as(school.second(), Role.STUDENT)
                .get("/person-exports/" + export)
                .then()
                .statusCode(404);
        head().body(Map.of("text", "Lần nữa", "refused", true))
                .post("/privacy/requests/" + id + "/answer")
                .then()
                .statusCode(409);
        var elsewhere = schools.make();
        given().auth()
                .oauth2(elsewhere.tokenOf(elsewhere.head(), Role.HEAD))
                .get("/privacy/requests/" + id)
                .then()
                .statusCode(404);
    }

    private Response awaited(String export) {
        for (int tries = 0; tries < 120; tries++) {
            var answer = guardian().get("/person-exports/" + export);
            if (answer.statusCode() == 200) {
                return answer;
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
        throw new AssertionError("no export within half a minute");
    }

    @Test
    void whoLookedIsKnownForAsLongAsTheSchoolKeepsIt() {
        as(school.teacher(), Role.TEACHER)
                .get("/people/" + school.first() + "/competency")
                .then()
                .statusCode(200);
        head().get("/privacy/accesses?learner=" + school.first())
                .then()
                .statusCode(200)
                .body("reader", contains("Trần Thị Thu Huyền"))
                .body("what", contains("competency"));
        as(school.teacher(), Role.TEACHER).get("/privacy/accesses").then().statusCode(403);
        head().body(Map.of("days", 60))
                .put("/privacy/retention/ACCESS_LOG")
                .then()
                .statusCode(200)
                .body("find { it.what == 'ACCESS_LOG' }.days", equalTo(60));
        head().body(Map.of("days", 3))
                .put("/privacy/retention/ACCESS_LOG")
                .then()
                .statusCode(422);

        lettingGo.round(Instant.now().plus(Duration.ofDays(59)));
        head().get("/privacy/accesses").then().body("$", hasSize(1));
        lettingGo.round(Instant.now().plus(Duration.ofDays(61)));
        head().get("/privacy/accesses").then().body("$", hasSize(0));
        assertEquals(List.of(), head().get("/privacy/accesses").jsonPath().getList("$"));
    }

    @Test
    void whatWasAnnouncedIsKeptAsLongAsWhatPeopleWereTold() {
        head().body(Map.of(
                        "key",
                        UUID.randomUUID(),
                        "classIds",
                        List.of(),
                        "roles",
                        List.of("TEACHER"),
                        "words",
                        Map.of("title", "Họp hội đồng", "text", "Chiều thứ hai.")))
                .post("/announcements")
                .then()
                .statusCode(201);

        lettingGo.round(Instant.now().plus(Duration.ofDays(179)));
        head().get("/announcements").then().body("announcements", hasSize(1)).body("announcements[0].told", equalTo(1));
        lettingGo.round(Instant.now().plus(Duration.ofDays(181)));
        head().get("/announcements").then().body("announcements", hasSize(0));
    }
}
