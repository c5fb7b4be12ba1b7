package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;

/// A class of two before a paper of five questions, one of them an essay.
final class LearnerStory {
    final School.Place place;
    final String assignment;
    private final Clockwork clockwork;
    private final AgroalDataSource database;

    LearnerStory(School schools, Clockwork clockwork, AgroalDataSource database) {
        this.clockwork = clockwork;
        this.database = database;
        place = schools.open();
        var first = List.of(
                schools.item(place, Fixtures.aChoice("Chọn một", "A"), "1.1.CB1"),
                schools.item(place, Fixtures.aChoice("Chọn hai", "B")),
                schools.item(place, Fixtures.aGroup()));
        var second = List.of(schools.item(place, Fixtures.aShortAnswer()), schools.item(place, Fixtures.anEssay()));
        var paper = schools.paper(place, List.of(first, second));
        assignment = schools.assign(
                place, paper, Instant.now().minusSeconds(60), Instant.now().plusSeconds(7200));
    }

    /// The first learner sits down.
    Desk desk() {
        return new Desk(ok(place.asAn().post("/assignments/" + assignment + "/sittings"))
                .extract()
                .asString());
    }

    /// As if time had passed.
    void timeRunsOut(Desk desk, Duration ago) {
        var id = UUID.fromString(desk.id);
        assertEquals(
                1,
                update(
                        "update sitting set closes_at = now() - make_interval(secs => " + ago.toSeconds()
                                + ") where id = ?",
                        id));
        clockwork.forget(id);
    }

    /// The window is over.
    void close() {
        assertEquals(
                1,
                update(
                        "update assignment set opens_at = now() - interval '2 hours',"
                                + " closes_at = now() - interval '1 minute' where id = ?",
                        UUID.fromString(assignment)));
    }

    private int update(String statement, UUID id) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setObject(1, id);
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
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

    /// What a learner has before him.
    static final class Desk {
        final String id;
        final List<String> order;
        final String choiceSlot;
        private final Map<String, String> slots = new HashMap<>();

        Desk(String opening) {
            var json = JsonPath.from(opening);
            id = json.getString("sittingId");
            choiceSlot = json.getString("parts[0].items.find { it.form == 'SINGLE_CHOICE' }.slot");
            order = json.getList("parts.items.flatten().slot");
            List<Map<String, Object>> items = json.getList("parts.items.flatten()");
            items.forEach(item -> slots.put(String.valueOf(item.get("prompt")), String.valueOf(item.get("slot"))));
        }

        String slot(String inPrompt) {
            return slots.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(inPrompt))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }

        String path(String rest) {
            return "/sittings/" + id + rest;
        }
    }
}
