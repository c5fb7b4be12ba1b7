package vn.lopmo.assessment.analysis;

import static vn.lopmo.assessment.School.ok;

import io.agroal.api.AgroalDataSource;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;

/// A school where a paper of six choices was given, and classes that take it: their sittings are put into the database
/// as marking leaves them.
@Dependent
class TakenPaper {
    static final int QUESTIONS = 6;

    private final School schools;
    private final AgroalDataSource database;
    private final School.Place place;
    private final List<UUID> items = new ArrayList<>();
    private final List<UUID> slots = new ArrayList<>();
    private UUID paper;

    TakenPaper(School schools, AgroalDataSource database) {
        this.schools = schools;
        this.database = database;
        this.place = schools.open();
        for (int i = 0; i < QUESTIONS; i++) {
            items.add(schools.item(place, Fixtures.aChoice("Câu số " + i, "B"), "1.1.CB1"));
        }
        this.paper = schools.paper(place, List.of(items));
        readSlots();
    }

    /// Another paper in place of the six choices.
    void use(UUID other) {
        paper = other;
        slots.clear();
        readSlots();
    }

    private void readSlots() {
        List<String> ids =
                ok(place.asTeacher().get("/papers/" + paper)).extract().path("parts[0].slots.id");
        ids.forEach(id -> slots.add(UUID.fromString(id)));
    }

    School.Place place() {
        return place;
    }

    UUID item(int number) {
        return items.get(number);
    }

    UUID slot(int number) {
        return slots.get(number);
    }

    /// The paper given to the class.
    String assign() {
        return schools.assign(
                place, paper, Instant.now().minusSeconds(60), Instant.now().plusSeconds(7200));
    }

    /// The teacher, who reads numbers as they are.
    RequestSpecification asTeacher() {
        var doubles = JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);
        return place.asTeacher().config(RestAssuredConfig.config().jsonConfig(doubles));
    }

    /// Learners of known abilities.
    void simulate(String assignment, int learners) throws SQLException {
        var random = new Random(5);
        for (int learner = 0; learner < learners; learner++) {
            double ability = random.nextGaussian();
            var answers = new StringBuilder();
            for (int item = 0; item < QUESTIONS; item++) {
                double chance = 1 / (1 + Math.exp(-1.3 * (ability - (item - 2.5) / 2)));
                answers.append(random.nextDouble() < chance ? 'B' : 'A');
            }
            sitting(assignment, learner, answers.toString());
        }
    }

    UUID sitting(String assignment, int learner, String answers) throws SQLException {
        return sitting(assignment, new UUID(place.school().getMostSignificantBits(), learner), answers);
    }

    /// Half a minute for each answer, marked by the key B.
    UUID sitting(String assignment, UUID learner, String answers) throws SQLException {
        var id = UUID.randomUUID();
        run(
                "insert into sitting (id, school_id, assignment_id, learner_id, seed, started_at, closes_at, handed_in_at,"
                        + " revision) values (?, '" + place.school() + "', '" + assignment + "', '" + learner
                        + "', 1, now() - interval '10 minutes', now(), now(), 0)",
                id);
        for (int i = 0; i < answers.length(); i++) {
            var typed = "now() - interval '10 minutes' + interval '" + 30 * (i + 1) + " seconds'";
            run(
                    "insert into answer_step (sitting_id, seq, slot, answer, typed_at, received_at) values (?, "
                            + (i + 1) + ", '" + slots.get(i) + "', '{\"choice\": \"" + answers.charAt(i) + "\"}', "
                            + typed + ", now())",
                    id);
            run(
                    "insert into slot_mark (sitting_id, slot, mark, max_mark, marked_at) values (?, '" + slots.get(i)
                            + "', " + (answers.charAt(i) == 'B' ? 1 : 0) + ", 1, now())",
                    id);
        }
        return id;
    }

    void run(String statement, UUID argument) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, argument);
            prepared.executeUpdate();
        }
    }
}
