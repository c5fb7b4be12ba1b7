package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;
import static vn.lopmo.assessment.School.steps;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.item.Item;

/// What a teacher and the first learner of a class do with a paper of one question, for stories about giving it.
final class GivingStory {
    final School.Place place;
    final UUID paper;
    private final AgroalDataSource database;

    GivingStory(School schools, AgroalDataSource database) {
        this.database = database;
        place = schools.open();
        var question =
                new Item.SingleChoice("Chọn một", Fixtures.options("một", "hai", "ba"), "A", "Vì thế", "Đếm lại");
        paper = schools.paper(place, List.of(List.of(schools.item(place, question))));
    }

    String give(Map<String, Object> conditions) {
        return given(giveRefused(conditions));
    }

    Response giveRefused(Map<String, Object> conditions) {
        return place.asTeacher().body(giving(conditions)).post("/assignments");
    }

    static String given(Response response) {
        return ok(response).extract().path("id");
    }

    HashMap<String, Object> giving(Map<String, Object> conditions) {
        return giving(conditions, Instant.now().minusSeconds(60), Instant.now().plusSeconds(7200));
    }

    HashMap<String, Object> giving(Map<String, Object> conditions, Instant opensAt, Instant closesAt) {
        var wish = new HashMap<>(School.giving(place, paper, opensAt, closesAt));
        if (!conditions.isEmpty()) {
            wish.put("conditions", conditions);
        }
        return wish;
    }

    Response open(String assignment, Map<String, Object> entry) {
        var asking = place.asAn();
        return (entry.isEmpty() ? asking : asking.body(entry)).post("/assignments/" + assignment + "/sittings");
    }

    Response patched(String assignment, Map<String, Object> change) {
        return place.asTeacher().body(change).patch("/assignments/" + assignment);
    }

    Response release(String assignment, boolean answers) {
        return place.asTeacher().body(Map.of("answers", answers)).post("/assignments/" + assignment + "/release");
    }

    String take(String assignment, String attempt, String choice) {
        String sitting = ok(open(assignment, attempt.isEmpty() ? Map.of() : Map.of("attempt", attempt)))
                .extract()
                .path("sittingId");
        String slot = ok(place.asAn().get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");
        answer(sitting, 1, slot, choice);
        ok(place.asAn().body(Map.of("seq", 1)).post("/sittings/" + sitting + "/hand-in"));
        return sitting;
    }

    void answer(String sitting, int seq, String slot, String choice) {
        ok(place.asAn()
                .body(steps(step(seq, slot, Map.of("choice", choice))))
                .put("/sittings/" + sitting + "/answers"));
    }

    ValidatableResponse check(String sitting, String slot) {
        return ok(place.asAn().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check"));
    }

    static void refused(Response response, int status, String slug) {
        response.then().statusCode(status).body("slug", equalTo(slug));
    }

    int told(String assignment) {
        return count(
                "select count(*) from outbox where type = 'assessment.result-released.v1'"
                        + " and body::text like '%' || cast(? as text) || '%'",
                UUID.fromString(assignment));
    }

    int count(String query, UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    Instant closesAt(String sitting) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select closes_at from sitting where id = ?")) {
            select.setObject(1, UUID.fromString(sitting));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }
}
