package vn.lopmo.lms.learning;

import static vn.lopmo.lms.course.Desk.as;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.Desk;
import vn.lopmo.platform.caller.Role;

/// A teacher's course at the API, with what its tests say again and again.
final class TaughtCourse {
    final String teacher;
    private final Desk desk;
    final String id;
    final String section;

    TaughtCourse(TestSchools.Small school) {
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        desk = new Desk(teacher);
        id = desk.course("KHTN 8", school.classId());
        section = section("Chương I");
    }

    String section(String title) {
        return desk.section(id, title);
    }

    /// Published, of two texts and whatever else.
    @SafeVarargs
    final String lesson(String ofSection, String title, Map<String, ?>... more) {
        var lesson = desk.lesson(ofSection, title);
        var blocks = new ArrayList<Map<String, ?>>(List.of(text("b1"), text("b2")));
        blocks.addAll(List.of(more));
        var draft = Map.of(
                "revision", 1, "title", title, "summary", "", "minutes", 20, "blocks", blocks, "indicators", List.of());
        as(teacher).body(draft).put("/lessons/" + lesson + "/draft").then().statusCode(200);
        as(teacher)
                .body(Map.of("revision", 2))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(200);
        return lesson;
    }

    private static Map<String, ?> text(String id) {
        return Map.of("id", id, "kind", "text", "html", "<p>Áp suất</p>");
    }

    ValidatableResponse rule(
            String lesson, List<Map<String, ?>> conditions, List<Map<String, ?>> needs, List<Map<String, ?>> openings) {
        return as(teacher)
                .body(Map.of("conditions", conditions, "needs", needs, "openings", openings))
                .put("/course-rules/" + id + "/lessons/" + lesson)
                .then();
    }

    static ValidatableResponse read(String student, String lesson) {
        return as(student).get("/lessons/" + lesson).then().statusCode(200);
    }

    static ValidatableResponse report(String student, String lesson, int seconds, String... seen) {
        return as(student)
                .body(Map.of("version", 1, "seen", List.of(seen), "seconds", seconds))
                .put("/lessons/" + lesson + "/progress")
                .then();
    }

    static Map<String, ?> dates(
            @Nullable UUID classId,
            @Nullable UUID learnerId,
            @Nullable Instant opensAt,
            @Nullable Instant until,
            boolean closes) {
        var dates = new HashMap<String, @Nullable Object>();
        dates.put("classId", classId);
        dates.put("learnerId", learnerId);
        dates.put("opensAt", opensAt == null ? null : opensAt.toString());
        dates.put("until", until == null ? null : until.toString());
        dates.put("closes", closes);
        dates.put("waived", false);
        return dates;
    }
}
