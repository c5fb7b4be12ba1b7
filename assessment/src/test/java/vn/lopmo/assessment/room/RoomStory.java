package vn.lopmo.assessment.room;

import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;

/// A class of two before a paper of two questions, and their teacher.
final class RoomStory {
    final School.Place place;
    final String assignment;
    private final AgroalDataSource database;

    RoomStory(School schools, AgroalDataSource database, Map<String, Object> conditions) {
        this.database = database;
        place = schools.open();
        var items = List.of(
                schools.item(place, Fixtures.aChoice("Chọn một", "A")),
                schools.item(place, Fixtures.aChoice("Chọn hai", "B")));
        var paper = schools.paper(place, List.of(items));
        var giving = new HashMap<>(School.giving(
                place, paper, Instant.now().minusSeconds(60), Instant.now().plusSeconds(7200)));
        giving.put("conditions", conditions);
        assignment = ok(place.asTeacher().body(giving).post("/assignments"))
                .extract()
                .path("id");
    }

    Desk an(@Nullable String device) {
        return sit(place.an(), device);
    }

    Desk binh(@Nullable String device) {
        return sit(place.binh(), device);
    }

    private Desk sit(UUID learner, @Nullable String device) {
        var body = new HashMap<String, Object>();
        body.put("device", device);
        return new Desk(
                learner,
                device,
                ok(place.as(learner, "student").body(body).post("/assignments/" + assignment + "/sittings"))
                        .extract()
                        .asString());
    }

    Response room(String verb, Object body) {
        return place.asTeacher().body(body).post("/assignments/" + assignment + "/room/" + verb);
    }

    JsonPath room() {
        return ok(place.asTeacher().get("/assignments/" + assignment + "/room"))
                .extract()
                .jsonPath();
    }

    JsonPath minutes() {
        return ok(place.asTeacher().get("/assignments/" + assignment + "/minutes"))
                .extract()
                .jsonPath();
    }

    Response seat(Desk desk, String verb, Object body) {
        return place.asTeacher().body(body).post("/sittings/" + desk.id + "/" + verb);
    }

    Map<String, Object> row(UUID learner) {
        return room().getMap("rows.find { it.learnerId == '" + learner + "' }");
    }

    float markOf(Desk desk) {
        return ok(place.asTeacher().get("/sittings/" + desk.id + "/review"))
                .extract()
                .jsonPath()
                .getFloat("mark");
    }

    Instant closesAt(Desk desk) {
        return Instant.parse(String.valueOf(row(desk.learner).get("closesAt")));
    }

    /// As if time had passed.
    void sql(String statement, Object... arguments) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                update.setObject(i + 1, arguments[i]);
            }
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    int count(String query, Object... arguments) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /// What a learner has before him.
    final class Desk {
        final String id;
        final UUID learner;
        final @Nullable String device;
        private final Map<String, String> slots = new HashMap<>();

        Desk(UUID learner, @Nullable String device, String opening) {
            var json = JsonPath.from(opening);
            this.learner = learner;
            this.device = device;
            this.id = json.getString("sittingId");
            List<Map<String, Object>> items = json.getList("parts.items.flatten()");
            items.forEach(item -> slots.put(String.valueOf(item.get("prompt")), String.valueOf(item.get("slot"))));
        }

        /// The same sitting on another device.
        Desk(Desk before, String device) {
            this.learner = before.learner;
            this.device = device;
            this.id = before.id;
            this.slots.putAll(before.slots);
        }

        UUID uuid() {
            return UUID.fromString(id);
        }

        String slot(String prompt) {
            return String.valueOf(slots.get(prompt));
        }

        RequestSpecification asking() {
            return place.as(learner, "student");
        }

        Response save(int seq, String prompt, String choice) {
            return send(null, step(seq, slot(prompt), Map.of("choice", choice)));
        }

        /// A step that was typed at another time.
        Map<String, Object> timed(int seq, String prompt, String choice, Instant typedAt) {
            var step = new HashMap<>(step(seq, slot(prompt), Map.of("choice", choice)));
            step.put("typedAt", typedAt.toString());
            return step;
        }

        /// @param now what the device's clock says
        Response send(@Nullable Instant now, Map<String, Object> step) {
            var body = new LinkedHashMap<String, Object>();
            body.put("device", device);
            body.put("now", now == null ? null : now.toString());
            body.put("steps", List.of(step));
            return asking().body(body).put("/sittings/" + id + "/answers");
        }

        Response handIn(int seq) {
            return asking().body(Map.of("seq", seq)).post("/sittings/" + id + "/hand-in");
        }

        Response beat(int seq, int acked, Object... events) {
            var body = new LinkedHashMap<String, Object>();
            body.put("device", device);
            body.put("now", Instant.now().toString());
            body.put("seq", seq);
            body.put("acked", acked);
            body.put("slot", slot("Chọn hai"));
            body.put("answered", acked);
            body.put("events", List.of(events));
            return asking().body(body).post("/sittings/" + id + "/beat");
        }
    }
}
