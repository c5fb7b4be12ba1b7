package vn.lopmo.lms.notice.announcement;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lopmo.lms.course.Desk.as;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.TITLE;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.say;
import static vn.lopmo.lms.notice.announcement.SpeakingSchool.words;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// An announcement that is sent again, because the answer was lost, is said once.
@QuarkusTest
@TestProfile(SignedTokens.class)
class AnnouncementSendingTest {
    @Inject
    TestSchools schools;

    private SpeakingSchool at;

    @BeforeEach
    void aClassWithAHomeroomTeacher() {
        at = new SpeakingSchool(schools);
    }

    @Test
    void sentTwiceItIsSaidOnce() {
        var key = UUID.randomUUID();
        var words = words(TITLE, "Một lần.", LocalDate.now().plusDays(2));
        String first = say(at.homeroom, key, at.theClass(), Set.of(Role.STUDENT), words)
                .statusCode(201)
                .extract()
                .path("id");

        say(at.homeroom, key, at.theClass(), Set.of(Role.STUDENT), words)
                .statusCode(201)
                .body("id", equalTo(first));

        as(at.pupil).get("/my/announcements").then().body("announcements", hasSize(1));
    }

    @Test
    void whatWasChangedAfterItWasSentIsNotThoughtToBeSent() {
        var key = UUID.randomUUID();
        var first = say(at.homeroom, key, at.theClass(), Set.of(Role.STUDENT), words(TITLE, "Chiều thứ bảy.", null))
                .statusCode(201)
                .extract()
                .path("id");

        say(at.homeroom, key, at.theClass(), Set.of(Role.STUDENT), words(" " + TITLE, "Chiều thứ bảy. ", null))
                .statusCode(201)
                .body("id", equalTo(first));
        say(at.homeroom, key, at.theClass(), Set.of(Role.STUDENT), words(TITLE, "Chiều chủ nhật.", null))
                .statusCode(409)
                .body("slug", equalTo("announcement-sent-already"));
        say(at.homeroom, key, at.theClass(), Set.of(Role.GUARDIAN), words(TITLE, "Chiều thứ bảy.", null))
                .statusCode(409);
    }
}
