package vn.lopmo.lms.organisation.transfer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.Erasure;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SignedIn;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.roster.ListFile;
import vn.lopmo.lms.organisation.roster.RosterPaths;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// A pupil goes from one school of the install to another, with real accounts: what goes along, what stays, and that
/// whatever two people do at the same time, he is at one school.
@QuarkusTest
@TestProfile(RealAccounts.class)
class PupilTransferWalkthroughTest {
    private static final String PASSWORD = "mat-khau-thu-2026";
    private static final String CODE = "2711223344";

    @Inject
    TestSchools schools;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    RosterPaths roster;

    @Inject
    Arrival arrival;

    @Inject
    PupilTransfers transfers;

    @Inject
    Erasure erasure;

    @Inject
    Rows rows;

    private TestSchools.Small here;
    private TestSchools.Small there;
    private Person pupil;

    @BeforeEach
    void twoSchoolsAndAPupil() throws InterruptedException {
        here = schools.make();
        there = schools.make();
        roster.bring(
                here.school(),
                ListFile.aList()
                        .student(CODE, "Nông Thị Mai", "15/06/2013", "Nữ", "8A2", "8")
                        .xlsx());
        pupil = at(here, CODE);
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change(
                        "insert into guardianship (id, school_id, guardian_id, child_id, created_at, relation,"
                                + " accepted_at) values (?, ?, ?, ?, ?, 'Bố', ?)",
                        UUID.randomUUID(),
                        here.school(),
                        here.guardian(),
                        pupil.id(),
                        Instant.now(),
                        Instant.now()));
    }

    private Person at(TestSchools.Small school, String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> people.findByCode(code, school.school()).orElseThrow());
    }

    private RequestSpecification admin(TestSchools.Small school) {
        var name = "qt." + school.school().toString().substring(24);
        if (QuarkusTransaction.requiringNew().call(() -> !people.usernameTaken(name))) {
            var roles = Set.of(Role.ADMIN);
            var id = accounts.open(
                    new Accounts.Opening(name, "Đinh Quản", school.school(), roles, PASSWORD, false), any -> false);
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            people.persist(Person.join(id, school.school(), "Đinh Quản", name, roles, Instant.now())));
        }
        return given().auth().oauth2(SignedIn.token(name, PASSWORD)).contentType(ContentType.JSON);
    }

    private static Caller callerOf(TestSchools.Small school) {
        return new Caller(UUID.randomUUID(), school.school(), Set.of(Role.ADMIN));
    }

    private UUID offer() {
        return UUID.fromString(admin(here)
                .body(Map.of("personId", pupil.id(), "schoolId", there.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(201)
                .body("state", equalTo("WAITING"))
                .extract()
                .path("id"));
    }

    private ValidatableResponse take(UUID offer) {
        return admin(there)
                .body(Map.of("classId", there.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then();
    }

    private void kept() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var cell : List.of("TX1 8", "TX2 7.5", "GK 9", "NX Chăm")) {
                rows.change(
                        "insert into mark_cell (learner_id, school_year_id, subject, term, slot, school_id, class_id,"
                                + " value, version, changed_at, changed_by) select ?, c.school_year_id, 'toan', 1, ?,"
                                + " c.school_id, c.id, ?, 1, now(), ? from membership m"
                                + " join school_class c on c.id = m.class_id where m.person_id = ?",
                        pupil.id(),
                        cell.split(" ", 2)[0],
                        cell.split(" ", 2)[1],
                        here.teacher(),
                        pupil.id());
            }
            rows.change(
                    "insert into evidence (id, school_id, learner_id, indicator, kind, source_id, part_of, title, share,"
                            + " at) values (?, ?, ?, '1.1.TC1a', 'LESSON', ?, ?, 'Bài 1', 1, now())",
                    UUID.randomUUID(),
                    here.school(),
                    pupil.id(),
                    UUID.randomUUID(),
                    UUID.randomUUID());
        });
    }

    @Test
    void heIsTakenWithWhatGoesAlongAndTheRestStays() {
        kept();
        var offer = offer();
        admin(there)
                .get("/pupil-transfers/arriving")
                .then()
                .body("name", contains("Nông Thị Mai"))
                .body("[0].code", equalTo(CODE))
                .body("[0].birthDate", equalTo("2013-06-15"))
                .body("[0].className", equalTo("8A2"))
                .body("[0].personId", nullValue());
        admin(there).get("/person-files/" + pupil.id()).then().statusCode(404);

        var taken = take(offer).statusCode(200).body("slips", hasSize(2)).extract();
        var newId = UUID.fromString(taken.path("personId"));

        assertNotEquals(pupil.id(), newId);
        var now = at(there, CODE);
        assertEquals(newId, now.id());
        assertEquals(pupil.birthDate(), now.birthDate());
        assertEquals(pupil.id(), now.cameFrom());
        assertNotEquals(pupil.username(), now.username());
        admin(there)
                .get("/person-files/" + newId)
                .then()
                .body("guardians.name", contains("Nguyễn Văn Hoàng"))
                .body("guardians.relation", contains("Bố"))
                .body("guardians[0].acceptedAt", nullValue())
                .body("stays.className", contains("8A2"));
        admin(there)
                .get("/transferred-marks/" + there.classId())
                .then()
                .statusCode(200)
                .body("learnerId", contains(newId.toString()))
                .body("[0].marks.subjects.subject", contains("toan"))
                .body("[0].marks.subjects[0].terms[0].marks.slot", hasItem("nx"));
        assertEquals(1, count("select count(*) from evidence where learner_id = ? and school_id = ?", newId, there));
        assertEquals(
                1, count("select count(*) from evidence where learner_id = ? and school_id = ?", pupil.id(), here));
        assertEquals(0, count("select count(*) from mark_cell where learner_id = ? and school_id = ?", newId, there));
        assertEquals(
                1,
                count(
                        "select count(*) from notice where child_id = ? and school_id = ? and kind = 'TRANSFERRED'",
                        pupil.id(),
                        here));

        admin(here)
                .get("/person-files/" + pupil.id())
                .then()
                .body("leftOn", not(nullValue()))
                .body("stays.until", not(hasItem(nullValue())));
        admin(here).get("/pupil-transfers/leaving").then().body("[0].state", equalTo("TAKEN"));
        admin(here).get("/person-files/" + newId).then().statusCode(404);
        assertTrue(QuarkusTransaction.requiringNew().call(transfers::toShut).isEmpty());
        List<String> passwords = taken.path("slips.firstPassword");
        SignedIn.refused(now.username(), passwords.getFirst()).body(containsString("not fully set up"));
    }

    @Test
    void theMarksOfTheOldSchoolAreTakenOverByHand() {
        kept();
        var newId = take(offer()).extract().path("personId").toString();
        var book = "/mark-books/" + there.classId() + "/toan/1";

        var feeds = admin(there).get(book + "/feeds").then().statusCode(200);
        feeds.body("columns.slot", contains("tx1", "tx2", "gk")).body("columns.from", hasItem("OLD_SCHOOL"));
        admin(there)
                .get(book)
                .then()
                .body("proposals", equalTo(3))
                .body("rows.find { it.learnerId == '" + newId + "' }.cells.size()", equalTo(0));

        admin(there)
                .body(Map.of(
                        "sourceId", feeds.extract().<String>path("columns[0].sourceId"),
                        "taken", List.of(Map.of("learnerId", newId, "proposed", "8", "version", 0))))
                .post(book + "/feeds/tx1/take-over")
                .then()
                .statusCode(200)
                .body("written", equalTo(1));
        admin(there).get(book).then().body("proposals", equalTo(2));
    }

    @Test
    void nobodyElseSeesOrTouchesIt() {
        var offer = offer();
        var third = schools.make();

        admin(third).get("/pupil-transfers/arriving").then().body("$", empty());
        admin(third).get("/pupil-transfers/leaving").then().body("$", empty());
        admin(third)
                .body(Map.of("classId", third.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then()
                .statusCode(404)
                .body("slug", equalTo("pupil-transfer-not-found"));
        admin(here)
                .body(Map.of("classId", here.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then()
                .statusCode(404);
        admin(there).post("/pupil-transfers/" + offer + "/withdrawal").then().statusCode(404);
        admin(there)
                .body(Map.of("classId", here.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then()
                .statusCode(404)
                .body("slug", equalTo("class-not-found"));
        admin(there)
                .body(Map.of("personId", pupil.id(), "schoolId", third.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(404);
        admin(here)
                .body(Map.of("personId", pupil.id(), "schoolId", third.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(409)
                .body("slug", equalTo("pupil-transfer-waits"));
    }

    @Test
    void whatIsDeclinedIsReadAndWhatIsWithdrawnOrTooOldIsOver() {
        var declined = offer();
        admin(there)
                .body(Map.of("reason", "Khối 8 đã đủ"))
                .post("/pupil-transfers/" + declined + "/refusal")
                .then()
                .statusCode(204);
        admin(here)
                .get("/pupil-transfers/leaving")
                .then()
                .body("[0].state", equalTo("DECLINED"))
                .body("[0].reason", equalTo("Khối 8 đã đủ"));
        admin(there).get("/pupil-transfers/arriving").then().body("$", empty());

        var withdrawn = offer();
        admin(here).post("/pupil-transfers/" + withdrawn + "/withdrawal").then().statusCode(200);
        take(withdrawn).statusCode(409).body("slug", equalTo("pupil-transfer-over"));

        var old = offer();
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change("update pupil_transfer set ends_at = now() where id = ?", old));
        take(old).statusCode(409);
        admin(here).get("/pupil-transfers/leaving").then().body("[0].state", equalTo("ENDED"));
        take(offer()).statusCode(200);
    }

    @Test
    void takenTwiceAtOnceHeIsTakenOnce() throws Exception {
        var offer = offer();

        int done = bothAtOnce(
                () -> arrival.take(offer, there.classId(), callerOf(there)),
                () -> arrival.take(offer, there.classId(), callerOf(there)));

        assertEquals(1, done);
        assertEquals(
                1,
                count(
                        "select count(*) from person where came_from = ? and code is not null and school_id = ?",
                        pupil.id(),
                        there));
        assertEquals(
                2,
                count(
                        "select count(*) from person where came_from in (?, '" + here.guardian()
                                + "') and school_id = ?",
                        pupil.id(),
                        there));
    }

    @Test
    void takenAndWithdrawnAtOnceItIsEither() throws Exception {
        var offer = offer();

        int done = bothAtOnce(() -> arrival.take(offer, there.classId(), callerOf(there)), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> transfers.held(offer, here.school()).withdraw(pupil.id(), Instant.now()));
            return null;
        });

        assertEquals(1, done);
        boolean taken = count(
                        "select count(*) from pupil_transfer where taken_as is not null and person_id = ? and school_id = ?",
                        pupil.id(),
                        here)
                == 1;
        assertEquals(
                taken ? 1 : 0,
                count("select count(*) from person where came_from = ? and school_id = ?", pupil.id(), there));
        assertEquals(
                taken ? 0 : 1,
                count(
                        "select count(*) from membership where ended_at is null and person_id = ? and school_id = ?",
                        pupil.id(),
                        here));
    }

    private static int bothAtOnce(Callable<?> one, Callable<?> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            int done = 0;
            for (var each : threads.invokeAll(List.of(asking(one), asking(other)))) {
                done += each.get() ? 1 : 0;
            }
            return done;
        }
    }

    private static Callable<Boolean> asking(Callable<?> what) {
        return () -> {
            try {
                what.call();
                return true;
            } catch (Refusal.Conflict over) {
                return false;
            }
        };
    }

    @Test
    void whoComesBackIsWhoHeWas() {
        var newId = UUID.fromString(take(offer()).extract().path("personId"));
        var back = admin(there)
                .body(Map.of("personId", newId, "schoolId", here.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        admin(here)
                .body(Map.of("classId", here.classId()))
                .post("/pupil-transfers/" + back + "/arrival")
                .then()
                .statusCode(200)
                .body("personId", equalTo(pupil.id().toString()))
                .body("slips", empty());

        admin(here).get("/person-files/" + pupil.id()).then().body("leftOn", nullValue());
        admin(there).get("/person-files/" + newId).then().body("leftOn", not(nullValue()));
    }

    @Test
    void somebodyElseWithHisCodeIsNotTakenForHim() throws InterruptedException {
        roster.bring(
                there.school(),
                ListFile.aList()
                        .student(CODE, "Vi Văn Tú", "01/02/2012", "Nam", "8A2", "8")
                        .xlsx());

        take(offer()).statusCode(409).body("slug", equalTo("pupil-transfer-code-taken"));
        admin(here).get("/pupil-transfers/leaving").then().body("[0].state", equalTo("WAITING"));
    }

    @Test
    void whoIsErasedAtTheOldSchoolLeavesNoTraceOfTheWay() {
        var newId = UUID.fromString(take(offer()).extract().path("personId"));

        erasure.erase(pupil.id(), here.school());

        admin(here).get("/pupil-transfers/leaving").then().body("$", empty());
        admin(there).get("/person-files/" + newId).then().statusCode(200).body("name", equalTo("Nông Thị Mai"));
        assertEquals(0, count("select count(*) from person where came_from = ? and school_id = ?", pupil.id(), there));
    }

    private long count(String sql, UUID person, TestSchools.Small school) {
        return QuarkusTransaction.requiringNew().call(() -> rows.first(sql, row -> row.big(1), person, school.school())
                .orElse(0L));
    }
}
