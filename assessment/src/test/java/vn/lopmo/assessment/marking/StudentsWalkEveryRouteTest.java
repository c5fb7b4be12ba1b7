package vn.lopmo.assessment.marking;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.item.Criterion;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.Scoring;
import vn.lopmo.assessment.item.Statement;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A student asks every address of the API, with every id that he could guess, while he sits, after he has handed in
/// and after marks alone were released: none of what comes back holds a key, an explanation, a hint or a rubric.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class StudentsWalkEveryRouteTest {
    /// Stands in every text that he must not see.
    private static final String SECRET = "BIMAT9173";

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern KEY =
            Pattern.compile("\"(key|keys|guide|hint|explanation|rubric|scoring|itemId)\":(?!null)");

    private static final List<Item> ITEMS = List.of(
            new Item.SingleChoice("Chọn", Fixtures.options("một", "hai"), "B", SECRET, SECRET),
            new Item.TrueFalseGroup("Xét", List.of(new Statement("a", "ý một", true)), Scoring.LADDER, SECRET, SECRET),
            new Item.ShortAnswer("Tính", List.of(SECRET), SECRET, SECRET),
            new Item.Essay(
                    "Viết",
                    SECRET,
                    SECRET,
                    SECRET,
                    List.of(new Criterion(
                            "y", SECRET, BigDecimal.ONE, List.of(new Criterion.Level(SECRET, BigDecimal.ONE))))));

    @Inject
    Story story;

    private Place place;
    private String assignment;
    private Story.Desk an;
    private final Set<String> answered = new TreeSet<>();
    private List<String> guesses = List.of();

    @BeforeEach
    void aStudentSits() {
        place = story.school();
        assignment = story.given(place, ITEMS.toArray(Item[]::new));
        an = story.sits(place, place.an(), assignment);
        var answers = new HashMap<String, Object>();
        answers.put("Chọn", Map.of("choice", "A"));
        answers.put("Viết", Map.of("essay", "Bài của em"));
        an.answers(answers);
        guesses = guesses();
    }

    @Test
    void noResponseToAStudentHoldsAKeyBeforeItIsReleased() {
        walk();
        assertTrue(answered.contains("GET /my/assignments"), answered::toString);
        assertTrue(answered.contains("GET /sittings/{id}"), answered::toString);
        assertTrue(answered.contains("PUT /sittings/{id}/answers"), answered::toString);

        an.handsIn();
        walk();
        assertFalse(answered.contains("GET /sittings/{id}/result"), answered::toString);

        story.closes(assignment);
        ok(place.asTeacher().body(Map.of("mark", 1, "reason", "Lí do")).put(an.path("/marks/" + an.slot("Viết"))));
        ok(place.asTeacher().body(Map.of("answers", false)).post("/assignments/" + assignment + "/release"));
        walk();
        assertTrue(answered.contains("GET /sittings/{id}/result"), answered::toString);

        // the walk would have found it
        ok(place.asTeacher().body(Map.of("answers", true)).post("/assignments/" + assignment + "/release"));
        var released = place.asAn().get(an.path("/result")).asString();
        assertTrue(released.contains(SECRET));
        assertTrue(KEY.matcher(released).find());
        assertFalse(place.asBinh().get(an.path("/result")).asString().contains(SECRET));
    }

    private void walk() {
        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get("/q/openapi").jsonPath().getMap("paths");
        assertTrue(paths.size() > 30, () -> "only " + paths.keySet());
        for (var path : paths.entrySet()) {
            for (var method : path.getValue().keySet()) {
                // handing in ends the story; it has its own step
                if (Set.of("get", "put", "post", "patch", "delete").contains(method)
                        && !path.getKey().endsWith("/hand-in")) {
                    addresses(path.getKey()).forEach(address -> ask(method, path.getKey(), address));
                }
            }
        }
    }

    /// The address with every combination of ids that may stand in it.
    private List<String> addresses(String path) {
        var found = new ArrayList<String>();
        var parameter = PARAMETER.matcher(path);
        if (!parameter.find()) {
            return List.of(path);
        }
        for (var value : guesses) {
            found.addAll(addresses(path.substring(0, parameter.start())
                    + Matcher.quoteReplacement(value)
                    + path.substring(parameter.end())));
        }
        return found;
    }

    private List<String> guesses() {
        String item = place.asTeacher().queryParam("size", 100).get("/items").path("items[0].id");
        String paper = place.asTeacher().get("/papers").path("[0].id");
        return List.of(
                assignment, an.id(), an.slot("Viết"), item, paper, place.an().toString());
    }

    private void ask(String method, String path, String address) {
        for (var body : bodies(path)) {
            var response = respond(method, address, body);
            var text = response.asString();
            String asked = method.toUpperCase(Locale.ROOT) + " " + path;
            assertFalse(text.contains(SECRET), () -> asked + " gives " + text);
            assertFalse(KEY.matcher(text).find(), () -> asked + " gives " + text);
            assertTrue(response.statusCode() < 500 || response.statusCode() == 503, () -> asked + " fails: " + text);
            if (response.statusCode() < 300) {
                answered.add(asked);
            }
        }
    }

    private Response respond(String method, String address, Map<String, Object> body) {
        var asking = place.asAn();
        return method.equals("get") || method.equals("delete")
                ? asking.request(method, address)
                : asking.body(body).request(method, address);
    }

    /// What each address can read, so that not the shape of the request is what is refused.
    private List<Map<String, Object>> bodies(String path) {
        var slot = an.slot("Chọn");
        var steps = List.of(
                Map.of("seq", 3, "slot", slot, "answer", Map.of("choice", "A"), "typedAt", "2026-01-01T00:00:00Z"));
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "answers" -> List.of(Map.of("steps", steps), Map.of());
            case "check" -> List.of(Map.of("slot", slot));
            case "release" -> List.of(Map.of("answers", true));
            case "beat" -> List.of(Map.of("device", "x", "seq", 1, "acked", 1, "answered", 1, "events", List.of()));
            case "dry-run" -> List.of(Map.of("slot", slot, "change", Map.of("kind", "VOID")));
            case "key-changes" -> List.of(Map.of("slot", slot, "change", Map.of("kind", "VOID"), "reason", "Thử"));
            case "review-requests" -> List.of(Map.of("text", "Em xin phúc khảo " + UUID.randomUUID()));
            default -> List.of(Map.of());
        };
    }
}
