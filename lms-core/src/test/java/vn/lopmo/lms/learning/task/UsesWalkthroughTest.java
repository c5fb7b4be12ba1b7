package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.Uses;
import vn.lopmo.lms.organisation.Uses.Use;
import vn.lopmo.platform.caller.Role;

/// The school asks whether it may take pictures and voices; who has not agreed, or asked to stop, does his tasks in
/// other forms.
@QuarkusTest
@TestProfile(SignedTokens.class)
class UsesWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Uses uses;

    private AtSchool at;

    @BeforeEach
    void aLessonWithATask() {
        at = new AtSchool(schools.make());
    }

    private String asked(List<String> used) {
        return as(at.head)
                .body(Map.of("purpose", "ghi-am", "title", "Ảnh, ghi âm", "body", "Nhận ảnh, ghi âm.", "uses", used))
                .post("/privacy/texts")
                .then()
                .statusCode(200)
                .body("[0].uses", equalTo(used))
                .extract()
                .path("[0].id");
    }

    private void handsInAPicture(String token, int status) {
        at.send(token, UUID.randomUUID(), "a.png", Samples.picture("png", 4, 4)).statusCode(status);
    }

    @Test
    void whoHasNotAgreedWritesOrHandsInADocument() {
        handsInAPicture(at.first, 201);
        var text = asked(List.of("RECORDINGS"));

        at.tasks(at.first)
                .body("[0].recordingsOff", equalTo(true))
                .body("[0].kinds", containsInAnyOrder("TEXT", "FILE"));
        at.tasks(at.teacher).body("[0].recordingsOff", equalTo(false)).body("[0].kinds.size()", equalTo(4));
        at.send(at.first, UUID.randomUUID(), "a.png", Samples.picture("png", 4, 4))
                .statusCode(422)
                .body("slug", equalTo("recordings-stopped"));
        at.set(Map.of("kinds", List.of("VOICE"), "lateAllowed", true, "due", List.of()))
                .statusCode(204);
        at.handIn(at.first, "Em viết thay lời nói.").statusCode(200);
        at.desk()
                .body("classes[0].learners.name", contains("Lê Hoàng An", "Nguyễn Hoàng Bảo Ngọc"))
                .body("classes[0].learners.recordingsOff", contains(true, true));

        // both agree, and one takes it back
        as(at.guardian)
                .post("/my/children/" + at.school.first() + "/acceptance")
                .then()
                .statusCode(200);
        as(at.guardian)
                .body(Map.of("textId", text, "child", at.school.first()))
                .post("/my/privacy/consents")
                .then()
                .body("off", contains("RECORDINGS"));
        as(at.first)
                .body(Map.of("textId", text))
                .post("/my/privacy/consents")
                .then()
                .body("off", empty());
        at.tasks(at.first).body("[0].recordingsOff", equalTo(false)).body("[0].kinds", contains("VOICE"));
        at.desk().body("classes[0].learners.recordingsOff", contains(true, false));
        as(at.first).delete("/my/privacy/consents/" + text).then().body("off", contains("RECORDINGS"));
        as(at.head).delete("/privacy/texts/ghi-am").then().statusCode(204);
        at.tasks(at.first).body("[0].recordingsOff", equalTo(false));
    }

    @Test
    void whatSomebodyAskedToStopStopsUntilItIsTakenBack() {
        var admin = at.school.tokenOf(UUID.randomUUID(), Role.ADMIN);
        as(at.second)
                .body(Map.of("kind", "STOP", "text", "Em không muốn ghi âm"))
                .post("/my/privacy/requests")
                .then()
                .statusCode(201);
        String request = as(at.head).get("/privacy/requests").then().extract().path("[0].id");
        var url = "/privacy/requests/" + request;
        as(admin)
                .body(Map.of("uses", List.of("RECORDINGS", "MAIL")))
                .post(url + "/carry-out")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("stopped", contains("MAIL", "RECORDINGS"));

        handsInAPicture(at.second, 422);
        handsInAPicture(at.first, 201);
        as(at.second).get("/my/privacy").then().body("off", contains("MAIL", "RECORDINGS"));
        var both = List.of(at.school.first(), at.school.second());
        assertEquals(Set.of(at.school.second()), uses.off(Use.MAIL, at.school.school(), both));

        as(at.head).delete(url + "/stops").then().statusCode(403);
        var other = schools.make();
        as(other.tokenOf(UUID.randomUUID(), Role.ADMIN))
                .delete(url + "/stops")
                .then()
                .statusCode(404);
        as(admin).delete(url + "/stops").then().statusCode(200).body("stopped", empty());
        as(admin).delete(url + "/stops").then().statusCode(409).body("slug", equalTo("nothing-stopped"));
        handsInAPicture(at.second, 201);
    }
}
