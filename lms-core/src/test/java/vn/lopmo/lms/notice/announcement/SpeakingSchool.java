package vn.lopmo.lms.notice.announcement;

import static vn.lopmo.lms.course.Desk.as;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// A class with its homeroom teacher, a teacher of a subject, a pupil and a guardian, and what they say to one another.
final class SpeakingSchool {
    static final String TITLE = "Họp phụ huynh giữa kì";

    final TestSchools.Small school;
    final UUID homeroomId;
    final String homeroom;
    final String subjectTeacher;
    final String otherTeacher;
    final String head;
    final String pupil;
    final String guardian;

    SpeakingSchool(TestSchools schools) {
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

    static Map<String, Object> words(String title, String text, @Nullable LocalDate endsOn) {
        var words = new HashMap<String, Object>(Map.of("title", title, "text", text));
        if (endsOn != null) {
            words.put("endsOn", endsOn.toString());
        }
        return words;
    }

    static ValidatableResponse say(
            String by, UUID key, List<UUID> classes, Set<Role> roles, Map<String, Object> words) {
        return as(by).body(Map.of("key", key, "classIds", classes, "roles", roles, "words", words))
                .post("/announcements")
                .then();
    }

    /// Without a last day; its id.
    String said(String by, List<UUID> classes, Set<Role> roles) {
        return say(by, UUID.randomUUID(), classes, roles, words(TITLE, "Chiều thứ bảy.\nTại phòng 8A2.", null))
                .statusCode(201)
                .extract()
                .path("id");
    }

    List<UUID> theClass() {
        return List.of(school.classId());
    }
}
