package vn.lopmo.lms.notice.announcement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.lopmo.lms.course.Desk.as;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.TITLE;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.say;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.words;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// Who may speak to whom, and who finds what was said: whom it is for, and nobody else.
@QuarkusTest
@TestProfile(SignedTokens.class)
class AnnouncementReachTest {
    @Inject
    TestSchools schools;

    private SpeakingSchool at;

    @BeforeEach
    void aClassWithAHomeroomTeacher() {
        at = new SpeakingSchool(schools);
    }

    @Test
    void whoItIsNotForDoesNotFindIt() {
        var id = at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT));
        schools.move(at.school, at.school.second(), "8A9");
        var elsewhere = at.school.tokenOf(at.school.second(), Role.STUDENT);
        var otherSchool = schools.make();
        var strangers = List.of(
                at.otherTeacher,
                at.guardian,
                elsewhere,
                otherSchool.tokenOf(otherSchool.head(), Role.HEAD),
                otherSchool.tokenOf(otherSchool.first(), Role.STUDENT));

        for (var stranger : strangers) {
            as(stranger).get("/announcements/" + id).then().statusCode(404);
            as(stranger).post("/announcements/" + id + "/reading").then().statusCode(404);
            as(stranger).delete("/announcements/" + id).then().statusCode(404);
            as(stranger).get("/my/announcements").then().body("announcements", empty());
        }
        as(at.guardian).get("/notices").then().body("notices", empty());
        as(at.subjectTeacher).get("/announcements/" + id).then().statusCode(200).body("mayWithdraw", equalTo(false));
        as(at.subjectTeacher).delete("/announcements/" + id).then().statusCode(403);
        as(at.subjectTeacher).get("/my/announcements").then().body("announcements", empty());
        as(at.otherTeacher)
                .get("/class-announcements/" + at.school.classId())
                .then()
                .statusCode(403);
        as(otherSchool.tokenOf(otherSchool.head(), Role.HEAD))
                .get("/class-announcements/" + at.school.classId())
                .then()
                .statusCode(404);
        as(at.pupil).delete("/announcements/" + id).then().statusCode(403);
        as(at.pupil).get("/announcements").then().statusCode(403);
        as(at.guardian).get("/announcement-reach").then().statusCode(403);
    }

    @Test
    void aTeacherSpeaksToThePupilsOfHisClassesAndToNobodyElse() {
        at.said(at.subjectTeacher, at.theClass(), Set.of(Role.STUDENT));
        var words = words(TITLE, "Chiều thứ bảy.", null);

        say(at.subjectTeacher, UUID.randomUUID(), at.theClass(), Set.of(Role.STUDENT, Role.GUARDIAN), words)
                .statusCode(403);
        say(at.subjectTeacher, UUID.randomUUID(), List.of(), Set.of(Role.STUDENT), words)
                .statusCode(403);
        say(at.otherTeacher, UUID.randomUUID(), at.theClass(), Set.of(Role.STUDENT), words)
                .statusCode(403);
        say(at.pupil, UUID.randomUUID(), at.theClass(), Set.of(Role.STUDENT), words)
                .statusCode(403);
        say(at.homeroom, UUID.randomUUID(), List.of(schools.make().classId()), Set.of(Role.STUDENT), words)
                .statusCode(404);
        say(at.homeroom, UUID.randomUUID(), at.theClass(), Set.of(), words)
                .statusCode(422)
                .body("slug", equalTo("announcement-to-nobody"));
        say(at.head, UUID.randomUUID(), at.theClass(), Set.of(Role.TEACHER), words)
                .statusCode(422)
                .body("slug", equalTo("announcement-to-nobody"));
        say(
                        at.homeroom,
                        UUID.randomUUID(),
                        at.theClass(),
                        Set.of(Role.STUDENT),
                        words(TITLE, "Đã qua", LocalDate.now().minusDays(2)))
                .statusCode(422)
                .body("slug", equalTo("announcement-day-over"));
        say(at.homeroom, UUID.randomUUID(), at.theClass(), Set.of(Role.STUDENT), words(TITLE, "\u0007\n", null))
                .statusCode(422);
    }

    @Test
    void theHeadSpeaksToTheRolesOfTheSchoolThatSheChooses() {
        at.said(at.head, List.of(), Set.of(Role.TEACHER, Role.GUARDIAN));

        for (var reader : List.of(at.homeroom, at.subjectTeacher, at.otherTeacher, at.guardian)) {
            as(reader)
                    .get("/my/announcements")
                    .then()
                    .body("announcements[0].announcement.classes", empty())
                    .body("announcements.unread", contains(true));
        }
        as(at.pupil).get("/my/announcements").then().body("announcements", empty());
        as(at.pupil).get("/notices").then().body("notices", empty());
        at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT));
        as(at.head)
                .get("/announcements")
                .then()
                .body("announcements.mine", contains(false, true))
                .body("announcements.told", contains(2, 4));
    }
}
