package vn.lopmo.lms.notice.announcement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// The homeroom teacher says something to his class, the head to the school; who it is for reads it, nobody else.
@QuarkusTest
@TestProfile(SignedTokens.class)
class AnnouncementWalkthroughTest {
    private static final String TITLE = "Họp phụ huynh giữa kì";

    @Inject
    TestSchools schools;

    @Inject
    Event<Object> events;

    @Inject
    Rows rows;

    private TestSchools.Small school;
    private UUID homeroomId;
    private String homeroom;
    private String subjectTeacher;
    private String otherTeacher;
    private String head;
    private String pupil;
    private String guardian;

    @BeforeEach
    void aClassWithAHomeroomTeacher() {
        school = schools.make();
        homeroomId = schools.join(school.school(), "Đinh Thị Hạnh", Set.of(Role.TEACHER));
        homeroom = school.tokenOf(homeroomId, Role.TEACHER);
        subjectTeacher = school.tokenOf(school.teacher(), Role.TEACHER);
        otherTeacher =
                school.tokenOf(schools.join(school.school(), "Lò Văn Thắng", Set.of(Role.TEACHER)), Role.TEACHER);
        head = school.tokenOf(school.head(), Role.HEAD);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
        guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);
        as(head).body(Map.of("name", "8A2", "homeroomTeacherId", homeroomId))
                .put("/classes/" + school.classId())
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> words(String title, String text, @Nullable LocalDate endsOn) {
        var words = new HashMap<String, Object>(Map.of("title", title, "text", text));
        if (endsOn != null) {
            words.put("endsOn", endsOn.toString());
        }
        return words;
    }

    private static ValidatableResponse say(
            String by, UUID key, List<UUID> classes, Set<Role> roles, Map<String, Object> words) {
        return as(by).body(Map.of("key", key, "classIds", classes, "roles", roles, "words", words))
                .post("/announcements")
                .then();
    }

