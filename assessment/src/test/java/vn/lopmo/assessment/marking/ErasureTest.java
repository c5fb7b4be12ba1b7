package vn.lopmo.assessment.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.School.Place;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.privacy.ErasingFeed;
import vn.lopmo.assessment.privacy.KeptLongEnough;
import vn.lopmo.assessment.privacy.LettingGoFeed;
import vn.lopmo.assessment.privacy.PersonErased;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.person.PersonExports;
import vn.lopmo.platform.person.PersonRows;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A learner asks for what is held of him, and then to be forgotten.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class ErasureTest {
    @Inject
    Story story;

    @Inject
    School schools;

    @Inject
    ErasingFeed feed;

    @Inject
    LettingGoFeed lettingGo;

    @Inject
    PersonRows personRows;

    @Inject
    PersonExports exports;

    private static EventHandler.Origin origin() {
        return new EventHandler.Origin(UUID.randomUUID(), Instant.now());
    }

    private String sat(Place place, UUID learner) {
        var assignment = story.given(place, Fixtures.aChoice("Chọn một", "A"));
        story.hasHandedIn(place, learner, assignment, Map.of("Chọn một", Map.of("choice", "A")));
        return assignment;
    }

    @Test
    void everythingHeldIsGatheredAndOnlyWhoMayReadsIt() {
        var place = story.school();
        sat(place, place.an());
        var export = UUID.randomUUID();

        QuarkusTransaction.requiringNew()
                .run(() -> exports.handle(
                        new PersonExports.Asked(export, place.school(), place.an(), List.of(place.an())), origin()));

        var body = ok(place.as(place.an(), "student").get("/person-exports/" + export))
                .extract()
                .jsonPath();
        assertEquals("A", body.getString("held.answer_step[0].answer.choice"));
        assertTrue(body.getMap("held").containsKey("sitting"));
        place.as(place.binh(), "student")
                .get("/person-exports/" + export)
                .then()
                .statusCode(404);
        place.asTeacher().get("/person-exports/" + export).then().statusCode(404);
        ok(place.as(UUID.randomUUID(), "admin").get("/person-exports/" + export));
        var elsewhere = story.school();
        elsewhere
                .as(UUID.randomUUID(), "admin")
                .get("/person-exports/" + export)
                .then()
                .statusCode(404);
    }

    @Test
    void nothingIsLeftOfWhoIsErasedAndTheOthersStay() {
        var place = story.school();
        var assignment = sat(place, place.an());
        story.hasHandedIn(place, place.binh(), assignment, Map.of("Chọn một", Map.of("choice", "B")));
        QuarkusTransaction.requiringNew()
                .run(() -> feed.handle(new PersonErased(place.school(), place.an()), origin()));
        // heard after it, from another topic: that he has left his class
        schools.join(place, place.an(), Part.STUDENT, false, Instant.now());

        assertTrue(
                personRows.of(place.an()).get("held").isEmpty(),
                () -> personRows.of(place.an()).toString());
        assertFalse(personRows.of(place.binh()).get("held").isEmpty());
        QuarkusTransaction.requiringNew()
                .run(() -> feed.handle(new PersonErased(place.school(), place.an()), origin()));
    }

    @Test
    void sittingsOfALeaverGoOnceTheyWereKeptLongEnough() {
        var place = story.school();
        var assignment = sat(place, place.an());
        story.hasHandedIn(place, place.binh(), assignment, Map.of("Chọn một", Map.of("choice", "B")));

        hears(new KeptLongEnough(place.school(), place.an(), "SITTINGS"));
        assertTrue(personRows.of(place.an()).get("held").has("sitting"), "he is in a class: he came back");
        schools.join(place, place.an(), Part.STUDENT, false, Instant.now());
        hears(new KeptLongEnough(place.school(), place.an(), "WORK"));
        assertTrue(personRows.of(place.an()).get("held").has("sitting"), "another service's matter");

        hears(new KeptLongEnough(place.school(), place.an(), "SITTINGS"));
        var left = personRows.of(place.an()).get("held");
        assertFalse(left.has("sitting") || left.has("answer_step"), left::toString);
        assertTrue(left.has("class_member"));
        assertTrue(personRows.of(place.binh()).get("held").has("sitting"));
    }

    private void hears(KeptLongEnough event) {
        QuarkusTransaction.requiringNew().run(() -> lettingGo.handle(event, origin()));
    }
}
