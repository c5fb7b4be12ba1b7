package vn.lopmo.assessment.room;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.assessment.School.ok;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.sitting.Clockwork;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// What another instance of the service does shows only in the database: here it is done there, behind the back of the
/// one that is tested. And what happens at the same moment.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class SeveralInstancesTest {
    private static final String NEWS =
            "insert into sitting_news (id, assignment_id, told_at) values (gen_random_uuid(), ?, now())";

    @Inject
    School schools;

    @Inject
    AgroalDataSource database;

    @Inject
    Clockwork clockwork;

    @Test
    void timeThatWasGivenElsewhereIsKnownBeforeAnybodyIsToldThatHeIsLate() {
        var story = story(Map.of());
        var an = story.an(null);
        story.sql("update sitting set closes_at = now() - interval '2 minutes' where id = ?", an.uuid());
        clockwork.forget(an.uuid());
        an.save(1, "Chọn một", "A").then().statusCode(409).body("slug", equalTo("sitting-closed"));

        story.sql("update sitting set closes_at = now() + interval '5 minutes' where id = ?", an.uuid());

        ok(an.save(1, "Chọn một", "A"));
        ok(an.beat(1, 1)).body("handedInAt", nullValue());
    }

    @Test
    void aPauseElsewhereIsHeardOfByWhoIsWorking() {
        var story = story(Map.of());
        var an = story.an(null);
        ok(an.save(1, "Chọn một", "A")).body("pausedAt", nullValue());

        story.sql("update sitting set paused_at = now() where id = ?", an.uuid());
        story.sql(NEWS, UUID.fromString(story.assignment));
        clockwork.hearNews();

        ok(an.save(2, "Chọn một", "B")).body("pausedAt", notNullValue());
    }

    @Test
    void whatWasHandedInElsewhereIsHeardOf() {
        var story = story(Map.of());
        var an = story.an(null);
        ok(an.save(1, "Chọn một", "A"));

        story.sql("update sitting set handed_in_at = now(), handed_in_by = 'LEARNER' where id = ?", an.uuid());
        clockwork.hearNews();

        an.save(2, "Chọn một", "B").then().statusCode(409).body("held", equalTo(true));
    }

    /// The other instance had acknowledged a step of which the one that handed it in knew nothing.
    @Test
    void whatWasAcknowledgedInTheMomentOfTheHandInIsMarked() {
        var story = story(Map.of());
        var an = story.an(null);
        ok(an.save(1, "Chọn một", "A"));
        ok(an.handIn(1));
        assertEquals(1.0f, story.markOf(an));

        story.sql(
                "insert into answer_step (sitting_id, seq, slot, answer, typed_at, received_at)"
                        + " select sitting_id, 2, slot, '{\"choice\": \"B\"}', typed_at, now() from answer_step"
                        + " where sitting_id = ?",
                an.uuid());
        story.sql("update sitting set handed_in_at = now() - interval '1 second' where id = ?", an.uuid());
        clockwork.hearNews();
        clockwork.hearNews();

        assertEquals(0.0f, story.markOf(an));
        ok(story.place.asTeacher().get("/sittings/" + an.id + "/marks/" + an.slot("Chọn một") + "/history"))
                .body("cause", equalTo(List.of("KEY", "KEY")))
                .body("to", equalTo(List.of(1.0f, 0.0f)));
    }

    @Test
    void whoWasMovedElsewhereIsNotTurnedAway() {
        var story = story(Map.of("oneDevice", true));
        var an = story.an("máy 1");
        ok(an.save(1, "Chọn một", "A"));

        story.sql("update sitting set device = 'máy 2', device_since = now() where id = ?", an.uuid());

        var onTheNext = story.new Desk(an, "máy 2");
        ok(onTheNext.save(2, "Chọn một", "B"));
        an.save(3, "Chọn một", "C").then().statusCode(409).body("slug", equalTo("sitting-moved"));
    }

    @Test
    void whoBeginsInTheMomentOfThePauseTakesPartInIt() throws Exception {
        var story = story(Map.of());
        var id = UUID.fromString(story.assignment);
        CompletableFuture<RoomStory.Desk> beginning;
        try (var elsewhere = database.getConnection()) {
            elsewhere.setAutoCommit(false);
            try (var hold = elsewhere.prepareStatement("select 1 from assignment where id = ? for update")) {
                hold.setObject(1, id);
                hold.execute();
            }
            beginning = CompletableFuture.supplyAsync(() -> story.an(null));
            Thread.sleep(500);
            assertEquals(false, beginning.isDone());
            try (var pause = elsewhere.prepareStatement("update assignment set paused_at = now() where id = ?")) {
                pause.setObject(1, id);
                pause.executeUpdate();
            }
            elsewhere.commit();
            elsewhere.setAutoCommit(true);
        }

        var an = beginning.get(10, TimeUnit.SECONDS);

        assertEquals("PAUSED", story.row(an.learner).get("state"));
        ok(story.room("resume", Map.of())).body("changed", equalTo(1));
    }

    @Test
    void whoBeginsInTheMomentOfAChangeBeginsUnderTheNewRules() throws Exception {
        for (var change : List.of(
                "update assignment set minutes = 7 where id = ?",
                "insert into assignment_need (assignment_id, learner_id, extra_minutes, set_by, set_at)"
                        + " select id, '%s', 3, assigned_by, now() from assignment where id = ?",
                "insert into learner_need (learner_id, school_id, extra_percent, set_by, set_at)"
                        + " select '%s', school_id, 100, assigned_by, now() from assignment where id = ?")) {
            var story = story(Map.of());
            var usual = Duration.between(Instant.now(), story.closesAt(story.binh(null)));
            CompletableFuture<RoomStory.Desk> beginning;
            try (var elsewhere = database.getConnection()) {
                elsewhere.setAutoCommit(false);
                run(elsewhere, "select 1 from assignment where id = ? for update", story.assignment);
                beginning = CompletableFuture.supplyAsync(() -> story.an(null));
                Thread.sleep(500);
                assertEquals(false, beginning.isDone());
                run(elsewhere, change.formatted(story.place.an()), story.assignment);
                elsewhere.commit();
                elsewhere.setAutoCommit(true);
            }

            var an = beginning.get(10, TimeUnit.SECONDS);

            var time = Duration.between(Instant.now(), story.closesAt(an));
            assertTrue(time.minus(usual).abs().compareTo(Duration.ofMinutes(2)) > 0, () -> change + ": " + time);
        }
    }

    @Test
    void whoIsJustBeginningGetsWhatIsGivenAtThatMoment() throws Exception {
        var later = Map.of("closesAt", Instant.now().plusSeconds(9000).toString());
        List<Function<RoomStory, Response>> giving = List.of(
                story -> story.place.asTeacher().body(later).patch("/assignments/" + story.assignment),
                story -> story.place
                        .asTeacher()
                        .body(Map.of("extraMinutes", 20))
                        .put("/assignments/" + story.assignment + "/needs/" + story.place.an()),
                story -> story.place
                        .asTeacher()
                        .body(Map.of("extraPercent", 100))
                        .put("/learners/" + story.place.an() + "/needs"),
                story -> story.room("extend", Map.of("minutes", 10)));
        for (var give : giving) {
            var story = story(Map.of());
            CompletableFuture<Response> given;
            try (var elsewhere = database.getConnection()) {
                elsewhere.setAutoCommit(false);
                run(elsewhere, "select 1 from assignment where id = ? for key share", story.assignment);
                given = CompletableFuture.supplyAsync(() -> give.apply(story));
                Thread.sleep(500);
                run(
                        elsewhere,
                        "insert into sitting (id, school_id, assignment_id, learner_id, seed, started_at, closes_at,"
                                + " revision) select gen_random_uuid(), school_id, id, '%s', 1, now(),"
                                        .formatted(story.place.an())
                                + " now() + interval '1 minute', 0 from assignment where id = ?",
                        story.assignment);
                assertEquals(false, given.isDone());
                elsewhere.commit();
                elsewhere.setAutoCommit(true);
            }

            assertEquals(200, given.get(10, TimeUnit.SECONDS).statusCode());

            var closesAt =
                    Instant.parse(String.valueOf(story.row(story.place.an()).get("closesAt")));
            assertTrue(closesAt.isAfter(Instant.now().plusSeconds(500)), () -> "closes at " + closesAt);
        }
    }

    private static void run(Connection elsewhere, String statement, String assignment) throws SQLException {
        try (var prepared = elsewhere.prepareStatement(statement)) {
            prepared.setObject(1, UUID.fromString(assignment));
            prepared.execute();
        }
    }

    @Test
    void newsAreHeardWhilePresenceCannotBeWritten() throws Exception {
        var story = story(Map.of());
        var an = story.an(null);
        try (var elsewhere = database.getConnection();
                var lock = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            lock.execute("lock table presence in exclusive mode");
            ok(an.beat(0, 0));
            Thread.sleep(3_000);
            ok(an.save(1, "Chọn một", "A")).body("pausedAt", nullValue());

            story.sql("update sitting set paused_at = now() where id = ?", an.uuid());
            story.sql(NEWS, UUID.fromString(story.assignment));
            Thread.sleep(4_000);

            ok(an.save(2, "Chọn một", "B")).body("pausedAt", notNullValue());
            elsewhere.rollback();
            elsewhere.setAutoCommit(true);
        }
    }

    @Test
    void whatWasAcknowledgedBeforeTheCollectingIsWhatIsMarked() {
        for (int round = 0; round < 5; round++) {
            var story = story(Map.of());
            var an = story.an(null);
            ok(an.save(1, "Chọn một", "A"));

            var typing = CompletableFuture.supplyAsync(() -> typeUntilCollected(an));
            ok(story.room("collect", Map.of())).body("changed", equalTo(1));
            int acked = typing.join();

            assertEquals(acked, story.count("select max(seq) from answer_step where sitting_id = ?", an.uuid()));
            float mark = ok(story.place.asTeacher().get("/sittings/" + an.id + "/review"))
                    .extract()
                    .jsonPath()
                    .getFloat("mark");
            assertEquals(acked % 2 == 1 ? 1.0f : 0.0f, mark);
        }
    }

    /// Odd steps are right, even ones wrong.
    ///
    /// @return the last step that was acknowledged
    private static int typeUntilCollected(RoomStory.Desk desk) {
        int seq = 1;
        while (true) {
            int next = seq + 1;
            var answer = desk.save(next, "Chọn một", next % 2 == 1 ? "A" : "B");
            if (answer.statusCode() == 409) {
                return seq;
            }
            if (answer.statusCode() == 200) {
                seq = next;
            }
        }
    }

    @Test
    void sittingsThatCannotBeEndedKeepNobodyWaiting() {
        var story = story(Map.of());
        var broken = story.an(null);
        var good = story.binh(null);
        // as many as a page and more, all longer overdue
        story.sql(
                "update sitting set school_id = gen_random_uuid(), closes_at = now() - interval '3 days' where id = ?",
                broken.uuid());
        story.sql(
                "insert into sitting (id, school_id, assignment_id, learner_id, seed, started_at, closes_at, revision)"
                        + " select gen_random_uuid(), gen_random_uuid(), assignment_id, gen_random_uuid(), 1, started_at,"
                        + " closes_at, 0 from sitting, generate_series(1, 250) where id = ?",
                broken.uuid());
        story.sql("update sitting set closes_at = now() - interval '1 hour' where id = ?", good.uuid());
        clockwork.forget(good.uuid());

        clockwork.sweep();

        assertNotNull(story.row(good.learner).get("handedInAt"));
        assertEquals("CLOCK", story.row(good.learner).get("handedInBy"));
        story.sql("delete from sitting where handed_in_at is null and closes_at < now() - interval '2 days'");
    }

    @Test
    void twoWhoPauseAndCollectAtOnceDoNotStopEachOther() {
        var story = story(Map.of());
        story.an(null);
        story.binh(null);

        var pausing = CompletableFuture.supplyAsync(
                () -> story.room("pause", Map.of()).statusCode());
        var collecting = CompletableFuture.supplyAsync(
                () -> story.room("collect", Map.of()).statusCode());
        var extending = CompletableFuture.supplyAsync(
                () -> story.room("extend", Map.of("minutes", 1)).statusCode());

        assertEquals(200, pausing.join());
        assertEquals(200, collecting.join());
        int extended = extending.join();
        assertTrue(extended == 200 || extended == 409, () -> "status " + extended);
        assertEquals(2, story.room().getInt("counts.handedIn"));
    }

    private RoomStory story(Map<String, Object> conditions) {
        return new RoomStory(schools, database, conditions);
    }
}
