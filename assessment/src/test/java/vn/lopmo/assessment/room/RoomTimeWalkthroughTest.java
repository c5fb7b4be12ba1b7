package vn.lopmo.assessment.room;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.lopmo.assessment.School.ok;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.sitting.Clockwork;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// What the invigilator does with the learners' time.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class RoomTimeWalkthroughTest {
    @Inject
    School schools;

    @Inject
    AgroalDataSource database;

    @Inject
    Clockwork clockwork;

    @Test
    void aPausedMinuteIsAMinuteMoreForEveryone() {
        var story = story(Map.of());
        var an = story.an(null);
        var binh = story.binh(null);
        var before = List.of(story.closesAt(an), story.closesAt(binh));

        ok(story.room("pause", Map.of())).body("changed", equalTo(2));
        ok(story.room("pause", Map.of())).body("changed", equalTo(0));
        ok(an.save(1, "Chọn một", "A")).body("pausedAt", notNullValue());
        ok(an.beat(1, 1)).body("pausedAt", notNullValue());
        aMinutePasses(story);
        ok(story.room("resume", Map.of())).body("changed", equalTo(2));

        var pause = Duration.between(
                Instant.parse(story.minutes().getString("pauses[0].from")),
                Instant.parse(story.minutes().getString("pauses[0].to")));
        assertEquals(1, pause.toMinutes());
        assertEquals(before.get(0).plus(pause), story.closesAt(an));
        assertEquals(before.get(1).plus(pause), story.closesAt(binh));
        ok(an.beat(1, 1)).body("pausedAt", nullValue());
        assertEquals("TAKING", story.row(an.learner).get("state"));
    }

    private void aMinutePasses(RoomStory story) {
        var id = UUID.fromString(story.assignment);
        var shift = " = paused_at - interval '1 minute' where ";
        story.sql("update assignment set paused_at" + shift + "id = ?", id);
        story.sql("update sitting set paused_at" + shift + "assignment_id = ?", id);
        story.sql("update room_entry set done_at = done_at - interval '1 minute' where assignment_id = ?", id);
    }

    @Test
    void aPauseInTheLastMinuteIsNotSwept() {
        var story = story(Map.of());
        var an = story.an(null);
        ok(story.room("pause", Map.of()));
        // an hour passes; it was paused a second before its end
        story.sql(
                "update sitting set started_at = started_at - interval '2 hours',"
                        + " closes_at = paused_at - interval '1 hour' + interval '1 second',"
                        + " paused_at = paused_at - interval '1 hour' where id = ?",
                an.uuid());
        story.sql(
                "update assignment set paused_at = paused_at - interval '1 hour' where id = ?",
                UUID.fromString(story.assignment));
        clockwork.forget(an.uuid());

        clockwork.sweep();
        ok(an.save(1, "Chọn một", "A"));
        ok(story.room("resume", Map.of())).body("changed", equalTo(1));

        var left = Duration.between(Instant.now(), story.closesAt(an));
        assertEquals(0, left.toMinutes());
        assertNull(story.row(an.learner).get("handedInAt"));
        ok(an.handIn(1));
        assertEquals("LEARNER", story.row(an.learner).get("handedInBy"));
    }

    @Test
    void whoBeginsWhileItIsPausedBeginsPaused() {
        var story = story(Map.of());
        ok(story.room("pause", Map.of())).body("changed", equalTo(0));

        var an = story.an(null);

        assertEquals("PAUSED", story.row(an.learner).get("state"));
        var before = story.closesAt(an);
        ok(story.room("resume", Map.of())).body("changed", equalTo(1));
        assertEquals(true, story.closesAt(an).isAfter(before));
    }

    @Test
    void whoWasPausedAloneStaysPausedWhenTheOthersGoOn() {
        var story = story(Map.of());
        var an = story.an(null);
        story.binh(null);
        ok(story.seat(an, "pause", Map.of())).body("pausedAt", notNullValue());

        ok(story.room("pause", Map.of())).body("changed", equalTo(1));
        ok(story.room("resume", Map.of())).body("changed", equalTo(1));

        assertEquals("PAUSED", story.row(an.learner).get("state"));
        ok(story.seat(an, "resume", Map.of())).body("pausedAt", nullValue());
        assertEquals(2, story.minutes().getList("pauses").size());
    }

    @Test
    void timeIsGivenToOneAndToAll() {
        var story = story(Map.of());
        var an = story.an(null);
        var binh = story.binh(null);
        var before = List.of(story.closesAt(an), story.closesAt(binh));

        ok(story.room("extend", Map.of("minutes", 5, "learnerIds", List.of(an.learner))))
                .body("changed", equalTo(1));
        ok(story.room("extend", Map.of("minutes", 10))).body("changed", equalTo(2));

        assertEquals(before.get(0).plus(Duration.ofMinutes(15)), story.closesAt(an));
        assertEquals(before.get(1).plus(Duration.ofMinutes(10)), story.closesAt(binh));
        assertEquals(15, story.row(an.learner).get("extraMinutes"));
        ok(an.beat(0, 0)).body("closesAt", equalTo(story.closesAt(an).toString()));
        story.room("extend", Map.of("minutes", 5, "learnerIds", List.of(UUID.randomUUID())))
                .then()
                .statusCode(409)
                .body("slug", equalTo("room-nobody-taking"));
        story.room("extend", Map.of("minutes", 181)).then().statusCode(422);
    }

    @Test
    void anExamThatWasPausedAndForgottenIsHandedIn() {
        var exam = story(Map.of());
        var homework = story(Map.of("mode", "HOMEWORK"));
        var an = exam.an(null);
        var binh = exam.binh(null);
        var atHome = homework.an(null);
        ok(an.save(1, "Chọn một", "A"));
        ok(exam.room("pause", Map.of()));
        ok(homework.room("pause", Map.of()));
        for (var desk : List.of(an, atHome)) {
            exam.sql("update sitting set paused_at = paused_at - interval '13 hours' where id = ?", desk.uuid());
        }

        clockwork.sweep();

        assertEquals("CLOCK", exam.row(an.learner).get("handedInBy"));
        assertEquals(1.0f, exam.markOf(an));
        assertEquals("PAUSED", exam.row(binh.learner).get("state"));
        assertEquals("PAUSED", homework.row(atHome.learner).get("state"));
    }

    private RoomStory story(Map<String, Object> conditions) {
        return new RoomStory(schools, database, conditions);
    }
}