    private String said(String by, List<UUID> classes, Set<Role> roles) {
        return say(by, UUID.randomUUID(), classes, roles, words(TITLE, "Chiều thứ bảy.\nTại phòng 8A2.", null))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<UUID> theClass() {
        return List.of(school.classId());
    }

    @Test
    void theHomeroomTeacherSaysSomethingToPupilsAndGuardiansAndSeesWhoHasReadIt() {
        as(homeroom)
                .get("/announcement-reach")
                .then()
                .statusCode(200)
                .body("classes.name", contains("8A2"))
                .body("classes[0].roles", containsInAnyOrder("STUDENT", "GUARDIAN"))
                .body("school", empty());
        var id = said(homeroom, theClass(), Set.of(Role.STUDENT, Role.GUARDIAN));

        for (var reader : List.of(pupil, guardian)) {
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
        as(homeroom).get("/notices").then().body("notices", empty());
        as(homeroom)
                .get("/announcements")
                .then()
                .body("announcements[0].told", equalTo(3))
                .body("announcements[0].read", equalTo(0));

        as(pupil)
                .post("/announcements/" + id + "/reading")
                .then()
                .statusCode(200)
                .body("unread", equalTo(0));

        as(pupil).get("/my/announcements").then().body("announcements.unread", contains(false));
        as(homeroom).get("/announcements").then().body("announcements[0].read", equalTo(1));
        as(subjectTeacher)
                .get("/class-announcements/" + school.classId())
                .then()
                .statusCode(200)
                .body("title", contains(TITLE));
    }

    @Test
    void whatWasChangedAfterItWasSentIsNotThoughtToBeSent() {
        var key = UUID.randomUUID();
        var first = say(homeroom, key, theClass(), Set.of(Role.STUDENT), words(TITLE, "Chiều thứ bảy.", null))
                .statusCode(201)
                .extract()
                .path("id");

        say(homeroom, key, theClass(), Set.of(Role.STUDENT), words(" " + TITLE, "Chiều thứ bảy. ", null))
                .statusCode(201)
                .body("id", equalTo(first));
        say(homeroom, key, theClass(), Set.of(Role.STUDENT), words(TITLE, "Chiều chủ nhật.", null))
                .statusCode(409)
                .body("slug", equalTo("announcement-sent-already"));
        say(homeroom, key, theClass(), Set.of(Role.GUARDIAN), words(TITLE, "Chiều thứ bảy.", null))
                .statusCode(409);
    }

    @Test
    void whoDoesNotLeadTheClassAnyMoreCorrectsNothing() {
        var id = said(homeroom, theClass(), Set.of(Role.GUARDIAN));
        var correction = Map.of("words", words(TITLE, "Mời phụ huynh gọi số khác.", null), "tellAgain", true);
        as(homeroom).get("/announcements/" + id).then().body("mayCorrect", equalTo(true));
        var change = new HashMap<String, Object>(Map.of("name", "8A2"));
        change.put("homeroomTeacherId", school.teacher());
        as(head).body(change).put("/classes/" + school.classId()).then().statusCode(200);

        as(homeroom).body(correction).put("/announcements/" + id).then().statusCode(403);
        as(homeroom)
                .get("/announcements/" + id)
                .then()
                .statusCode(200)
                .body("mayCorrect", equalTo(false))
                .body("mayWithdraw", equalTo(true));
    }

    @Test
    void whoItIsNotForDoesNotFindIt() {
        var id = said(homeroom, theClass(), Set.of(Role.STUDENT));
        schools.move(school, school.second(), "8A9");
        var elsewhere = school.tokenOf(school.second(), Role.STUDENT);
        var otherSchool = schools.make();
        var strangers = List.of(
                otherTeacher,
                guardian,
                elsewhere,
                otherSchool.tokenOf(otherSchool.head(), Role.HEAD),
                otherSchool.tokenOf(otherSchool.first(), Role.STUDENT));

        for (var stranger : strangers) {
            as(stranger).get("/announcements/" + id).then().statusCode(404);
            as(stranger).post("/announcements/" + id + "/reading").then().statusCode(404);
            as(stranger).delete("/announcements/" + id).then().statusCode(404);
            as(stranger).get("/my/announcements").then().body("announcements", empty());
        }
        as(guardian).get("/notices").then().body("notices", empty());
        as(subjectTeacher).get("/announcements/" + id).then().statusCode(200).body("mayWithdraw", equalTo(false));
        as(subjectTeacher).delete("/announcements/" + id).then().statusCode(403);
        as(subjectTeacher).get("/my/announcements").then().body("announcements", empty());
        as(otherTeacher).get("/class-announcements/" + school.classId()).then().statusCode(403);
        as(otherSchool.tokenOf(otherSchool.head(), Role.HEAD))
                .get("/class-announcements/" + school.classId())
                .then()
                .statusCode(404);
        as(pupil).delete("/announcements/" + id).then().statusCode(403);
        as(pupil).get("/announcements").then().statusCode(403);
        as(guardian).get("/announcement-reach").then().statusCode(403);
    }

    @Test
    void aTeacherSpeaksToThePupilsOfHisClassesAndToNobodyElse() {
        said(subjectTeacher, theClass(), Set.of(Role.STUDENT));
        var words = words(TITLE, "Chiều thứ bảy.", null);

        say(subjectTeacher, UUID.randomUUID(), theClass(), Set.of(Role.STUDENT, Role.GUARDIAN), words)
                .statusCode(403);
        say(subjectTeacher, UUID.randomUUID(), List.of(), Set.of(Role.STUDENT), words)
                .statusCode(403);
        say(otherTeacher, UUID.randomUUID(), theClass(), Set.of(Role.STUDENT), words)
                .statusCode(403);
        say(pupil, UUID.randomUUID(), theClass(), Set.of(Role.STUDENT), words).statusCode(403);
        say(homeroom, UUID.randomUUID(), List.of(schools.make().classId()), Set.of(Role.STUDENT), words)
                .statusCode(404);
        say(homeroom, UUID.randomUUID(), theClass(), Set.of(), words)
                .statusCode(422)
                .body("slug", equalTo("announcement-to-nobody"));
        say(head, UUID.randomUUID(), theClass(), Set.of(Role.TEACHER), words)
                .statusCode(422)
                .body("slug", equalTo("announcement-to-nobody"));
        say(
                        homeroom,
                        UUID.randomUUID(),
                        theClass(),
                        Set.of(Role.STUDENT),
                        words(TITLE, "Đã qua", LocalDate.now().minusDays(2)))
                .statusCode(422)
                .body("slug", equalTo("announcement-day-over"));
        say(homeroom, UUID.randomUUID(), theClass(), Set.of(Role.STUDENT), words(TITLE, "\u0007\n", null))
                .statusCode(422);
    }

    @Test
    void theHeadSpeaksToTheRolesOfTheSchoolThatSheChooses() {
        said(head, List.of(), Set.of(Role.TEACHER, Role.GUARDIAN));

        for (var reader : List.of(homeroom, subjectTeacher, otherTeacher, guardian)) {
            as(reader)
                    .get("/my/announcements")
                    .then()
                    .body("announcements[0].announcement.classes", empty())
                    .body("announcements.unread", contains(true));
        }
        as(pupil).get("/my/announcements").then().body("announcements", empty());
        as(pupil).get("/notices").then().body("notices", empty());
        said(homeroom, theClass(), Set.of(Role.STUDENT));
        as(head).get("/announcements")
                .then()
                .body("announcements.mine", contains(false, true))
                .body("announcements.told", contains(2, 4));
    }

    @Test
    void whatIsCorrectedSaysSoAndIsNewAgainOnlyIfItIsToBe() {
        var id = said(homeroom, theClass(), Set.of(Role.STUDENT));
        as(pupil).post("/announcements/" + id + "/reading").then().statusCode(200);

        correct(id, "Chiều chủ nhật.", false).statusCode(200).body("editedAt", notNullValue());
        as(pupil)
                .get("/my/announcements")
                .then()
                .body("announcements[0].announcement.editedAt", notNullValue())
                .body("announcements[0].announcement.text", equalTo("Chiều chủ nhật."))
                .body("announcements.unread", contains(false));
        as(pupil)
                .get("/notices")
                .then()
                .body("notices.detail", contains("Chiều chủ nhật."))
                .body("unread", equalTo(0));

        correct(id, "Sáng chủ nhật.", true).statusCode(200);
        as(pupil).get("/notices").then().body("notices", hasSize(1)).body("unread", equalTo(1));
        as(head).body(Map.of("words", words(TITLE, "Khác", null), "tellAgain", false))
                .put("/announcements/" + id)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse correct(String id, String text, boolean again) {
        return as(homeroom)
                .body(Map.of("words", words(TITLE, text, null), "tellAgain", again))
                .put("/announcements/" + id)
                .then();
    }

    @Test
    void whatIsWithdrawnIsNotThereForItsReaders() {
        var id = said(homeroom, theClass(), Set.of(Role.STUDENT, Role.GUARDIAN));
        as(head).delete("/announcements/" + id).then().statusCode(204);

        as(pupil).get("/announcements/" + id).then().statusCode(404);
        as(pupil).get("/notices").then().body("notices", empty()).body("unread", equalTo(0));
        as(guardian).get("/my/announcements").then().body("announcements", empty());
        as(homeroom).get("/announcements").then().body("announcements[0].announcement.withdrawnAt", notNullValue());
        as(homeroom).get("/announcements/" + id).then().statusCode(200).body("withdrawn", equalTo(true));
        correct(id, "Lại", true).statusCode(409).body("slug", equalTo("announcement-withdrawn"));
    }

    @Test
    void sentTwiceItIsSaidOnce() {
        var key = UUID.randomUUID();
        var words = words(TITLE, "Một lần.", LocalDate.now().plusDays(2));
        String first = say(homeroom, key, theClass(), Set.of(Role.STUDENT), words)
                .statusCode(201)
                .extract()
                .path("id");

        say(homeroom, key, theClass(), Set.of(Role.STUDENT), words)
                .statusCode(201)
                .body("id", equalTo(first));

        as(pupil).get("/my/announcements").then().body("announcements", hasSize(1));
    }

    @Test
    void itLeavesTheListsAfterItsLastDayAndIsReadByWhoHasItsAddress() {
        var id = said(homeroom, theClass(), Set.of(Role.STUDENT));
        rows.change("update announcement set ends_on = current_date - 2 where id = ?", UUID.fromString(id));

        as(pupil).get("/my/announcements").then().body("announcements", empty());
        as(subjectTeacher)
                .get("/class-announcements/" + school.classId())
                .then()
                .body("", empty());
        as(pupil).get("/announcements/" + id).then().statusCode(200);
    }

    @Test
    void itIsAKindToBeSwitchedOffAndItsPagesGoOn() {
        as(pupil).get("/notice-wishes").then().body("kinds.kind", hasItem("ANNOUNCEMENT"));
        as(pupil)
                .body(Map.of("shown", false, "mailed", false))
                .put("/notice-wishes/kinds/ANNOUNCEMENT")
                .then()
                .statusCode(200);
        for (int i = 0; i < AnnouncementLists.PAGE + 1; i++) {
            said(homeroom, theClass(), Set.of(Role.STUDENT));
        }

        as(pupil).get("/notices").then().body("notices", empty());
        String last = as(pupil)
                .get("/my/announcements")
                .then()
                .body("more", equalTo(true))
                .body("announcements.unread", not(hasItem(true)))
                .extract()
                .path("announcements[29].announcement.id");
        as(pupil)
                .get("/my/announcements?before=" + last)
                .then()
                .body("announcements", hasSize(1))
                .body("more", equalTo(false));
        as(homeroom)
                .get("/announcements")
                .then()
                .body("announcements", hasSize(30))
                .body("more", equalTo(true));
    }

    @Test
    void whoWroteItIsForgottenAndWhatWasReadOfItToo() {
        var id = UUID.fromString(said(homeroom, theClass(), Set.of(Role.STUDENT)));

        fire(new PersonErased(school.school(), homeroomId, Instant.now()));
        fire(new PersonErased(school.school(), school.first(), Instant.now()));

        assertEquals(
                List.of(""),
                rows.list(
                        "select coalesce(owner_id::text, '') from announcement where id = ?", row -> row.text(1), id));
        assertEquals(
                List.of(school.second()),
                rows.list("select person_id from notice where source_id = ?", row -> row.uuid(1), id));
        as(school.tokenOf(school.second(), Role.STUDENT))
                .get("/announcements/" + id)
                .then()
                .statusCode(200)
                .body("by", equalTo(""));
        as(head).delete("/announcements/" + id).then().statusCode(204);
    }

    private void fire(Object event) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(event));
    }
}
