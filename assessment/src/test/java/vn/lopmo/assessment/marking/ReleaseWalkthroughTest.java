package vn.lopmo.assessment.marking;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// What is shown to learners, when several people do something to one assignment at the same moment.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class ReleaseWalkthroughTest {
    private static final Map<String, Object> RIGHT = Map.of("Chọn một", Map.of("choice", "A"));

    @Inject
    Story story;

    private Place place;
    private String assignment;
    private Story.Desk an;
    private Story.Desk binh;

    @BeforeEach
    void twoHaveHandedIn() {
        place = story.school();
        assignment = story.given(place, Fixtures.aChoice("Chọn một", "A"));
        an = story.hasHandedIn(place, place.an(), assignment, RIGHT);
        binh = story.hasHandedIn(place, place.binh(), assignment, RIGHT);
    }

    @Test
    void whoeverPressesTwiceTellsOnce() throws Exception {
        var presses = new ArrayList<Future<Response>>();

        try (var fingers = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                presses.add(fingers.submit(() -> release(false)));
            }
        }

        for (var press : presses) {
            ok(press.get()).body("released", equalTo(2));
        }
        assertEquals(1, story.events(place.an()));
        assertEquals(1, story.events(place.binh()));
    }

    @Test
    void whoSitsAgainSeesNoResult() throws Exception {
        for (int i = 0; i < 5; i++) {
            aReopeningBesideARelease();
            twoHaveHandedIn();
        }
    }

    private void aReopeningBesideARelease() throws Exception {
        Response reopened;
        try (var people = Executors.newFixedThreadPool(2)) {
            var reopening = people.submit(() -> reopen(an));
            people.submit(() -> release(false)).get().then().statusCode(lessThanOrEqualTo(200));
            reopened = reopening.get();
        }

        boolean sits = reopened.statusCode() < 300;
        an.learner().get(an.path("/result")).then().statusCode(sits ? 404 : 200);
        ok(place.asTeacher().get(an.path("/review"))).body("mark", sits ? nullValue() : equalTo(1.0f));
        assertEquals(sits ? 0 : 1, story.events(place.an()));
    }

    @Test
    void onceTheKeysAreKnownNobodySitsAnyMore() {
        story.closes(assignment);
        ok(release(true)).body("released", equalTo(2));

        ok(place.asTeacher().get("/assignments/" + assignment))
                .body("shown.answers", equalTo(true))
                .body("shown.explanations", equalTo(true));
        place.asTeacher()
                .body(Map.of("closesAt", Instant.now().plus(Duration.ofHours(1)).toString()))
                .patch("/assignments/" + assignment)
                .then()
                .statusCode(409)
                .body("slug", equalTo("assignment-answers-shown"));
        reopen(binh).then().statusCode(409);
    }

    @Test
    void onceTheKeysAreKnownNobodyIsGrantedMoreOfIt() {
        story.closes(assignment);
        var later = Instant.now().plus(Duration.ofHours(1)).toString();
        ok(granted(Map.of("closesAt", later)));
        ok(granted(Map.of("extraMinutes", 10)));
        ok(release(true)).body("released", equalTo(2));

        refused(granted(Map.of("closesAt", later, "attempts", 2)));
        refused(granted(Map.of("closesAt", later, "attempts", 0)));
        ok(granted(Map.of("extraMinutes", 20)));
        ok(place.asTeacher().get("/assignments/" + assignment + "/needs"))
                .body("extraMinutes", contains(20))
                .body("closesAt", contains(nullValue()));
    }

    private Response granted(Map<String, Object> needs) {
        return place.asTeacher().body(needs).put("/assignments/" + assignment + "/needs/" + place.an());
    }

    private static void refused(Response response) {
        response.then().statusCode(409).body("slug", equalTo("assignment-answers-shown"));
    }

    private Response release(boolean answers) {
        return place.asTeacher().body(Map.of("answers", answers)).post("/assignments/" + assignment + "/release");
    }

    private Response reopen(Story.Desk desk) {
        return place.asTeacher()
                .body(Map.of("minutes", 10, "reason", "Máy hỏng"))
                .post(desk.path("/reopen"));
    }
}
