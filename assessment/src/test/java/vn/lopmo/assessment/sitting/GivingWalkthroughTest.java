package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;
import static vn.lopmo.assessment.School.steps;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A teacher gives papers in all the ways there are, and learners come to the door.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class GivingWalkthroughTest {
    private static final String KEY = "a".repeat(64);

    @Inject
    School schools;

    @Inject
    io.agroal.api.AgroalDataSource database;

    private School.Place place;
    private UUID paper;

    @BeforeEach
    void aPaper() {
        place = schools.open();
        paper = schools.paper(
                place,
                List.of(List.of(schools.item(
                        place,
                        new Item.SingleChoice(
                                "Chọn một", Fixtures.options("một", "hai", "ba"), "A", "Vì thế", "Đếm lại")))));
    }

    @Test
    void whatIsLeftOutIsAsItAlwaysWas() {
        var assignment = give(Map.of());

        ok(place.asTeacher().get("/assignments/" + assignment))
                .body("conditions.mode", equalTo("EXAM"))
                .body("conditions.purpose", equalTo("REGULAR"))
                .body("conditions.attempts", equalTo(1))
                .body("conditions.counts", equalTo("BEST"))
                .body("conditions.passcode", nullValue())
                .body("conditions.addresses", hasSize(0))
                .body("conditions.paging", equalTo("ONE"))
                .body("classIds", equalTo(List.of(place.classId().toString())))
                .body("awaitsDecision", equalTo(false));
        ok(open(assignment, Map.of()))
                .body("attempt", equalTo(1))
                .body("attemptsLeft", equalTo(0))
                .body("mode", equalTo("EXAM"))
                .body("deviceHeld", equalTo(false));
    }

    @Test
    void aSingleLearnerTakesItAndHisClassmateDoesNotKnowOfIt() {
        var wish = giving(Map.of());
        wish.put("classIds", List.of());
        wish.put("learnerIds", List.of(place.an()));
        var assignment = given(place.asTeacher().body(wish).post("/assignments"));

        ok(place.asAn().get("/my/assignments")).body("id", equalTo(List.of(assignment)));
        ok(place.asBinh().get("/my/assignments")).body("", hasSize(0));
        ok(open(assignment, Map.of()));
        place.asBinh().post("/assignments/" + assignment + "/sittings").then().statusCode(404);
        ok(place.asTeacher().get("/assignments/" + assignment + "/results")).body("rows", hasSize(1));
        ok(place.asTeacher().get("/assignments"))
                .body("[0].counts.learners", equalTo(1))
                .body("[0].counts.taking", equalTo(1));

        var elsewhere = schools.open();
        refused(posted(elsewhere, place.an()), 404, "learner-not-found");
        schools.join(place, place.teacher(), Part.TEACHER, false, Instant.now());
        refused(posted(place, place.an()), 403, "not-your-learner");
        wish.put("learnerIds", List.of());
        refused(place.asTeacher().body(wish).post("/assignments"), 422, "assignment-for-nobody");
    }

    private Response posted(School.Place from, UUID learner) {
        var wish = giving(Map.of());
        wish.put("classIds", List.of());
        wish.put("learnerIds", List.of(learner));
        return from.asTeacher().body(wish).post("/assignments");
    }

    @Test
    void aGroupIsGivenToLikeAClassAndStandsApart() {
        var group = UUID.randomUUID();
        var gifted = new School.Place(place.school(), group, place.teacher(), place.an(), place.binh());
        schools.join(gifted, place.teacher(), Part.TEACHER, true, Instant.now());
        schools.join(gifted, place.binh(), Part.STUDENT, true, Instant.now());
        var wish = giving(Map.of());
        wish.put("classIds", List.of());
        wish.put("groupIds", List.of(group));
        var assignment = given(place.asTeacher().body(wish).post("/assignments"));

        ok(place.asTeacher().get("/assignments/" + assignment))
                .body("classIds", hasSize(0))
                .body("groupIds", equalTo(List.of(group.toString())));
        ok(place.asBinh().post("/assignments/" + assignment + "/sittings"));
        refused(place.asAn().post("/assignments/" + assignment + "/sittings"), 404, "assignment-not-found");
        assertEquals(
                1,
                count(
                        "select count(*) from outbox where type = 'assessment.paper-assigned.v1' and body::text like '%"
                                + assignment + "%' and body::text like '%' || cast(? as text) || '%'",
                        place.classId()));
    }

    @Test
    void aPasscodeOpensTheDoorAndWhoGuessesHasToWait() {
        var assignment = give(Map.of("passcode", " hoa ban "));

        ok(place.asAn().get("/my/assignments"))
                .body("[0].needsPasscode", equalTo(true))
                .body("[0].conditions.passcode", nullValue());
        refused(open(assignment, Map.of()), 403, "passcode-wrong");
        for (int i = 0; i < 5; i++) {
            refused(open(assignment, Map.of("passcode", "sai-" + i)), 403, "passcode-wrong");
        }
        refused(open(assignment, Map.of("passcode", "hoa ban")), 503, "passcode-wait");

        // another learner is not kept waiting; case and spaces are not heard
        ok(place.asBinh().body(Map.of("passcode", "HOABAN")).post("/assignments/" + assignment + "/sittings"));
        // who has begun comes back without it
        ok(place.asBinh().post("/assignments/" + assignment + "/sittings"));
        refused(giveRefused(Map.of("passcode", "abc")), 422, "passcode-length");
    }

    @Test
    void aComputerRoomIsKnownByItsAddresses() {
        var assignment = give(Map.of("addresses", List.of("10.0.3.0/24", "fd00::/8")));

        refused(from("10.0.4.7").post("/assignments/" + assignment + "/sittings"), 403, "address-not-allowed");
        // the proxy that stands next to us is believed, what somebody wrote before it is not
        refused(
                from("10.0.3.7, 203.0.113.9").post("/assignments/" + assignment + "/sittings"),
                403,
                "address-not-allowed");
        refused(open(assignment, Map.of()), 403, "address-not-allowed");
        String sitting = ok(from("10.0.3.7").post("/assignments/" + assignment + "/sittings"))
                .extract()
                .path("sittingId");
        ok(from("::ffff:10.0.3.8").get("/sittings/" + sitting));
        ok(from("fd12::1").post("/assignments/" + assignment + "/sittings"));
        refused(from("198.51.100.1").get("/sittings/" + sitting), 403, "address-not-allowed");
        // what he has answered is saved from wherever he is
        String slot = ok(from("10.0.3.7").get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");
        ok(from("198.51.100.1")
                .body(steps(step(1, slot, Map.of("choice", "A"))))
                .put("/sittings/" + sitting + "/answers"));
        refused(giveRefused(Map.of("addresses", List.of("phong may 3"))), 422, "address-malformed");
    }

    private io.restassured.specification.RequestSpecification from(String address) {
        return place.asAn().header("X-Forwarded-For", address);
    }

    @Test
    void safeExamBrowserProvesItsSettings() {
        var assignment = give(Map.of("sebConfigKeys", List.of(KEY.toUpperCase())));
        var path = "/assignments/" + assignment + "/sittings";
        var page = "https://lop.truong.vn/lam-bai/" + assignment;

        refused(place.asAn().post(path), 403, "safe-browser-needed");
        refused(seb(path, page, hash(page, "b".repeat(64))), 403, "safe-browser-needed");
        refused(
                seb(path, page.replace("lop.", "khac."), hash(page.replace("lop.", "khac."), KEY)),
                403,
                "safe-browser-needed");
        // as the script of the page was told, with a fragment or a port that a proxy took away
        String sitting =
                ok(seb(path, page + "#cau-3", hash(page, KEY))).extract().path("sittingId");
        ok(seb(path, page, hash(page.replace(".vn/", ".vn:443/"), KEY)));
        ok(seb(path, page, hash(page + "/", KEY)));
        // as the browser itself says for each request
        var asked = "https://lop.truong.vn/api/assessment/sittings/" + sitting;
        ok(forwarded()
                .header("X-SafeExamBrowser-ConfigKeyHash", hash(asked, KEY))
                .get("/sittings/" + sitting));
        ok(forwarded()
                .header("X-SafeExamBrowser-ConfigKeyHash", hash(page, KEY))
                .header("X-SafeExamBrowser-Page", page)
                .get("/sittings/" + sitting));
        refused(forwarded().get("/sittings/" + sitting), 403, "safe-browser-needed");
        refused(giveRefused(Map.of("sebConfigKeys", List.of("xyz"))), 422, "config-key-malformed");
    }

    private io.restassured.specification.RequestSpecification forwarded() {
        return place.asAn()
                .header("X-Forwarded-Host", "lop.truong.vn")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/api/assessment");
    }

    private Response seb(String path, String url, String hash) {
        return forwarded()
                .body(Map.of("safeBrowser", Map.of("url", url, "configKeyHash", hash)))
                .post(path);
    }

    private static String hash(String url, String key) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256").digest((url + key).getBytes("UTF-8"));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.GeneralSecurityException | java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void oneDeviceKeepsTheSitting() {
        var assignment = give(Map.of("oneDevice", true));

        ok(open(assignment, Map.of("device", "máy 1"))).body("deviceHeld", equalTo(true));
        ok(open(assignment, Map.of("device", "máy 1")));
        refused(open(assignment, Map.of("device", "máy 2")), 409, "sitting-on-another-device");
        refused(open(assignment, Map.of("device", "máy\u0000")), 422, "device-name");
        refused(open(assignment, Map.of()), 409, "sitting-on-another-device");
    }

    @Test
    void homeworkIsTakenAgainAndTheBestAttemptCounts() {
        var assignment = give(Map.of("mode", "HOMEWORK", "attempts", 3));

        var first = take(assignment, "", "A");
        ok(open(assignment, Map.of())).body("sittingId", equalTo(first)).body("attemptsLeft", equalTo(2));
        var second = take(assignment, "NEW", "B");
        ok(place.asAn().get("/my/assignments"))
                .body("[0].sittingId", equalTo(second))
                .body("[0].attempt", equalTo(2))
                .body("[0].attemptsLeft", equalTo(1))
                .body("[0].state", equalTo("HANDED_IN"));
        ok(place.asTeacher().get("/assignments/" + assignment + "/results"))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.sittingId", equalTo(first))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.mark", equalTo(1.0f));
        // he may begin again, so the key stays where it is
        refused(release(assignment, true), 409, "assignment-still-open");
        ok(release(assignment, false)).body("released", equalTo(1));
        assertEquals(1, told(assignment));
        ok(place.asAn().get("/sittings/" + second + "/result")).body("mark", equalTo(0.0f));
        ok(place.asAn().get("/my/assignments"))
                .body("[0].sittingId", equalTo(first))
                .body("[0].state", equalTo("RELEASED"))
                .body("[0].mark", equalTo(1.0f));

        take(assignment, "NEW", "A");
        refused(open(assignment, Map.of("attempt", "NEW")), 409, "attempts-used-up");
        ok(place.asTeacher().get("/assignments/" + assignment)).body("counts.handedIn", equalTo(1));
    }

    @Test
    void theLastAttemptCountsWhereTheTeacherSaysSo() {
        var assignment = give(Map.of("mode", "HOMEWORK", "attempts", 0, "counts", "LAST"));
        take(assignment, "", "A");
        var second = take(assignment, "NEW", "B");

        ok(place.asTeacher().get("/assignments/" + assignment + "/results"))
                .body("rows.find { it.learnerId == '" + place.an() + "' }.sittingId", equalTo(second));
        ok(open(assignment, Map.of())).body("attemptsLeft", nullValue());
    }

    @Test
    void moreTimeAlwaysBeatsTheWindowAndComesAtOnceToWhoSits() throws SQLException {
        var closes = Instant.now().plusSeconds(600);
        var assignment = given(place.asTeacher()
                .body(giving(Map.of(), Instant.now().minusSeconds(60), closes))
                .post("/assignments"));
        ok(place.asTeacher()
                        .body(Map.of("extraPercent", 34, "note", "Khiếm thị"))
                        .put("/learners/" + place.an() + "/needs"))
                .body("extraPercent", equalTo(34));

        // 15 minutes would end after the window: the window's end, and 34 % of 15 minutes, begun minutes whole
        String sitting = ok(open(assignment, Map.of())).extract().path("sittingId");
        assertEquals(closes.plusSeconds(360).getEpochSecond(), closesAt(sitting).getEpochSecond());
        ok(place.asTeacher().get("/assignments/" + assignment + "/needs"))
                .body("[0].extraMinutes", equalTo(6))
                .body("[0].source", equalTo("STANDING"))
                .body("[0].note", equalTo("Khiếm thị"));

        ok(place.asTeacher()
                        .body(Map.of("extraMinutes", 20, "note", "Mất điện"))
                        .put("/assignments/" + assignment + "/needs/" + place.an()))
                .body("[0].source", equalTo("HERE"));
        assertEquals(
                closes.plusSeconds(1200).getEpochSecond(), closesAt(sitting).getEpochSecond());
        place.asTeacher()
                .delete("/assignments/" + assignment + "/needs/" + place.an())
                .then()
                .statusCode(204);
        assertEquals(closes.plusSeconds(360).getEpochSecond(), closesAt(sitting).getEpochSecond());
        ok(place.asTeacher().body(Map.of("extraPercent", 0)).put("/learners/" + place.an() + "/needs"));
        assertEquals(closes.getEpochSecond(), closesAt(sitting).getEpochSecond());

        place.asAn().get("/learners/" + place.an() + "/needs").then().statusCode(403);
        refused(
                place.as(UUID.randomUUID(), "teacher").get("/learners/" + place.an() + "/needs"),
                404,
                "learner-not-found");
        refused(schools.open().asTeacher().get("/learners/" + place.an() + "/needs"), 404, "learner-not-found");
        refused(
                place.asTeacher()
                        .body(Map.of("extraMinutes", 5))
                        .put("/assignments/" + assignment + "/needs/" + UUID.randomUUID()),
                404,
                "learner-not-found");
    }

    @Test
    void oneLearnerHasAWindowAndAttemptsOfHisOwn() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        var assignment = given(place.asTeacher()
                .body(giving(Map.of(), tomorrow, tomorrow.plusSeconds(3600)))
                .post("/assignments"));
        refused(open(assignment, Map.of()), 409, "assignment-not-open");

        var own = new HashMap<String, Object>();
        own.put("extraMinutes", 0);
        own.put("opensAt", Instant.now().minusSeconds(5).toString());
        own.put("attempts", 2);
        ok(place.asTeacher().body(own).put("/assignments/" + assignment + "/needs/" + place.an()));

        ok(place.asAn().get("/my/assignments"))
                .body("[0].state", equalTo("OPEN"))
                .body("[0].attemptsLeft", equalTo(2));
        ok(open(assignment, Map.of())).body("attemptsLeft", equalTo(1));
        refused(place.asBinh().post("/assignments/" + assignment + "/sittings"), 409, "assignment-not-open");
    }

    @Test
    void aPeriodicTestAwayFromSchoolWaitsForTheHead() {
        var assignment = give(Map.of("purpose", "PERIODIC"));
        var decision =
                Map.of("number", "12/QĐ-THCS", "decidedOn", "2026-11-20", "reason", "Bão, học sinh không đến được");

        ok(place.asTeacher().get("/assignments/" + assignment)).body("awaitsDecision", equalTo(true));
        refused(open(assignment, Map.of()), 409, "assignment-awaits-decision");
        place.asTeacher()
                .body(decision)
                .put("/assignments/" + assignment + "/decision")
                .then()
                .statusCode(403);
        place.asAn()
                .body(decision)
                .put("/assignments/" + assignment + "/decision")
                .then()
                .statusCode(403);
        var head = UUID.randomUUID();
        ok(place.as(head, "head").body(decision).put("/assignments/" + assignment + "/decision"))
                .body("awaitsDecision", equalTo(false))
                .body("decision.number", equalTo("12/QĐ-THCS"))
                .body("decision.by", equalTo(head.toString()));
        ok(open(assignment, Map.of()));

        // at school nobody has to decide
        ok(place.asTeacher()
                        .get("/assignments/" + give(Map.of("purpose", "PERIODIC", "addresses", List.of("10.0.0.0/8")))))
                .body("awaitsDecision", equalTo(false));
        refused(
                place.as(head, "head").body(decision).put("/assignments/" + give(Map.of()) + "/decision"),
                409,
                "decision-not-needed");
    }

    @Test
    void itIsChangedFreelyUntilSomebodyHasBegun() {
        var assignment = give(Map.of());
        var later = Instant.now().plusSeconds(9000);

        ok(place.asTeacher()
                        .body(Map.of("minutes", 30, "conditions", Map.of("mode", "HOMEWORK", "attempts", 2)))
                        .patch("/assignments/" + assignment))
                .body("minutes", equalTo(30))
                .body("conditions.attempts", equalTo(2));
        String sitting = ok(open(assignment, Map.of())).extract().path("sittingId");

        refused(patched(assignment, Map.of("minutes", 15)), 409, "assignment-begun");
        refused(
                patched(assignment, Map.of("conditions", Map.of("mode", "HOMEWORK", "attempts", 5))),
                409,
                "assignment-begun");
        refused(
                patched(
                        assignment,
                        Map.of("closesAt", Instant.now().plusSeconds(60).toString())),
                409,
                "assignment-begun");
        ok(patched(
                        assignment,
                        Map.of(
                                "closesAt",
                                later.toString(),
                                "conditions",
                                Map.of("mode", "HOMEWORK", "attempts", 2, "passcode", "1234"))))
                .body("conditions.passcode", equalTo("1234"));
        ok(place.asAn().get("/sittings/" + sitting)).body("closesAt", notNullValue());

        place.asAn()
                .body(Map.of("minutes", 30))
                .patch("/assignments/" + assignment)
                .then()
                .statusCode(403);
        refused(
                place.as(UUID.randomUUID(), "teacher")
                        .body(Map.of("minutes", 30))
                        .patch("/assignments/" + assignment),
                404,
                "assignment-not-found");
        refused(
                schools.open().asTeacher().body(Map.of("minutes", 30)).patch("/assignments/" + assignment),
                404,
                "assignment-not-found");
    }

    @Test
    void aLaterEndReachesWhoSits() throws SQLException {
        var closes = Instant.now().plusSeconds(300);
        var assignment = given(place.asTeacher()
                .body(giving(Map.of(), Instant.now().minusSeconds(60), closes))
                .post("/assignments"));
        String sitting = ok(open(assignment, Map.of())).extract().path("sittingId");
        assertEquals(closes.getEpochSecond(), closesAt(sitting).getEpochSecond());

        ok(patched(assignment, Map.of("closesAt", closes.plusSeconds(120).toString())));

        assertEquals(closes.plusSeconds(120).getEpochSecond(), closesAt(sitting).getEpochSecond());
    }

    @Test
    void practiceTellsAtOnceHelpsAndNeverCounts() {
        var assignment = give(Map.of("mode", "PRACTICE"));
        String sitting = ok(open(assignment, Map.of()))
                .body("attemptsLeft", nullValue())
                .extract()
                .path("sittingId");
        String slot = ok(place.asAn().get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");

        check(sitting, slot)
                .body("right", equalTo(false))
                .body("tries", equalTo(0))
                .body("key", nullValue());
        answer(sitting, 1, slot, "B");
        for (int tries = 1; tries <= 2; tries++) {
            check(sitting, slot)
                    .body("share", equalTo(0))
                    .body("hint", equalTo("Đếm lại"))
                    .body("explanation", nullValue())
                    .body("key", nullValue())
                    .body("tries", equalTo(tries));
        }
        check(sitting, slot).body("explanation", equalTo("Vì thế")).body("key.choice", equalTo("A"));
        answer(sitting, 2, slot, "A");
        check(sitting, slot)
                .body("right", equalTo(true))
                .body("hint", nullValue())
                .body("share", equalTo(1));
        refused(
                place.asBinh().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check"),
                404,
                "sitting-not-found");
        ok(place.asAn().body(Map.of("seq", 2)).post("/sittings/" + sitting + "/hand-in"));
        refused(
                place.asAn().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check"),
                409,
                "sitting-handed-in");
        ok(open(assignment, Map.of("attempt", "NEW")))
                .body("attempt", equalTo(2))
                .body("sittingId", not(sitting));

        ok(release(assignment, false));
        assertEquals(0, told(assignment));
    }

    @Test
    void anExamTellsNothing() {
        var assignment = give(Map.of());
        String sitting = ok(open(assignment, Map.of())).extract().path("sittingId");
        String slot = ok(place.asAn().get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");
        answer(sitting, 1, slot, "B");

        var response = place.asAn().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check");
        refused(response, 409, "not-practice");
        for (String secret : List.of("Vì thế", "Đếm lại", "\"A\"")) {
            assertFalse(response.asString().contains(secret), secret);
        }
        assertFalse(open(assignment, Map.of()).asString().contains("Đếm lại"));
    }

    private io.restassured.response.ValidatableResponse check(String sitting, String slot) {
        return ok(place.asAn().body(Map.of("slot", slot)).post("/sittings/" + sitting + "/check"));
    }

    private void answer(String sitting, int seq, String slot, String choice) {
        ok(place.asAn()
                .body(steps(step(seq, slot, Map.of("choice", choice))))
                .put("/sittings/" + sitting + "/answers"));
    }

    private String take(String assignment, String attempt, String choice) {
        String sitting = ok(open(assignment, attempt.isEmpty() ? Map.of() : Map.of("attempt", attempt)))
                .extract()
                .path("sittingId");
        String slot = ok(place.asAn().get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");
        answer(sitting, 1, slot, choice);
        ok(place.asAn().body(Map.of("seq", 1)).post("/sittings/" + sitting + "/hand-in"));
        return sitting;
    }

    private Response open(String assignment, Map<String, Object> entry) {
        var asking = place.asAn();
        return (entry.isEmpty() ? asking : asking.body(entry)).post("/assignments/" + assignment + "/sittings");
    }

    private Response patched(String assignment, Map<String, Object> change) {
        return place.asTeacher().body(change).patch("/assignments/" + assignment);
    }

    private Response release(String assignment, boolean answers) {
        return place.asTeacher().body(Map.of("answers", answers)).post("/assignments/" + assignment + "/release");
    }

    private String give(Map<String, Object> conditions) {
        return given(giveRefused(conditions));
    }

    private Response giveRefused(Map<String, Object> conditions) {
        return place.asTeacher().body(giving(conditions)).post("/assignments");
    }

    private static String given(Response response) {
        return ok(response).extract().path("id");
    }

    private HashMap<String, Object> giving(Map<String, Object> conditions) {
        return giving(conditions, Instant.now().minusSeconds(60), Instant.now().plusSeconds(7200));
    }

    private HashMap<String, Object> giving(Map<String, Object> conditions, Instant opensAt, Instant closesAt) {
        var wish = new HashMap<>(School.giving(place, paper, opensAt, closesAt));
        if (!conditions.isEmpty()) {
            wish.put("conditions", conditions);
        }
        return wish;
    }

    private static void refused(Response response, int status, String slug) {
        response.then().statusCode(status).body("slug", equalTo(slug));
    }

    private int told(String assignment) {
        return count(
                "select count(*) from outbox where type = 'assessment.result-released.v1'"
                        + " and body::text like '%' || cast(? as text) || '%'",
                UUID.fromString(assignment));
    }

    private int count(String query, UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private Instant closesAt(String sitting) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select closes_at from sitting where id = ?")) {
            select.setObject(1, UUID.fromString(sitting));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getObject(1, java.time.OffsetDateTime.class).toInstant();
            }
        }
    }
}
