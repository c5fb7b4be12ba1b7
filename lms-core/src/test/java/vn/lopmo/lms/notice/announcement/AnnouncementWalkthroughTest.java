package vn.lopmo.lms.notice.announcement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lopmo.lms.course.Desk.as;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.TITLE;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.words;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// The homeroom teacher says something to his class; it is read, corrected and withdrawn.
@QuarkusTest
@TestProfile(SignedTokens.class)
class AnnouncementWalkthroughTest {
    @Inject
    TestSchools schools;

    private SpeakingSchool at;

    @BeforeEach
    void aClassWithAHomeroomTeacher() {
        at = new SpeakingSchool(schools);
    }

    @Test
    void theHomeroomTeacherSaysSomethingToPupilsAndGuardiansAndSeesWhoHasReadIt() {
        as(at.homeroom)
                .get("/announcement-reach")
                .then()
                .statusCode(200)
                .body("classes.name", contains("8A2"))
                .body("classes[0].roles", containsInAnyOrder("STUDENT", "GUARDIAN"))
                .body("school", empty());
        var id = at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT, Role.GUARDIAN));

        for (var reader : List.of(at.pupil, at.guardian)) {
            as(reader)
                    .get("/notices")
                    .then()
                    .body("notices.kind", contains("ANNOUNCEMENT"))
                    .body("notices[0].title", equalTo(TITLE))
                    .body("notices[0].place", equalTo("8A2"))
                    .body("notices[0].detail", equalTo("Chiều thứ bảy. Tại phòng 8A2."))
                    .body("notices[0].targetId", equalTo(id))
                    .body("notices[0].childId", nullValue());
            as(reader)
                    .get("/my/announcements")
                    .then()
                    .body("announcements.announcement.title", contains(TITLE))
                    .body("announcements.announcement.by", contains("Đinh Thị Hạnh"))
                    .body("announcements[0].announcement.classes", contains("8A2"))
                    .body("announcements.unread", contains(true))
                    .body("more", equalTo(false));
            as(reader)
                    .get("/announcements/" + id)
                    .then()
                    .statusCode(200)
                    .body("text", equalTo("Chiều thứ bảy.\nTại phòng 8A2."))
                    .body("mayCorrect", equalTo(false))
                    .body("mayWithdraw", equalTo(false));
        }
        as(at.homeroom).get("/notices").then().body("notices", empty());
        as(at.homeroom)
                .get("/announcements")
                .then()
                .body("announcements[0].told", equalTo(3))
                .body("announcements[0].read", equalTo(0));

        as(at.pupil)
                .post("/announcements/" + id + "/reading")
                .then()
                .statusCode(200)
                .body("unread", equalTo(0));

        as(at.pupil).get("/my/announcements").then().body("announcements.unread", contains(false));
        as(at.homeroom).get("/announcements").then().body("announcements[0].read", equalTo(1));
        as(at.subjectTeacher)
                .get("/class-announcements/" + at.school.classId())
                .then()
                .statusCode(200)
                .body("title", contains(TITLE));
    }

    @Test
    void whoDoesNotLeadTheClassAnyMoreCorrectsNothing() {
        var id = at.said(at.homeroom, at.theClass(), Set.of(Role.GUARDIAN));
        var correction = Map.of("words", words(TITLE, "Mời phụ huynh gọi số khác.", null), "tellAgain", true);
        as(at.homeroom).get("/announcements/" + id).then().body("mayCorrect", equalTo(true));
        var change = new HashMap<String, Object>(Map.of("name", "8A2"));
        change.put("homeroomTeacherId", at.school.teacher());
        as(at.head).body(change).put("/classes/" + at.school.classId()).then().statusCode(200);

        as(at.homeroom).body(correction).put("/announcements/" + id).then().statusCode(403);
        as(at.homeroom)
                .get("/announcements/" + id)
                .then()
                .statusCode(200)
                .body("mayCorrect", equalTo(false))
                .body("mayWithdraw", equalTo(true));
    }

    @Test
    void whatIsCorrectedSaysSoAndIsNewAgainOnlyIfItIsToBe() {
        var id = at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT));
        as(at.pupil).post("/announcements/" + id + "/reading").then().statusCode(200);

        correct(id, "Chiều chủ nhật.", false).statusCode(200).body("editedAt", notNullValue());
        as(at.pupil)
                .get("/my/announcements")
                .then()
                .body("announcements[0].announcement.editedAt", notNullValue())
                .body("announcements[0].announcement.text", equalTo("Chiều chủ nhật."))
                .body("announcements.unread", contains(false));
        as(at.pupil)
                .get("/notices")
                .then()
                .body("notices.detail", contains("Chiều chủ nhật."))
                .body("unread", equalTo(0));

        correct(id, "Sáng chủ nhật.", true).statusCode(200);
        as(at.pupil).get("/notices").then().body("notices", hasSize(1)).body("unread", equalTo(1));
        as(at.head)
                .body(Map.of("words", words(TITLE, "Khác", null), "tellAgain", false))
                .put("/announcements/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsWithdrawnIsNotThereForItsReaders() {
        var id = at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT, Role.GUARDIAN));
        as(at.head).delete("/announcements/" + id).then().statusCode(204);

        as(at.pupil).get("/announcements/" + id).then().statusCode(404);
        as(at.pupil).get("/notices").then().body("notices", empty()).body("unread", equalTo(0));
        as(at.guardian).get("/my/announcements").then().body("announcements", empty());
        as(at.homeroom).get("/announcements").then().body("announcements[0].announcement.withdrawnAt", notNullValue());
        as(at.homeroom).get("/announcements/" + id).then().statusCode(200).body("withdrawn", equalTo(true));
        correct(id, "Lại", true).statusCode(409).body("slug", equalTo("announcement-withdrawn"));
    }

    private ValidatableResponse correct(String id, String text, boolean again) {
        return as(at.homeroom)
                .body(Map.of("words", words(TITLE, text, null), "tellAgain", again))
                .put("/announcements/" + id)
                .then();
    }
}
