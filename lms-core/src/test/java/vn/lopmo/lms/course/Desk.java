package vn.lopmo.lms.course;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An author at the API: makes courses and lessons, and writes one on a page of his own, as the editor does.
public final class Desk {
    public final String token;
    private final UUID device = UUID.randomUUID();
    private long seq;
    int known = 1;

    public Desk(String token) {
        this.token = token;
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public RequestSpecification as() {
        return as(token);
    }

    public String course(String title, Object... classIds) {
        return courseIn("khtn", title, classIds);
    }

    public String courseIn(String subject, String title, Object... classIds) {
        return made("/courses", Map.of("title", title, "subject", subject, "grade", 8, "classIds", List.of(classIds)));
    }

    public String section(String course, String title) {
        return made("/courses/" + course + "/sections", Map.of("title", title));
    }

    public String lesson(String section, String title) {
        return made("/sections/" + section + "/lessons", Map.of("title", title));
    }

    public String lesson(UUID classId) {
        return lesson(section(course("Khoa học tự nhiên 8", classId), "Chương III"), "Bài 16. Áp suất chất lỏng");
    }

    private String made(String path, Map<String, Object> body) {
        return as().body(body).post(path).then().statusCode(201).extract().path("id");
    }

    void writesWith(String course, UUID... colleagues) {
        as().body(Map.of("personIds", List.of(colleagues)))
                .put("/courses/" + course + "/authors")
                .then()
                .statusCode(204);
    }

    /// Sends a change and takes in what it is answered.
    public ValidatableResponse send(String lesson, Map<String, Object> change) {
        var answer = post(lesson, change, ++seq).statusCode(200);
        known = answer.extract().path("revision");
        return answer;
    }

    /// The same again, under the number of before.
    ValidatableResponse sendAgain(String lesson, Map<String, Object> change) {
        return post(lesson, change, seq);
    }

    ValidatableResponse ask(String lesson) {
        return post(lesson, Map.of(), seq);
    }

    private ValidatableResponse post(String lesson, Map<String, Object> change, long number) {
        var body = new HashMap<>(change);
        body.put("device", device);
        body.put("seq", number);
        body.put("known", known);
        body.put("closing", false);
        return as().body(body).post("/lessons/" + lesson + "/draft/changes").then();
    }

    /// A lesson of one text in a new section, published.
    public String published(String course, String title) {
        var lesson = lesson(section(course, "Chương III"), title);
        known = 1;
        send(lesson, adding(text("a", "<p>Áp suất</p>")));
        publish(lesson).statusCode(200);
        return lesson;
    }

    public ValidatableResponse publish(String lesson) {
        return as().body(Map.of("revision", known))
                .post("/lessons/" + lesson + "/publish")
                .then();
    }

    public static Map<String, Object> text(String id, String html) {
        return Map.of("id", id, "kind", "text", "html", html);
    }

    @SafeVarargs
    public static Map<String, Object> adding(Map<String, Object>... blocks) {
        var ids = List.of(blocks).stream().map(block -> block.get("id")).toList();
        return Map.of("blocks", List.of(blocks), "order", ids, "moved", ids);
    }

    @SafeVarargs
    public static Map<String, Object> writing(Map<String, Object>... blocks) {
        return Map.of("blocks", List.of(blocks));
    }
}
