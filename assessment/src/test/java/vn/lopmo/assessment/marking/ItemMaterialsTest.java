package vn.lopmo.assessment.marking;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A question names what of the library belongs to it, in the version that its author chose.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class ItemMaterialsTest {
    private static final UUID BOOK = UUID.randomUUID();

    @Inject
    School schools;

    @Inject
    Story story;

    private Place place;

    @BeforeEach
    void open() {
        place = story.school();
    }

    private static Map<String, Object> ref(int version) {
        return Map.of("materialId", BOOK, "version", version, "title", "  Áp suất   chất lỏng ");
    }

    private static Map<String, Object> writing(List<?> materials) {
        return Map.of(
                "content",
                Map.of(
                        "form",
                        "SINGLE_CHOICE",
                        "prompt",
                        "Chọn một",
                        "options",
                        List.of(Map.of("id", "A", "html", "một"), Map.of("id", "B", "html", "hai")),
                        "key",
                        "A",
                        "explanation",
                        "Càng sâu càng lớn"),
                "meta",
                Map.of("subject", "khtn", "grade", 8, "materials", materials));
    }

    private JsonPath written() {
        return JsonPath.from(ok(place.asTeacher().body(writing(List.of(ref(2)))).post("/items"))
                .extract()
                .asString());
    }

    @Test
    void aNewerVersionIsTakenWithANewVersionOfTheQuestion() {
        var item = written();
        var again = new HashMap<>(writing(List.of(ref(3))));
        again.put("version", 1);

        ok(place.asTeacher().body(again).put("/items/" + item.getString("id"))).body("version", equalTo(2));

        ok(place.asTeacher().get("/items/" + item.getString("id")))
                .body("meta.materials.materialId", contains(BOOK.toString()))
                .body("meta.materials.version", contains(3))
                .body("meta.materials.title", contains("Áp suất chất lỏng"));
    }

    @Test
    void aLearnerSeesThemWithTheExplanationAndNotBefore() {
        var paper =
                schools.paper(place, List.of(List.of(UUID.fromString(written().getString("id")))));
        var now = Instant.now();
        var assignment = schools.assign(place, paper, now.minusSeconds(60), now.plusSeconds(7_200));
        var desk = story.hasHandedIn(place, place.an(), assignment, Map.of("Chọn một", Map.of("choice", "B")));
        story.closes(assignment);

        release(assignment, false);
        ok(desk.learner().get(desk.path("/result"))).body("items[0].materials", empty());

        release(assignment, true);
        ok(desk.learner().get(desk.path("/result")))
                .body("items[0].materials.title", contains("Áp suất chất lỏng"))
                .body("items[0].materials.version", contains(2));
    }

    private void release(String assignment, boolean explanations) {
        ok(place.asTeacher()
                .body(Map.of("answers", false, "explanations", explanations))
                .post("/assignments/" + assignment + "/release"));
    }

    @Test
    void aDozenOfThemOrOneWithoutANameIsRefused() {
        for (var bad : List.of(Collections.nCopies(12, ref(1)), List.of(Map.of("materialId", BOOK, "version", 1)))) {
            place.asTeacher().body(writing(bad)).post("/items").then().statusCode(422);
        }
    }
}
