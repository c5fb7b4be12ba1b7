package vn.lopmo.assessment.room;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// Work that comes late, or from a machine that was left, and what the teacher makes of it.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class HeldWorkWalkthroughTest {
    @Inject
    School schools;

    @Inject
    AgroalDataSource database;

    @Test
    void workLeftOnTheOldMachineIsHeldAndThenCounts() {
        var story = story(Map.of("oneDevice", true));
        var old = story.an("máy 1");
        ok(old.save(1, "Chọn một", "A"));
        story.place
                .asAn()
                .body(Map.of("device", "máy 2"))
                .post("/assignments/" + story.assignment + "/sittings")
                .then()
                .statusCode(409)
                .body("slug", equalTo("sitting-on-another-device"));

        // typed on the old machine, which then loses the network
        var typed = step(2, old.slot("Chọn hai"), Map.of("choice", "B"));
        ok(story.seat(old, "release-device", Map.of("reason", "Máy hỏng"))).body("device", nullValue());
        var next = story.an("máy 2");
        ok(next.save(2, "Chọn một", "C"));

        for (int twice = 0; twice < 2; twice++) {
            old.send(Instant.now(), typed)
                    .then()
                    .statusCode(409)
                    .body("slug", equalTo("sitting-moved"))
                    .body("held", equalTo(true));
        }
        ok(old.beat(2, 1)).body("moved", equalTo(true));
        ok(next.beat(2, 2)).body("moved", equalTo(false));
        ok(next.handIn(2));
        assertEquals(0.0f, story.markOf(next));
        assertEquals(1, story.row(next.learner).get("held"));

        ok(story.place.asTeacher().get("/assignments/" + story.assignment + "/held"))
                .body("", hasSize(1))
                .body("[0].steps", hasSize(1))
                .body("[0].steps[0].moved", equalTo(true))
                .body("[0].steps[0].device", equalTo("máy 1"))
                .body("[0].steps[0].typedInTime", equalTo(true));
        ok(story.seat(next, "held/accept", Map.of("reason", "Gõ trước khi chuyển máy")))
                .body("accepted", equalTo(1));
        assertEquals(1.0f, story.markOf(next));
        assertEquals("Máy hỏng", story.minutes().getString("moved[0].reason"));
        assertEquals(1, story.room().getInt("counts.moved"));
    }

    @Test
    void whatWasAnsweredLaterOnTheNewMachineStands() {
        var story = story(Map.of("oneDevice", true));
        var old = story.an("máy 1");
        var typed = step(1, old.slot("Chọn một"), Map.of("choice", "D"));
        ok(story.seat(old, "release-device", Map.of()));
        var next = story.an("máy 2");
        ok(next.save(1, "Chọn một", "A"));
        old.send(Instant.now(), typed).then().statusCode(409);

        ok(story.seat(next, "held/accept", Map.of("reason", "Gõ trước khi chuyển máy")))
                .body("accepted", equalTo(0))
                .body("overtaken", equalTo(1));

        ok(next.handIn(1));
        assertEquals(1.0f, story.markOf(next));
    }

    @Test
    void workTypedInTimeOnAClockThatIsHoursWrongIsHeldAndThenCounts() {
        var story = story(Map.of());
        var an = story.an("máy 1");
        ok(story.room("collect", Map.of()));
        story.sql("update sitting set started_at = started_at - interval '10 minutes' where id = ?", an.uuid());
        var wrong = Instant.now().minus(Duration.ofHours(7));

        var inTime = an.timed(1, "Chọn một", "A", wrong.minusSeconds(120));
        an.send(wrong, inTime).then().statusCode(409).body("held", equalTo(true));
        an.send(wrong, an.timed(2, "Chọn hai", "B", wrong.plusSeconds(60)))
                .then()
                .statusCode(409);
        var measured = new HashMap<>(an.timed(3, "Chọn hai", "C", wrong.plus(Duration.ofDays(3))));
        measured.put("age", 90_000);
        an.send(null, measured).then().statusCode(409);

        ok(story.place.asTeacher().get("/assignments/" + story.assignment + "/held"))
                .body("[0].steps.seq", equalTo(List.of(1, 3, 2)))
                .body("[0].steps.by", equalTo(List.of("CLOCK", "AGE", "CLOCK")))
                .body("[0].steps.typedInTime", equalTo(List.of(true, true, false)));
        ok(story.seat(an, "held/accept", Map.of("reason", "Mất mạng lúc thu bài")))
                .body("accepted", equalTo(2))
                .body("left", equalTo(1));
        assertEquals(1.0f, story.markOf(an));
        ok(story.seat(an, "held/reject", Map.of("reason", "Gõ sau giờ"))).body("rejected", equalTo(1));
        ok(story.place.asTeacher().get("/assignments/" + story.assignment + "/held"))
                .body("", hasSize(0));
        assertEquals(3, story.count("select count(*) from late_step where sitting_id = ?", an.uuid()));
    }

    /// One device was offline; the pupil went on at another, which nothing forbids where no device is asked for.
    @Test
    void workThatWasHeldNeverUndoesWhatWasAnsweredLaterElsewhere() {
        var story = story(Map.of());
        var offline = story.an("máy 1");
        var typed = Instant.now().minusSeconds(2);
        story.sql("update sitting set started_at = started_at - interval '1 minute' where id = ?", offline.uuid());
        var other = story.new Desk(offline, "máy 2");
        ok(other.send(Instant.now(), other.timed(1, "Chọn một", "A", typed.plusSeconds(1))));
        ok(story.room("collect", Map.of()));
        offline.send(Instant.now(), offline.timed(1, "Chọn một", "D", typed))
                .then()
                .statusCode(409)
                .body("held", equalTo(true));

        ok(story.seat(offline, "held/accept", Map.of("reason", "Mất mạng")))
                .body("accepted", equalTo(0))
                .body("overtaken", equalTo(1));

        assertEquals(1.0f, story.markOf(offline));
    }

    /// The first of a backlog arrive after the last was typed, by which they are not later.
    @Test
    void theLastOfABacklogCountsAlthoughTheFirstArrivedAfterItWasTyped() {
        var story = story(Map.of());
        var an = story.an("máy 1");
        var wrong = Instant.now().minus(Duration.ofHours(7));
        ok(an.send(wrong, an.timed(1, "Chọn một", "C", wrong.minusSeconds(2))));
        ok(story.room("collect", Map.of()));
        story.sql("update sitting set started_at = started_at - interval '10 minutes' where id = ?", an.uuid());

        an.send(wrong, an.timed(2, "Chọn một", "D", wrong.minusSeconds(1)))
                .then()
                .statusCode(409);
        an.send(wrong, an.timed(3, "Chọn một", "A", wrong.minusMillis(900)))
                .then()
                .statusCode(409);
        ok(story.seat(an, "held/accept", Map.of("reason", "Mạng chậm")))
                .body("accepted", equalTo(2))
                .body("overtaken", equalTo(0));

        assertEquals(1.0f, story.markOf(an));
    }

    /// In the same millisecond, with the same number.
    @Test
    void twoDevicesDoNotCoverEachOthersHeldWork() {
        var story = story(Map.of());
        var one = story.an("máy 1");
        var other = story.new Desk(one, "máy 2");
        ok(story.room("collect", Map.of()));
        var typed = Instant.now();

        for (var desk : List.of(one, other, other)) {
            desk.send(null, desk.timed(1, desk == one ? "Chọn một" : "Chọn hai", "B", typed))
                    .then()
                    .statusCode(409)
                    .body("held", equalTo(true));
        }

        ok(story.place.asTeacher().get("/assignments/" + story.assignment + "/held"))
                .body("[0].steps.device", containsInAnyOrder("máy 1", "máy 2"));
        ok(story.seat(one, "held/reject", Map.of("reason", "Gõ sau giờ"))).body("rejected", equalTo(2));
    }

    private RoomStory story(Map<String, Object> conditions) {
        return new RoomStory(schools, database, conditions);
    }
}
