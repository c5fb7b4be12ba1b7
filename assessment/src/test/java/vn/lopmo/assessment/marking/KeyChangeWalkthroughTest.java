package vn.lopmo.assessment.marking;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A wrong key is found after the paper was given.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class KeyChangeWalkthroughTest {
    private static final Map<String, Object> A = Map.of("choice", "A");
    private static final Map<String, Object> B = Map.of("choice", "B");
    private static final String WHOLE = "select count(*) from key_mark where sitting_id = ?";
    private static final String APART = "select count(*) from slot_mark where sitting_id = ?";

    @Inject
    Story story;

    private Place place;
    private UUID chi;
    private String assignment;

    @BeforeEach
    void aPaperWhoseFirstKeyIsWrong() {
        place = story.school();
        chi = story.learner(place);
        assignment = story.given(
                place, Fixtures.aChoice("Chọn một", "A"), Fixtures.aChoice("Chọn hai", "B"), Fixtures.aShortAnswer());
    }

    @Test
    void aWrongKeyFoundAfterTheReleaseEndsWithRightMarksHistoryAndOneEventForEachChangedResult() {
        var an = handsIn(place.an(), A, B);
        var binh = handsIn(place.binh(), B, B);
        var chis = handsIn(chi, Map.of("choice", "C"), B);
        var dungs = story.learner(place);
        story.closes(assignment);
        release(true).body("released", equalTo(3));
        String slot = an.slot("Chọn một");
        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(2.0f));

        // first only looked at: nothing changes
        ok(dryRun(slot, correct("B")))
                .body("changed", equalTo(2))
                .body("of", equalTo(3))
                .body("up", equalTo(1))
                .body("down", equalTo(1))
                .body("rows.learnerId.sort()", equalTo(sorted(place.an(), place.binh())))
                .body(row(place.binh()) + ".before", equalTo(0.0f))
                .body(row(place.binh()) + ".after", equalTo(1.0f))
                .body(row(place.binh()) + ".totalBefore", equalTo(1.0f))
                .body(row(place.binh()) + ".totalAfter", equalTo(2.0f))
                .body(row(place.binh()) + ".released", equalTo(true));
        ok(place.asTeacher().get("/assignments/" + assignment + "/key-changes")).body("", hasSize(0));
        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(2.0f));

        ok(apply(slot, correct("B"), "Đáp án in nhầm"))
                .body("id", notNullValue())
                .body("changed", equalTo(2));

        ok(an.learner().get(an.path("/result")))
                .body("mark", equalTo(1.0f))
                .body("items.find { it.shown.slot == '" + slot + "' }.key.choice", equalTo("B"));
        ok(binh.learner().get(binh.path("/result"))).body("mark", equalTo(2.0f));
        ok(chis.learner().get(chis.path("/result"))).body("mark", equalTo(1.0f));
        assertEquals(
                List.of(0, 3),
                List.of(
                        story.count(WHOLE, UUID.fromString(binh.id())),
                        story.count(APART, UUID.fromString(binh.id()))));
        assertEquals(
                List.of(1, 0),
                List.of(
                        story.count(WHOLE, UUID.fromString(chis.id())),
                        story.count(APART, UUID.fromString(chis.id()))));
        assertEquals(
                List.of(2, 2, 1, 0),
                List.of(story.events(place.an()), story.events(place.binh()), story.events(chi), story.events(dungs)));
        ok(place.asTeacher().get(binh.path("/marks/" + slot + "/history")))
                .body("cause", contains("KEY", "KEY_CHANGE"))
                .body("from", contains(null, 0.0f))
                .body("to", contains(0.0f, 1.0f))
                .body("by", contains(null, place.teacher().toString()))
                .body("reason", contains(null, "Đáp án in nhầm"));
        ok(place.asTeacher().get(chis.path("/marks/" + slot + "/history"))).body("cause", contains("KEY"));
        ok(place.asTeacher().get(binh.path("/review")))
                .body("items.find { it.slot == '" + slot + "' }.content.key", equalTo("B"))
                .body("items.find { it.slot == '" + slot + "' }.changed", equalTo(true))
                .body("mark", equalTo(2.0f));

        // the same once more changes nobody and tells nobody
        ok(apply(slot, correct("B"), "Lần nữa")).body("changed", equalTo(0));
        assertEquals(2, story.events(place.binh()));
        release(true);
        assertEquals(
                List.of(2, 2, 1), List.of(story.events(place.an()), story.events(place.binh()), story.events(chi)));
        ok(place.asTeacher().get("/assignments/" + assignment + "/key-changes"))
                .body("reason", contains("Lần nữa", "Đáp án in nhầm"))
                .body("[1].changed", equalTo(2))
                .body("[1].number", equalTo(1))
                .body("itemVersion", contains(2, 2));
    }

    @Test
    void whoStillSitsIsMarkedByTheRightKeyToo() {
        var an = handsIn(place.an(), B, B);
        var binh = story.sits(place, place.binh(), assignment);
        binh.answers(answers(B, B));

        ok(apply(an.slot("Chọn một"), correct("A|B"), "Cả hai đều đúng")).body("changed", equalTo(1));
        binh.handsIn();

        for (var desk : List.of(an, binh)) {
            ok(place.asTeacher().get(desk.path("/review"))).body("mark", equalTo(2.0f));
        }
        ok(place.asTeacher().get("/assignments/" + assignment + "/results")).body("items[0].shareRight", equalTo(1.0f));
    }

    @Test
    void aVoidQuestionIsFullForEverybodyAndADroppedOneCountsForNobody() {
        var an = handsIn(place.an(), A, B);
        var binh = handsIn(place.binh(), B, A);
        story.closes(assignment);
        release(false);

        ok(apply(an.slot("Chọn một"), Map.of("kind", "VOID"), "Câu hỏi sai"))
                .body("changed", equalTo(1))
                .body("up", equalTo(1));

        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(2.0f)).body("maxMark", equalTo(3.0f));
        ok(binh.learner().get(binh.path("/result")))
                .body("mark", equalTo(1.0f))
                .body("items.standing.sort()", contains("COUNTS", "COUNTS", "VOID"));
        assertEquals(List.of(1, 2), List.of(story.events(place.an()), story.events(place.binh())));

        ok(apply(an.slot("Chọn hai"), Map.of("kind", "DROP"), "Ngoài chương trình"))
                .body("changed", equalTo(2))
                .body("up", equalTo(1))
                .body("down", equalTo(1))
                .body("maxMarkBefore", equalTo(3.0f))
                .body("maxMarkAfter", equalTo(2.0f));

        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(1.0f)).body("maxMark", equalTo(2.0f));
        ok(binh.learner().get(binh.path("/result"))).body("mark", equalTo(1.0f)).body("maxMark", equalTo(2.0f));
        assertEquals(List.of(2, 3), List.of(story.events(place.an()), story.events(place.binh())));
        ok(place.asTeacher().get("/assignments/" + assignment)).body("maxMark", equalTo(2.0f));
    }

    @Test
    void ofSeveralCorrectionsTheLastOneHoldsAndTheRightKeyStays() {
        var an = handsIn(place.an(), A, B);
        String slot = an.slot("Chọn một");
        String line = "items.find { it.slot == '" + slot + "' }.";

        ok(apply(slot, correct("B"), "Đáp án in nhầm")).body("changed", equalTo(1));
        ok(apply(slot, Map.of("kind", "VOID"), "Cả lớp hiểu nhầm")).body("changed", equalTo(1));
        ok(place.asTeacher().get(an.path("/review")))
                .body(line + "standing", equalTo("VOID"))
                .body(line + "content.key", equalTo("B"))
                .body(line + "mark", equalTo(1.0f));
        ok(apply(slot, correct("C"), "Xem lại")).body("changed", equalTo(1));
        ok(place.asTeacher().get(an.path("/review")))
                .body(line + "standing", equalTo("COUNTS"))
                .body(line + "content.key", equalTo("C"))
                .body(line + "mark", equalTo(0.0f));
        ok(place.asTeacher().get(an.path("/marks/" + slot + "/history"))).body("to", contains(1.0f, 0.0f, 1.0f, 0.0f));
    }

    @Test
    void whenAnotherAttemptCountsByTheRightKeyOthersAreToldOfThatOneOnce() {
        assignment = story.givenUnder(Map.of("attempts", 2), place, Fixtures.aChoice("Chọn một", "A"));
        var first = story.hasHandedIn(place, place.an(), assignment, Map.of("Chọn một", A));
        var second = story.sitsAgain(place, place.an(), assignment);
        second.answers(Map.of("Chọn một", B));
        second.handsIn();
        story.closes(assignment);
        release(false).body("released", equalTo(1));
        assertEquals(List.of(first.id()), story.told(place.an()));

        ok(apply(first.slot("Chọn một"), correct("B"), "Đáp án in nhầm")).body("changed", equalTo(2));

        assertEquals(List.of(first.id(), second.id()), story.told(place.an()));
        ok(place.asTeacher().get("/assignments/" + assignment + "/results"))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.mark", equalTo(1.0f));
        release(false);
        assertEquals(List.of(first.id(), second.id()), story.told(place.an()));
    }

    @Test
    void practiceIsToldToNobody() {
        assignment = story.givenUnder(Map.of("mode", "PRACTICE"), place, Fixtures.aChoice("Chọn một", "A"));
        var an = story.hasHandedIn(place, place.an(), assignment, Map.of("Chọn một", A));
        release(false);

        ok(apply(an.slot("Chọn một"), correct("B"), "Đáp án in nhầm")).body("changed", equalTo(1));

        assertEquals(List.of(), story.told(place.an()));
    }

    @Test
    void whoHandsInAtTheVeryMomentIsMarkedByTheRightKey() {
        var desks = new ArrayList<Story.Desk>();
        for (int i = 0; i < 16; i++) {
            var desk = story.sits(place, story.learner(place), assignment);
            desk.answers(answers(B, B));
            desks.add(desk);
        }
        String slot = desks.getFirst().slot("Chọn một");

        try (var everybody = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < desks.size(); i++) {
                var desk = desks.get(i);
                everybody.submit(desk::handsIn);
                if (i == 5) {
                    everybody.submit(() -> ok(apply(slot, correct("B"), "Đáp án in nhầm")));
                }
            }
        }

        ok(place.asTeacher().get("/assignments/" + assignment + "/results"))
                .body("rows.findAll { it.sittingId != null }.mark.unique()", contains(2.0f))
                .body("rows.findAll { it.sittingId != null }.size()", equalTo(16));
    }

    @Test
    void whatAPersonGaveStaysAndIsNamed() {
        var an = handsIn(place.an(), B, B);
        String slot = an.slot("Chọn một");
        ok(place.asTeacher()
                .body(Map.of("mark", 0.5, "reason", "Lập luận đúng"))
                .put(an.path("/marks/" + slot)));

        ok(apply(slot, correct("B"), "Đáp án in nhầm"))
                .body("changed", equalTo(0))
                .body("byHand", equalTo(1))
                .body(row(place.an()) + ".byHand", equalTo(true));

        ok(place.asTeacher().get(an.path("/marks/" + slot + "/history")))
                .body("cause", contains("KEY", "PERSON"))
                .body("to", contains(0.0f, 0.5f));
    }

    @Test
    void whatTheBankSaysSinceThenStaysTheLatest() {
        var an = handsIn(place.an(), B, B);
        String item = ok(place.asTeacher().queryParam("q", "Chọn một").get("/items"))
                .extract()
                .path("items[0].id");
        ok(place.asTeacher()
                .body(Map.of(
                        "version", 1,
                        "content",
                                Map.of(
                                        "form", "SINGLE_CHOICE",
                                        "prompt", "Viết lại",
                                        "options",
                                                List.of(Map.of("id", "A", "html", "x"), Map.of("id", "B", "html", "y")),
                                        "key", "A"),
                        "meta", Map.of("subject", "toan")))
                .put("/items/" + item));

        ok(apply(an.slot("Chọn một"), correct("B"), "Đáp án in nhầm"))
                .body("changed", equalTo(1))
                .body("bankLeft", equalTo(true));

        ok(place.asTeacher().get("/items/" + item))
                .body("version", equalTo(4))
                .body("content.prompt", equalTo("Viết lại"))
                .body("content.key", equalTo("A"));
        ok(place.asTeacher().get(an.path("/review")))
                .body("items[0].content.prompt", equalTo("Chọn một"))
                .body("items[0].content.key", equalTo("B"));
    }

    @Test
    void aTextThatWasMendedSinceThenKeepsNoWrongKey() {
        var an = handsIn(place.an(), B, B);
        String item = ok(place.asTeacher().queryParam("q", "Chọn một").get("/items"))
                .extract()
                .path("items[0].id");
        var options = Stream.of("A", "B", "C", "D")
                .map(id -> Map.of("id", id, "html", "phương án " + id))
                .toList();
        var content = Map.of("form", "SINGLE_CHOICE", "prompt", "Chọn một ý", "options", options, "key", "A");
        ok(place.asTeacher()
                .body(Map.of("version", 1, "content", content, "meta", Map.of("subject", "toan")))
                .put("/items/" + item));

        ok(apply(an.slot("Chọn một"), correct("B"), "Đáp án in nhầm")).body("bankLeft", equalTo(false));

        ok(place.asTeacher().get("/items/" + item))
                .body("version", equalTo(4))
                .body("content.prompt", equalTo("Chọn một ý"))
                .body("content.key", equalTo("B"));
    }

    @Test
    void whatWasTakenOutIsMarkedByNobody() {
        var an = handsIn(place.an(), A, B);
        for (var kind : List.of("VOID", "DROP")) {
            ok(apply(an.slot("Chọn một"), Map.of("kind", kind), "Câu hỏi sai"));

            place.asTeacher()
                    .body(Map.of("mark", 0))
                    .put(an.path("/marks/" + an.slot("Chọn một")))
                    .then()
                    .statusCode(409)
                    .body("slug", equalTo("question-taken-out"));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        var an = handsIn(place.an(), B, B);
        String slot = an.slot("Chọn một");
        var bad = List.of(
                correct("E"),
                Map.<String, Object>of("kind", "CORRECT"),
                Map.<String, Object>of("kind", "CORRECT", "content", Map.of("keys", List.of("2"))));

        for (var change : bad) {
            apply(slot, change, "Thử").then().statusCode(422).body("slug", equalTo("key-change-unfit"));
        }
        apply(UUID.randomUUID().toString(), correct("B"), "Thử").then().statusCode(404);
        apply(slot, correct("B"), " ").then().statusCode(422);
        var body = Map.of("slot", slot, "change", correct("B"), "reason", "Thử");
        var path = "/assignments/" + assignment + "/key-changes";
        place.asAn().body(body).post(path).then().statusCode(403);
        place.as(UUID.randomUUID(), "teacher").body(body).post(path).then().statusCode(404);
        var elsewhere = new Place(UUID.randomUUID(), place.classId(), place.teacher(), place.an(), place.binh());
        elsewhere.asTeacher().body(body).post(path).then().statusCode(404);
        assertEquals(
                0, story.count("select count(*) from key_change where assignment_id = ?", UUID.fromString(assignment)));
    }

    private Story.Desk handsIn(UUID learner, Map<String, Object> first, Map<String, Object> second) {
        return story.hasHandedIn(place, learner, assignment, answers(first, second));
    }

    private static Map<String, Object> answers(Map<String, Object> first, Map<String, Object> second) {
        var answers = new HashMap<String, Object>();
        answers.put("Chọn một", first);
        answers.put("Chọn hai", second);
        return answers;
    }

    private static Map<String, Object> correct(String key) {
        return Map.of("kind", "CORRECT", "content", Map.of("key", key));
    }

    private Response dryRun(String slot, Map<String, Object> change) {
        return place.asTeacher()
                .body(Map.of("slot", slot, "change", change))
                .post("/assignments/" + assignment + "/key-changes/dry-run");
    }

    private Response apply(String slot, Map<String, Object> change, String reason) {
        return place.asTeacher()
                .body(Map.of("slot", slot, "change", change, "reason", reason))
                .post("/assignments/" + assignment + "/key-changes");
    }

    private ValidatableResponse release(boolean answers) {
        return ok(place.asTeacher().body(Map.of("answers", answers)).post("/assignments/" + assignment + "/release"));
    }

    private static String row(UUID learner) {
        return "rows.find { it.learnerId == '" + learner + "' }";
    }

    private static List<String> sorted(UUID... ids) {
        return Stream.of(ids).map(UUID::toString).sorted().toList();
    }
}
