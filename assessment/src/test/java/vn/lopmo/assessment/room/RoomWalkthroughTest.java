package vn.lopmo.assessment.room;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/// Stories of an exam room: who sees it, what is done in it, and what its minutes say.
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
    void whatIsCollectedIsMarkedAndCanBeTakenAgain() {
        var story = story(Map.of());
        var an = story.an(null);
        story.binh(null);
        ok(an.save(1, "Chọn một", "A"));

        ok(story.room("collect", Map.of())).body("changed", equalTo(2));
        ok(story.room("collect", Map.of())).body("changed", equalTo(0));
        assertEquals("INVIGILATOR", story.row(an.learner).get("handedInBy"));
        assertEquals(1.0f, story.markOf(an));
        an.save(2, "Chọn hai", "B").then().statusCode(409).body("slug", equalTo("sitting-closed"));

        ok(story.seat(an, "reopen", Map.of("minutes", 5, "reason", "Nộp nhầm"))).body("handedInAt", nullValue());
        assertEquals(0, story.count("select count(*) from current_mark where sitting_id = ?", an.uuid()));
        ok(an.save(2, "Chọn hai", "B"));
        ok(an.handIn(2));

        assertEquals(2.0f, story.markOf(an));
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
    void whoseDeviceIsSilentHasAnsweredWhatIsSaved() throws Exception {
        var story = story(Map.of());
        var an = story.an(null);
        ok(an.save(1, "Chọn một", "A"));
        ok(an.save(2, "Chọn một", "B"));
        var blank = new HashMap<>(step(3, an.slot("Chọn hai"), Map.of()));
        blank.put("answer", null);
        ok(an.send(null, blank));
        assertEquals(1, story.row(an.learner).get("answered"));

        ok(an.beat(5, 2));
        clockwork.writePresence();
        assertEquals(2, story.row(an.learner).get("answered"));

        story.sql("update presence set seen_at = seen_at - interval '1 minute' where sitting_id = ?", an.uuid());
        assertEquals(1, story.row(an.learner).get("answered"));
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
    void theMinutesSayWhatALearnerWasGrantedAndNotWhy() {
        var story = story(Map.of());
        story.an(null);
        var here = "/assignments/" + story.assignment + "/needs/" + story.place.an();
        var later = Instant.now().plusSeconds(9_000).truncatedTo(ChronoUnit.SECONDS);

        ok(story.place
                .asTeacher()
                .body(Map.of("extraPercent", 50, "note", "Khiếm thị"))
                .put("/learners/" + story.place.an() + "/needs"));
        ok(story.place
                .asTeacher()
                .body(Map.of("extraMinutes", 20, "closesAt", later.toString()))
                .put(here));
        ok(story.place
                .asTeacher()
                .body(Map.of("extraMinutes", 20, "closesAt", later.toString(), "note", "Mất điện"))
                .put(here));
        ok(story.place.asTeacher().delete(here));

        var minutes = ok(story.place.asTeacher().get("/assignments/" + story.assignment + "/minutes"));
        minutes.body("needs.extraMinutes", equalTo(List.of(8, 20, 8)))
                .body("needs.learnerId", everyItem(equalTo(story.place.an().toString())))
                .body("needs.closesAt", contains(null, later.toString(), null));
        assertFalse(minutes.extract().asString().contains("Khiếm thị"));
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
}
