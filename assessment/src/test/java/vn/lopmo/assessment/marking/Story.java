package vn.lopmo.assessment.marking;

import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.roster.MembershipChanged.Part;

/// Shortens the stories of marking: a class that sits one paper.
@ApplicationScoped
class Story {
    private final School schools;
    private final AgroalDataSource database;

    Story(School schools, AgroalDataSource database) {
        this.schools = schools;
        this.database = database;
    }

    Place school() {
        return schools.open();
    }

    /// One part with these questions, each worth one point, open for two hours.
    String given(Place place, Item... items) {
        var ids = new ArrayList<UUID>();
        for (var item : items) {
            ids.add(schools.item(place, item));
        }
        var now = Instant.now();
        var paper = schools.paper(place, List.of(ids));
        return schools.assign(place, paper, now.minusSeconds(60), now.plusSeconds(7_200));
    }

    /// The same under conditions.
    String givenUnder(Map<String, Object> conditions, Place place, Item... items) {
        var ids = new ArrayList<UUID>();
        for (var item : items) {
            ids.add(schools.item(place, item));
        }
        var now = Instant.now();
        var giving = new HashMap<String, Object>(
                School.giving(place, schools.paper(place, List.of(ids)), now.minusSeconds(60), now.plusSeconds(7_200)));
        giving.put("conditions", conditions);
        return ok(place.asTeacher().body(giving).post("/assignments")).extract().path("id");
    }

    UUID learner(Place place) {
        return joined(place, Part.STUDENT);
    }

    UUID joined(Place place, Part part) {
        var person = UUID.randomUUID();
        schools.join(place, person, part, true, Instant.now());
        return person;
    }

    /// A sitting and where its questions are.
    record Desk(RequestSpecification learner, String id, Map<String, String> slots) {
        String slot(String prompt) {
            return slots.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(prompt))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }

        String path(String rest) {
            return "/sittings/" + id + rest;
        }

        /// @param answers by prompt
        void answers(Map<String, Object> answers) {
            var steps = new ArrayList<Map<String, Object>>();
            answers.forEach((prompt, answer) -> steps.add(step(steps.size() + 1, slot(prompt), answer)));
            ok(learner.body(Map.of("steps", steps)).put(path("/answers")));
        }

        void handsIn() {
            ok(learner.body(Map.of("seq", 0)).post(path("/hand-in")));
        }
    }

    Desk sits(Place place, UUID learner, String assignment) {
        return sits(place, learner, assignment, Map.of());
    }

    Desk sitsAgain(Place place, UUID learner, String assignment) {
        return sits(place, learner, assignment, Map.of("attempt", "NEW"));
    }

    private Desk sits(Place place, UUID learner, String assignment, Map<String, Object> entry) {
        var asLearner = place.as(learner, "student");
        var json = JsonPath.from(ok(asLearner.body(entry).post("/assignments/" + assignment + "/sittings"))
                .extract()
                .asString());
        var slots = new HashMap<String, String>();
        List<Map<String, Object>> items = json.getList("parts.items.flatten()");
        items.forEach(item -> slots.put(String.valueOf(item.get("prompt")), String.valueOf(item.get("slot"))));
        return new Desk(asLearner, json.getString("sittingId"), slots);
    }

    Desk hasHandedIn(Place place, UUID learner, String assignment, Map<String, Object> answers) {
        var desk = sits(place, learner, assignment);
        desk.answers(answers);
        desk.handsIn();
        return desk;
    }

    /// The window is over.
    void closes(String assignment) {
        run(
                "update assignment set opens_at = now() - interval '2 hours', closes_at = now() - interval '1 minute'"
                        + " where id = ?",
                UUID.fromString(assignment));
    }

    int events(UUID learner) {
        return count("select count(*) from outbox where type = 'assessment.result-released.v1' and key = ?", learner);
    }

    /// The sittings that others were told of, in order.
    List<String> told(UUID learner) {
        var told = new ArrayList<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select body ->> 'sittingId' from outbox"
                        + " where type = 'assessment.result-released.v1' and key = ? order by id")) {
            select.setObject(1, learner);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    told.add(rows.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return told;
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

    void run(String update, UUID id) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(update)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
