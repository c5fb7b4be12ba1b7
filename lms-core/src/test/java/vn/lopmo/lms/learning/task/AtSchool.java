package vn.lopmo.lms.learning.task;

import static io.restassured.RestAssured.given;
import static vn.lopmo.lms.course.Desk.as;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.Desk;
import vn.lopmo.platform.caller.Role;

/// A published lesson with a task and a discussion in a small school, and the people around it.
public final class AtSchool {
    public final TestSchools.Small school;
    public final String teacher;
    public final String first;
    public final String second;
    public final String guardian;
    public final String head;
    public final String course;
    public final String lesson;
    private int revision = 1;

    public AtSchool(TestSchools.Small school) {
        this.school = school;
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
        first = school.tokenOf(school.first(), Role.STUDENT);
        second = school.tokenOf(school.second(), Role.STUDENT);
        guardian = school.tokenOf(school.guardian(), Role.GUARDIAN);
        head = school.tokenOf(school.head(), Role.HEAD);
        var desk = new Desk(teacher);
        course = desk.courseIn("toan", "Toán 8", school.classId());
        lesson = desk.lesson(desk.section(course, "Chương I"), "Bài 1. Đơn thức");
        publish(task("Bài 1 trang 8"), talk("Vì sao?"));
    }

    public static Map<String, Object> task(String title) {
        return Map.of(
                "id", "t1", "kind", "task", "title", title, "html", "<p>Làm vào vở.</p>", "indicators", List.of());
    }

    public static Map<String, Object> talk(String title) {
        return Map.of("id", "d1", "kind", "discussion", "title", title, "html", "<p>Nói điều em nghĩ.</p>");
    }

    @SafeVarargs
    public final void publish(Map<String, Object>... blocks) {
        var ids = Arrays.stream(blocks).map(block -> block.get("id")).toList();
        var gone = List.of("t1", "d1").stream().filter(id -> !ids.contains(id)).toList();
        var change = new HashMap<String, Object>();
        change.put("device", UUID.randomUUID());
        change.put("seq", 1);
        change.put("known", revision);
        change.put("closing", false);
        change.put("blocks", List.of(blocks));
        change.put("order", ids);
        change.put("moved", ids);
        change.put("removed", gone);
        revision = as(teacher)
                .body(change)
                .post("/lessons/" + lesson + "/draft/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("revision");
        as(teacher)
                .body(Map.of("revision", revision))
                .post("/lessons/" + lesson + "/publish")
                .then()
                .statusCode(200);
    }

    public ValidatableResponse tasks(String token) {
        return as(token).get("/lesson-tasks/" + lesson).then();
    }

    public String taskId() {
        return tasks(teacher).statusCode(200).extract().path("[0].taskId");
    }

    public void due(Instant at, boolean late) {
        set(Map.of(
                        "kinds",
                        List.of("TEXT", "PICTURE", "VOICE"),
                        "maxMark",
                        10,
                        "lateAllowed",
                        late,
                        "due",
                        List.of(Map.of("classId", school.classId(), "dueAt", at.toString()))))
                .statusCode(204);
    }

    ValidatableResponse set(Map<String, Object> wish) {
        return as(teacher).body(wish).put("/tasks/" + taskId() + "/settings").then();
    }

    ValidatableResponse send(String token, UUID key, String name, byte[] bytes) {
        return given().auth()
                .oauth2(token)
                .multiPart("key", key.toString())
                .multiPart("file", name, bytes)
                .post("/task-uploads/" + taskId())
                .then();
    }

    String sent(String token, String name, byte[] bytes) {
        return send(token, UUID.randomUUID(), name, bytes)
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse handIn(String token, UUID key, String text, Instant finished, String... files) {
        return as(token)
                .body(Map.of("key", key, "text", text, "files", List.of(files), "finishedAt", finished.toString()))
                .put("/tasks/" + taskId() + "/work")
                .then();
    }

    public ValidatableResponse handIn(String token, String text, String... files) {
        return handIn(token, UUID.randomUUID(), text, Instant.now(), files);
    }

    public ValidatableResponse desk() {
        return as(teacher).get("/task-desks/" + taskId()).then();
    }

    ValidatableResponse judge(String work, int known, @Nullable Object mark, String remark, Object... pins) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("revision", known);
        body.put("mark", mark);
        body.put("remark", remark);
        body.put("pins", List.of(pins));
        return as(teacher).body(body).put("/task-works/" + work + "/marking").then();
    }

    ValidatableResponse remarkIn(String work, int known, Object... passages) {
        return as(teacher)
                .body(Map.of("revision", known, "remark", "", "pins", List.of(), "passages", List.of(passages)))
                .put("/task-works/" + work + "/marking")
                .then();
    }
}
