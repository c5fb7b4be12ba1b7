package vn.lopmo.assessment.marking;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.item.Criterion;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// Essays are marked: by question, by rubric, by two people; the learner asks for a review.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class MarkingWalkthroughTest {
    private static final Item ESSAY = new Item.Essay(
            "Phân tích bài thơ",
            "Hướng dẫn",
            "Giải thích",
            null,
            List.of(
                    new Criterion("y", "Đủ ý", new BigDecimal("3"), List.of(new Criterion.Level("Đủ", BigDecimal.ONE))),
                    new Criterion("d", "Diễn đạt", new BigDecimal("1"), null)));

    @Inject
    Story story;

    private Place place;
    private UUID colleague;
    private String assignment;
    private Story.Desk an;
    private Story.Desk binh;
    private String slot;

    @BeforeEach
    void twoLearnersHaveWritten() {
        place = story.school();
        colleague = story.joined(place, Part.TEACHER);
        assignment = story.given(place, ESSAY, Fixtures.aChoice("Chọn một", "A"));
        an = handsIn(place.an(), "Bài của An");
        binh = handsIn(place.binh(), "Bài của Bình");
        slot = an.slot("Phân tích");
    }

    @Test
    void oneQuestionIsMarkedAcrossLearnersWithNamesHiddenAndByRubric() {
        ok(answers(place.teacher(), ""))
                .body("answers", hasSize(2))
                .body("answers.learnerId", everyItem(nullValue()))
                .body("answers.alias", contains("Bài 1", "Bài 2"))
                .body("answers.answer.essay.sort()", contains("Bài của An", "Bài của Bình"))
                .body("answers.pending", contains(true, true))
                .body("rubric.id", contains("y", "d"))
                .body("rubric[0].levels[0].label", equalTo("Đủ"))
                .body("maxMark", equalTo(1));
        ok(answers(place.teacher(), "?names=true"))
                .body("answers.learnerId", hasItem(place.an().toString()));
        assertEquals(2, story.count("select count(*) from record_read where learner_id = ?", place.an()));

        // one criterion is looked at: pending still, and the points are kept
        ok(mark(an, place.teacher(), Map.of("rubricMarks", Map.of("y", 2))))
                .body("mark", nullValue())
                .body(line("rubricMarks.y"), equalTo(2))
                .body(line("mark"), nullValue());
        // 2.5 of 4 points, on a question of 1 mark: 0.625, halves up
        ok(mark(an, place.teacher(), Map.of("rubricMarks", Map.of("y", 2, "d", 0.5))))
                .body(line("mark"), equalTo(0.63f))
                .body("mark", equalTo(1.63f));

        for (var bad : List.of(Map.of("y", 3.5), Map.of("x", 1))) {
            mark(an, place.teacher(), Map.of("rubricMarks", bad))
                    .then()
                    .statusCode(422)
                    .body("slug", equalTo("rubric-unfit"));
        }
        ok(history(an)).body("cause", contains("KEY", "PERSON")).body("to", contains(null, 0.63f));
    }

    @Test
    void aSecondMarkerIsBlindUntilHeHasMarkedAndADifferenceIsSettled() {
        var head = UUID.randomUUID();
        ok(place.asTeacher()
                        .body(Map.of("tolerance", 0.25, "secondMarkers", List.of(colleague), "reviewDays", 7))
                        .put("/assignments/" + assignment + "/marking"))
                .body("secondMarkers", contains(colleague.toString()));
        ok(mark(an, place.teacher(), Map.of("mark", 1)));
        ok(mark(binh, place.teacher(), Map.of("mark", 0.5)));

        ok(answers(colleague, ""))
                .body("answers.mark", contains(null, null))
                .body("answers.markedBy", contains(null, null))
                .body("answers.pending", contains(true, true));
        ok(place.as(colleague, "teacher").get(an.path("/review")))
                .body("mark", nullValue())
                .body(line("mark"), nullValue());
        ok(place.as(colleague, "teacher").get("/assignments/" + assignment + "/results"))
                .body("rows.mark", everyItem(nullValue()));
        ok(place.as(colleague, "teacher").get(an.path("/marks/" + slot + "/history")))
                .body("", hasSize(0));
        mark(an, colleague, Map.of("mark", 1, "as", "FIRST"))
                .then()
                .statusCode(403)
                .body("slug", equalTo("not-your-turn"));
        mark(an, place.teacher(), Map.of("mark", 1, "as", "SECOND")).then().statusCode(403);

        ok(mark(an, colleague, Map.of("mark", 0.25, "comment", "Thiếu ý")))
                .body(line("mark"), equalTo(1.0f))
                .body(line("second.mark"), equalTo(0.25f))
                .body(line("unsettled"), equalTo(true))
                .body("mark", nullValue());
        ok(mark(binh, colleague, Map.of("mark", 0.25))).body("mark", equalTo(1.5f));
        ok(place.asTeacher().get("/assignments/" + assignment + "/agreement"))
                .body("pairs", equalTo(2))
                .body("exact", equalTo(0))
                .body("within", equalTo(1))
                .body("meanDifference", equalTo(0.5f))
                .body("unsettled.learnerId", contains(place.an().toString()))
                .body("unsettled[0].first", equalTo(1.0f))
                .body("unsettled[0].second", equalTo(0.25f));
        ok(release(false)).body("released", equalTo(1));

        var settlement = Map.of("mark", 0.75, "reason", "Thống nhất");
        place.as(colleague, "teacher")
                .body(settlement)
                .post(an.path("/marks/" + slot + "/settle"))
                .then()
                .statusCode(403);
        ok(place.as(head, "head").body(settlement).post(an.path("/marks/" + slot + "/settle")))
                .body("mark", equalTo(1.75f));
        ok(place.asTeacher().get("/assignments/" + assignment + "/agreement"))
                .body("pairs", equalTo(2))
                .body("unsettled", hasSize(0));
        ok(history(an))
                .body("cause", contains("KEY", "PERSON", "SECOND", "SETTLED"))
                .body("reason[3]", equalTo("Thống nhất"));
        ok(release(false)).body("released", equalTo(2));
    }

    @Test
    void aChangedToleranceHoldsForPairsOfMarksThatAreThere() {
        agreedOn(0.25);
        ok(mark(an, place.teacher(), Map.of("mark", 1)));
        ok(mark(binh, place.teacher(), Map.of("mark", 0.5)));
        ok(mark(an, colleague, Map.of("mark", 0.5, "as", "SECOND"))).body(line("unsettled"), equalTo(true));
        ok(mark(binh, colleague, Map.of("mark", 0.25, "as", "SECOND"))).body(line("unsettled"), equalTo(false));

        agreedOn(0.5);
        ok(place.asTeacher().get(an.path("/review"))).body("mark", equalTo(2.0f));

        agreedOn(0);
        ok(place.asTeacher().get(binh.path("/review")))
                .body("mark", nullValue())
                .body(line("unsettled"), equalTo(true));
        ok(place.asTeacher()
                .body(Map.of("mark", 0.5, "reason", "Thống nhất"))
                .post(binh.path("/marks/" + slot + "/settle")));
        agreedOn(0.1);
        ok(place.asTeacher().get(binh.path("/review"))).body("mark", equalTo(1.5f));
        ok(place.asTeacher().get(an.path("/review"))).body("mark", nullValue());
    }

    private Response secondMarkingOf(UUID marker) {
        return place.as(marker, "teacher").get("/my/second-marking");
    }

    private void agreedOn(double tolerance) {
        ok(place.asTeacher()
                .body(Map.of("tolerance", tolerance, "secondMarkers", List.of(), "reviewDays", 7))
                .put("/assignments/" + assignment + "/marking"));
    }

    @Test
    void aMarkerOfAnotherClassWhoWasNamedSeesAnswersButNobodysName() {
        var outsider = UUID.randomUUID();
        answers(outsider, "").then().statusCode(404);
        ok(place.asTeacher()
                .body(Map.of("tolerance", 0, "secondMarkers", List.of(outsider), "reviewDays", 7))
                .put("/assignments/" + assignment + "/marking"));

        ok(secondMarkingOf(outsider))
                .body("assignmentId", contains(assignment.toString()))
                .body("[0].slot", equalTo(slot))
                .body("[0].waiting", equalTo(2));
        ok(secondMarkingOf(place.teacher())).body("", hasSize(0));
        ok(answers(outsider, "?names=true"))
                .body("answers", hasSize(2))
                .body("answers.learnerId", everyItem(nullValue()));
        mark(an, outsider, Map.of("mark", 1)).then().statusCode(204);
        ok(secondMarkingOf(outsider)).body("[0].waiting", equalTo(1));
        place.as(outsider, "teacher").get(an.path("/review")).then().statusCode(404);
        place.as(outsider, "teacher")
                .get(an.path("/marks/" + slot + "/history"))
                .then()
                .statusCode(404);
        place.as(outsider, "teacher")
                .get("/assignments/" + assignment + "/agreement")
                .then()
                .statusCode(404);
        place.as(outsider, "student")
                .get("/assignments/" + assignment + "/questions/" + slot + "/answers")
                .then()
                .statusCode(403);
    }

    @Test
    void aLearnerAsksForAReviewAndSeesTheAnswerAndTheMarkThatCameOfIt() {
        ok(mark(an, place.teacher(), Map.of("mark", 0.5)));
        ask(an, slot, "Em có nêu ý hai").then().statusCode(404).body("slug", equalTo("result-not-released"));
        ok(release(false));

        String request = ok(ask(an, slot, " Em có nêu  ý hai ")).extract().path("id");
        ask(an, slot, "Nữa").then().statusCode(409).body("slug", equalTo("review-asked-already"));
        place.asBinh()
                .body(Map.of("text", "Của bạn"))
                .post(an.path("/review-requests"))
                .then()
                .statusCode(404);
        ok(an.learner().get("/my/review-requests"))
                .body("text", contains("Em có nêu ý hai"))
                .body("state", contains("OPEN"));
        ok(place.asBinh().get("/my/review-requests")).body("", hasSize(0));
        ok(place.asTeacher().get("/review-requests?state=OPEN"))
                .body("id", contains(request))
                .body("learnerId", contains(place.an().toString()))
                .body("number", contains(1));
        place.asAn().get("/review-requests").then().statusCode(403);
        place.asAn()
                .body(Map.of("answer", "Được"))
                .put("/review-requests/" + request)
                .then()
                .statusCode(403);
        place.as(UUID.randomUUID(), "teacher")
                .body(Map.of("answer", "Được"))
                .put("/review-requests/" + request)
                .then()
                .statusCode(404);

        ok(mark(an, place.teacher(), Map.of("mark", 0.75, "review", request, "reason", "Có ý hai")));
        ok(an.learner().get(an.path("/result"))).body("mark", equalTo(1.5f));
        ok(place.asTeacher().body(Map.of("answer", "Cô cộng 0,25")).put("/review-requests/" + request))
                .body("state", equalTo("ANSWERED"));

        ok(an.learner().get(an.path("/result")))
                .body("mark", equalTo(1.75f))
                .body("reviews.answer", contains("Cô cộng 0,25"))
                .body("reviewUntil", notNullValue());
        assertEquals(List.of(2, 0), List.of(story.events(place.an()), story.events(place.binh())));
        ok(history(an)).body("cause", contains("KEY", "PERSON", "REVIEW"));
        place.asTeacher()
                .body(Map.of("answer", "Lại"))
                .put("/review-requests/" + request)
                .then()
                .statusCode(409)
                .body("slug", equalTo("review-answered"));

        story.run(
                "update release set released_at = now() - interval '8 days' where sitting_id = ?",
                UUID.fromString(an.id()));
        ask(an, null, "Muộn").then().statusCode(409).body("slug", equalTo("review-over"));
    }

    @Test
    void keysAndExplanationsAreShownEachWhenTheTeacherSaysSo() {
        ok(mark(an, place.teacher(), Map.of("rubricMarks", Map.of("y", 3, "d", 1))));
        ok(mark(binh, place.teacher(), Map.of("mark", 0)));
        place.asTeacher()
                .body(Map.of("answers", false, "explanations", true))
                .post("/assignments/" + assignment + "/release")
                .then()
                .statusCode(200);

        ok(an.learner().get(an.path("/result")))
                .body("answers", equalTo(false))
                .body("explanations", equalTo(true))
                .body("items.key", everyItem(nullValue()))
                .body("items.explanation", hasItem("Giải thích"))
                .body("items.find { it.rubric != null }.rubricMarks.y", equalTo(3));
        place.asTeacher()
                .body(Map.of("marks", false, "answers", true))
                .post("/assignments/" + assignment + "/release")
                .then()
                .statusCode(422)
                .body("slug", equalTo("release-without-marks"));
    }

    @Test
    void sentencesAreUsedAgain() {
        String id = ok(place.asTeacher()
                        .body(Map.of("text", "Thiếu  đơn vị", "subject", "toan"))
                        .post("/marking-comments"))
                .extract()
                .path("id");
        ok(place.asTeacher().body(Map.of("text", "Trình bày rõ")).post("/marking-comments"));
        ok(mark(an, place.teacher(), Map.of("mark", 0.5, "comment", "Thiếu đơn vị. Cố lên!")));
        ok(mark(an, place.teacher(), Map.of("mark", 0.75, "comment", "Thiếu đơn vị. Cố lên nhé!")));
        ok(place.asTeacher().body(Map.of("text", "Thiếu đơn vị")).post("/marking-comments"))
                .body("id", equalTo(id));

        ok(place.asTeacher().get("/marking-comments"))
                .body("text", contains("Thiếu đơn vị", "Trình bày rõ"))
                .body("used", contains(1, 0));
        ok(place.asTeacher().get("/marking-comments?q=don vi")).body("text", contains("Thiếu đơn vị"));
        ok(place.as(colleague, "teacher").get("/marking-comments")).body("", hasSize(0));
        place.as(colleague, "teacher").delete("/marking-comments/" + id).then().statusCode(404);
        ok(place.asTeacher().delete("/marking-comments/" + id));
        place.asAn().get("/marking-comments").then().statusCode(403);
    }

    private Story.Desk handsIn(UUID learner, String essay) {
        var answers = new HashMap<String, Object>();
        answers.put("Phân tích", Map.of("essay", essay));
        answers.put("Chọn một", Map.of("choice", "A"));
        return story.hasHandedIn(place, learner, assignment, answers);
    }

    private Response answers(UUID teacher, String query) {
        return place.as(teacher, "teacher")
                .get("/assignments/" + assignment + "/questions/" + slot + "/answers" + query);
    }

    private Response mark(Story.Desk desk, UUID teacher, Map<String, ?> mark) {
        return place.as(teacher, "teacher").body(mark).put(desk.path("/marks/" + slot));
    }

    private Response history(Story.Desk desk) {
        return place.asTeacher().get(desk.path("/marks/" + slot + "/history"));
    }

    private Response release(boolean answers) {
        return place.asTeacher().body(Map.of("answers", answers)).post("/assignments/" + assignment + "/release");
    }

    private static Response ask(Story.Desk desk, @Nullable String slot, String text) {
        var body = new HashMap<String, Object>();
        body.put("slot", slot);
        body.put("text", text);
        return desk.learner().body(body).post(desk.path("/review-requests"));
    }

    private String line(String field) {
        return "items.find { it.slot == '" + slot + "' }." + field;
    }
}
