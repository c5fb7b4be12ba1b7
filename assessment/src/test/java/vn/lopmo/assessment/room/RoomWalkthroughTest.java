package vn.lopmo.assessment.room;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.sitting.Clockwork;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// Stories of an exam room: what the invigilator does, and what becomes of the learners' time and work.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class RoomWalkthroughTest {
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
    void whatIsCollectedIsMarkedAndCanBeTakenAgain() {
        var story = story(Map.of());
        var an = story.an(null);
        story.binh(null);
        ok(an.save(1, "Chọn một", "A"));

        ok(story.room("collect", Map.of())).body("changed", equalTo(2));
        ok(story.room("collect", Map.of())).body("changed", equalTo(0));
        assertEquals("INVIGILATOR", story.row(an.learner).get("handedInBy"));
        assertEquals(1.0f, markOf(story, an));
        an.save(2, "Chọn hai", "B").then().statusCode(409).body("slug", equalTo("sitting-closed"));

        ok(story.seat(an, "reopen", Map.of("minutes", 5, "reason", "Nộp nhầm"))).body("handedInAt", nullValue());
        assertEquals(0, story.count("select count(*) from current_mark where sitting_id = ?", an.uuid()));
        ok(an.save(2, "Chọn hai", "B"));
        ok(an.handIn(2));

        assertEquals(2.0f, markOf(story, an));
        var minutes = story.minutes();
        assertEquals("Nộp nhầm", minutes.getString("reopened[0].reason"));
        assertEquals(2, minutes.getInt("collected[0].count"));
        story.seat(an, "pause", Map.of()).then().statusCode(409).body("slug", equalTo("sitting-handed-in"));
        ok(story.place
                .asTeacher()
                .body(Map.of("answers", false))
                .post("/assignments/" + story.assignment + "/release"));
        story.seat(an, "reopen", Map.of("minutes", 5, "reason", "Xin làm lại"))
                .then()
                .statusCode(409)
                .body("slug", equalTo("sitting-released"));
        assertEquals("HANDED_IN", story.row(an.learner).get("state"));
    }

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
        assertEquals(0.0f, markOf(story, next));
        assertEquals(1, story.row(next.learner).get("held"));

        ok(story.place.asTeacher().get("/assignments/" + story.assignment + "/held"))
                .body("", hasSize(1))
                .body("[0].steps", hasSize(1))
                .body("[0].steps[0].moved", equalTo(true))
                .body("[0].steps[0].device", equalTo("máy 1"))
                .body("[0].steps[0].typedInTime", equalTo(true));
        ok(story.seat(next, "held/accept", Map.of("reason", "Gõ trước khi chuyển máy")))
                .body("accepted", equalTo(1));
        assertEquals(1.0f, markOf(story, next));
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
        assertEquals(1.0f, markOf(story, next));
    }

    @Test
    void workTypedInTimeOnAClockThatIsHoursWrongIsHeldAndThenCounts() {
        var story = story(Map.of());
        var an = story.an("máy 1");
        ok(story.room("collect", Map.of()));
        story.sql("update sitting set started_at = started_at - interval '10 minutes' where id = ?", an.uuid());
        var wrong = Instant.now().minus(Duration.ofHours(7));

        var inTime = timed(an, 1, "Chọn một", "A", wrong.minusSeconds(120));
        an.send(wrong, inTime).then().statusCode(409).body("held", equalTo(true));
        an.send(wrong, timed(an, 2, "Chọn hai", "B", wrong.plusSeconds(60)))
                .then()
                .statusCode(409);
        var measured = new HashMap<>(timed(an, 3, "Chọn hai", "C", wrong.plus(Duration.ofDays(3))));
        measured.put("age", 90_000);
        an.send(null, measured).then().statusCode(409);

        ok(story.place.asTeacher().get("/assignments/" + story.assignment + "/held"))
                .body("[0].steps.seq", equalTo(List.of(1, 3, 2)))
                .body("[0].steps.by", equalTo(List.of("CLOCK", "AGE", "CLOCK")))
                .body("[0].steps.typedInTime", equalTo(List.of(true, true, false)));
        ok(story.seat(an, "held/accept", Map.of("reason", "Mất mạng lúc thu bài")))
                .body("accepted", equalTo(2))
                .body("left", equalTo(1));
        assertEquals(1.0f, markOf(story, an));
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
        ok(other.send(Instant.now(), timed(other, 1, "Chọn một", "A", typed.plusSeconds(1))));
        ok(story.room("collect", Map.of()));
        offline.send(Instant.now(), timed(offline, 1, "Chọn một", "D", typed))
                .then()
                .statusCode(409)
                .body("held", equalTo(true));

        ok(story.seat(offline, "held/accept", Map.of("reason", "Mất mạng")))
                .body("accepted", equalTo(0))
                .body("overtaken", equalTo(1));

        assertEquals(1.0f, markOf(story, offline));
    }

    /// The first of a backlog arrive after the last was typed, by which they are not later.
    @Test
    void theLastOfABacklogCountsAlthoughTheFirstArrivedAfterItWasTyped() {
        var story = story(Map.of());
        var an = story.an("máy 1");
        var wrong = Instant.now().minus(Duration.ofHours(7));
        ok(an.send(wrong, timed(an, 1, "Chọn một", "C", wrong.minusSeconds(2))));
        ok(story.room("collect", Map.of()));
        story.sql("update sitting set started_at = started_at - interval '10 minutes' where id = ?", an.uuid());

        an.send(wrong, timed(an, 2, "Chọn một", "D", wrong.minusSeconds(1)))
                .then()
                .statusCode(409);
        an.send(wrong, timed(an, 3, "Chọn một", "A", wrong.minusMillis(900)))
                .then()
                .statusCode(409);
        ok(story.seat(an, "held/accept", Map.of("reason", "Mạng chậm")))
                .body("accepted", equalTo(2))
                .body("overtaken", equalTo(0));

        assertEquals(1.0f, markOf(story, an));
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
        assertEquals(1.0f, markOf(exam, an));
        assertEquals("PAUSED", exam.row(binh.learner).get("state"));
        assertEquals("PAUSED", homework.row(atHome.learner).get("state"));
    }

    @Test
    void whatDevicesNoticeIsThereOnceAndForTheTeacherOnly() throws Exception {
        var story = story(Map.of());
        var an = story.an("máy 1");
        ok(an.save(1, "Chọn một", "A"));
        var left = Map.of("n", 1, "kind", "LEFT", "at", Instant.now().toString());
        var back = Map.of("n", 2, "kind", "BACK", "at", Instant.now().toString(), "seconds", 12);

        ok(an.beat(3, 1, left, back));
        ok(an.beat(3, 1, left, back));
        ok(an.beat(
                3, 1, back, Map.of("n", 3, "kind", "PASTED", "at", Instant.now().toString())));
        clockwork.writePresence();

        var row = story.row(an.learner);
        assertEquals(Map.of("left", 1, "awaySeconds", 12, "pasted", 1, "devices", 1, "late", 0), row.get("signs"));
        assertEquals(2, row.get("pending"));
        assertEquals(1, row.get("saved"));
        assertEquals(2, row.get("slotNumber"));
        assertEquals(true, row.get("online"));
        ok(story.place.asTeacher().get("/sittings/" + an.id + "/events")).body("", hasSize(3));
        an.asking().get("/sittings/" + an.id + "/events").then().statusCode(403);
        an.beat(1, 2).then().statusCode(422).body("slug", equalTo("beat-shape"));
        story.place
                .asBinh()
                .body(Map.of("seq", 0, "acked", 0, "answered", 0))
                .post("/sittings/" + an.id + "/beat")
                .then()
                .statusCode(404);
    }

    @Test
    void theRoomIsForThoseWhoLeadAndTheInvigilatorsTheyName() {
        var story = story(Map.of());
        var an = story.an(null);
        var path = "/assignments/" + story.assignment;
        var colleague = UUID.randomUUID();
        var stranger = new School.Place(
                UUID.randomUUID(), story.place.classId(), story.place.teacher(), story.place.an(), story.place.binh());

        story.place.as(colleague, "teacher").get(path + "/room").then().statusCode(404);
        ok(story.place.asTeacher().body(Map.of("personIds", List.of(colleague))).put(path + "/invigilators"))
                .body("personIds", equalTo(List.of(colleague.toString())));
        ok(story.place.as(colleague, "teacher").get(path + "/room")).body("counts.taking", equalTo(1));
        ok(story.place.as(colleague, "teacher").get("/my/rooms"))
                .body("assignmentId", equalTo(List.of(story.assignment)));
        ok(story.place.as(colleague, "teacher").body(Map.of()).post("/sittings/" + an.id + "/pause"));
        story.place.as(colleague, "teacher").get(path + "/held").then().statusCode(404);
        story.place
                .as(colleague, "teacher")
                .get("/sittings/" + an.id + "/events")
                .then()
                .statusCode(404);
        story.place
                .as(colleague, "teacher")
                .body(Map.of("personIds", List.of()))
                .put(path + "/invigilators")
                .then()
                .statusCode(404);

        for (String get : List.of("/room", "/minutes", "/held")) {
            stranger.asTeacher().get(path + get).then().statusCode(404);
            story.place.asAn().get(path + get).then().statusCode(403);
        }
        for (String verb : List.of("pause", "resume", "collect")) {
            stranger.asTeacher()
                    .body(Map.of())
                    .post(path + "/room/" + verb)
                    .then()
                    .statusCode(404);
            story.place
                    .asAn()
                    .body(Map.of())
                    .post(path + "/room/" + verb)
                    .then()
                    .statusCode(403);
        }
        for (String verb : List.of("pause", "resume", "release-device")) {
            stranger.asTeacher()
                    .body(Map.of())
                    .post("/sittings/" + an.id + "/" + verb)
                    .then()
                    .statusCode(404);
            story.place
                    .asAn()
                    .body(Map.of())
                    .post("/sittings/" + an.id + "/" + verb)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void theMinutesTellWhatHappened() {
        var story = story(Map.of());
        var an = story.an(null);
        ok(story.room("message", Map.of("text", "Còn 15 phút")));
        ok(an.beat(0, 0)).body("message.text", equalTo("Còn 15 phút"));
        var incident = Map.of("learnerId", an.learner, "kind", "ILLNESS", "text", "Em An bị đau bụng");
        story.place
                .asTeacher()
                .body(incident)
                .post("/assignments/" + story.assignment + "/incidents")
                .then()
                .statusCode(201);
        story.place
                .asTeacher()
                .body(Map.of("learnerId", UUID.randomUUID(), "kind", "NOTE", "text", "Ai?"))
                .post("/assignments/" + story.assignment + "/incidents")
                .then()
                .statusCode(404);
        ok(an.handIn(0));

        var minutes = story.minutes();

        assertEquals(List.of("10A1"), minutes.getList("classNames"));
        assertEquals(2, minutes.getInt("expected"));
        assertEquals(List.of(story.place.binh().toString()), minutes.getList("absent"));
        assertEquals("Em An bị đau bụng", minutes.getString("incidents[0].text"));
        assertEquals(1, minutes.getInt("handedIn"));
    }

    @Test
    void aRoomInWhichNothingChangedIsNotSentAgain() {
        var story = story(Map.of());
        var room = story.place.asTeacher().get("/assignments/" + story.assignment + "/room");

        var again = story.place
                .asTeacher()
                .header("If-None-Match", room.header("ETag"))
                .get("/assignments/" + story.assignment + "/room");
        story.an(null);
        var changed = story.place
                .asTeacher()
                .header("If-None-Match", room.header("ETag"))
                .get("/assignments/" + story.assignment + "/room");

        assertEquals(304, again.statusCode());
        assertEquals(200, changed.statusCode());
    }

    private RoomStory story(Map<String, Object> conditions) {
        return new RoomStory(schools, database, conditions);
    }

    private static float markOf(RoomStory story, RoomStory.Desk desk) {
        return ok(story.place.asTeacher().get("/sittings/" + desk.id + "/review"))
                .extract()
                .jsonPath()
                .getFloat("mark");
    }

    private static Map<String, Object> timed(
            RoomStory.Desk desk, int seq, String prompt, String choice, Instant typedAt) {
        return Map.of(
                "seq",
                seq,
                "slot",
                desk.slot(prompt),
                "answer",
                Map.of("choice", choice),
                "typedAt",
                typedAt.toString());
    }

    private void aMinutePasses(RoomStory story) {
        var id = UUID.fromString(story.assignment);
        var shift = " = paused_at - interval '1 minute' where ";
        story.sql("update assignment set paused_at" + shift + "id = ?", id);
        story.sql("update sitting set paused_at" + shift + "assignment_id = ?", id);
        story.sql("update room_entry set done_at = done_at - interval '1 minute' where assignment_id = ?", id);
    }
}
