package vn.lopmo.lms.gradebook.book;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.lms.TestSchools;

/// One mark book of a small school, as somebody at the API sees it.
public record BookAtSchool(TestSchools.Small school, String subject, int term) {
    public String path() {
        return "/mark-books/" + school.classId() + "/" + subject + "/" + term;
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "vi");
    }

    public static Map<String, Object> cell(UUID learner, String slot, String value, int version) {
        return Map.of("learnerId", learner, "slot", slot, "value", value, "version", version);
    }

    /// New cells of one learner: `tx 8 9 | gk 8`.
    public static List<Map<String, Object>> cells(UUID learner, String line) {
        var cells = new ArrayList<Map<String, Object>>();
        vn.lopmo.lms.gradebook.rules.Entries.of(line)
                .forEach((slot, value) -> cells.add(cell(learner, slot.code(), value, 0)));
        return cells;
    }

    public ValidatableResponse put(String token, List<Map<String, Object>> changes) {
        return as(token).body(Map.of("changes", changes)).put(path() + "/cells").then();
    }

    public ValidatableResponse put(String token, UUID learner, String line) {
        return put(token, cells(learner, line));
    }

    public ValidatableResponse get(String token) {
        return as(token).get(path()).then();
    }

    public void lock(String token, boolean locked, String reason) {
        var body = new HashMap<String, Object>();
        body.put("classIds", List.of(school.classId()));
        body.put("subject", subject);
        body.put("term", term);
        body.put("locked", locked);
        body.put("reason", reason);
        as(token).body(body).post("/mark-locks").then().statusCode(204);
    }
}
