package vn.lopmo.lms.notice.announcement;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// How long an announcement stands in lists and in notices, and what is left when somebody is erased.
@QuarkusTest
@TestProfile(SignedTokens.class)
class AnnouncementListsTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<Object> events;

    @Inject
    Rows rows;

    private SpeakingSchool at;

    @BeforeEach
    void aClassWithAHomeroomTeacher() {
        at = new SpeakingSchool(schools);
    }

    @Test
    void itLeavesTheListsAfterItsLastDayAndIsReadByWhoHasItsAddress() {
        var id = at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT));
        rows.change("update announcement set ends_on = current_date - 2 where id = ?", UUID.fromString(id));

        as(at.pupil).get("/my/announcements").then().body("announcements", empty());
        as(at.subjectTeacher)
                .get("/class-announcements/" + at.school.classId())
                .then()
                .body("", empty());
        as(at.pupil).get("/announcements/" + id).then().statusCode(200);
    }

    @Test
    void itIsAKindToBeSwitchedOffAndItsPagesGoOn() {
        as(at.pupil).get("/notice-wishes").then().body("kinds.kind", hasItem("ANNOUNCEMENT"));
        as(at.pupil)
                .body(Map.of("shown", false, "mailed", false))
                .put("/notice-wishes/kinds/ANNOUNCEMENT")
                .then()
                .statusCode(200);
        for (int i = 0; i < AnnouncementLists.PAGE + 1; i++) {
            at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT));
        }

        as(at.pupil).get("/notices").then().body("notices", empty());
        String last = as(at.pupil)
                .get("/my/announcements")
                .then()
                .body("more", equalTo(true))
                .body("announcements.unread", not(hasItem(true)))
                .extract()
                .path("announcements[29].announcement.id");
        as(at.pupil)
                .get("/my/announcements?before=" + last)
                .then()
                .body("announcements", hasSize(1))
                .body("more", equalTo(false));
        as(at.homeroom)
                .get("/announcements")
                .then()
                .body("announcements", hasSize(30))
                .body("more", equalTo(true));
    }

    @Test
    void whoWroteItIsForgottenAndWhatWasReadOfItToo() {
        var id = UUID.fromString(at.said(at.homeroom, at.theClass(), Set.of(Role.STUDENT)));

        fire(new PersonErased(at.school.school(), at.homeroomId, Instant.now()));
        fire(new PersonErased(at.school.school(), at.school.first(), Instant.now()));

        assertEquals(
                List.of(""),
                rows.list(
                        "select coalesce(owner_id::text, '') from announcement where id = ?", row -> row.text(1), id));
        assertEquals(
                List.of(at.school.second()),
                rows.list("select person_id from notice where source_id = ?", row -> row.uuid(1), id));
        as(at.school.tokenOf(at.school.second(), Role.STUDENT))
                .get("/announcements/" + id)
                .then()
                .statusCode(200)
                .body("by", equalTo(""));
        as(at.head).delete("/announcements/" + id).then().statusCode(204);
    }

    private void fire(Object event) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(event));
    }
}
