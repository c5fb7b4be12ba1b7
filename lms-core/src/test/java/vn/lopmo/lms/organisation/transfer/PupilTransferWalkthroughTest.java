package vn.lopmo.lms.organisation.transfer;

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
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.organisation.Erasure;
import vn.lopmo.lms.organisation.SignedIn;

/// A pupil goes from one school of the install to another: what goes along, what stays, and what each of the two reads.
@QuarkusTest
@TestProfile(RealAccounts.class)
class PupilTransferWalkthroughTest {
    @Inject
    Between between;

    @Inject
    PupilTransfers transfers;

    @Inject
    Erasure erasure;

    @BeforeEach
    void twoSchoolsAndAPupil() throws InterruptedException {
        between.begin();
    }

    @Test
    void heIsTakenWithWhatGoesAlongAndTheRestStays() {
        kept();
        var offer = between.offer();
        between.admin(between.there)
                .get("/pupil-transfers/arriving")
                .then()
                .body("name", contains("Nông Thị Mai"))
                .body("[0].code", equalTo(Between.CODE))
                .body("[0].birthDate", equalTo("2013-06-15"))
                .body("[0].className", equalTo("8A2"))
                .body("[0].personId", nullValue());
        between.admin(between.there)
                .get("/person-files/" + between.pupil.id())
                .then()
                .statusCode(404);

        var taken =
                between.take(offer).statusCode(200).body("slips", hasSize(2)).extract();
        var newId = UUID.fromString(taken.path("personId"));

        assertNotEquals(between.pupil.id(), newId);
        var now = between.at(between.there, Between.CODE);
        assertEquals(newId, now.id());
        assertEquals(between.pupil.birthDate(), now.birthDate());
        assertEquals(between.pupil.id(), now.cameFrom());
        assertNotEquals(between.pupil.username(), now.username());
        between.admin(between.there)
                .get("/person-files/" + newId)
                .then()
                .body("guardians.name", contains("Nguyễn Văn Hoàng"))
                .body("guardians.relation", contains("Bố"))
                .body("guardians[0].acceptedAt", nullValue())
                .body("stays.className", contains("8A2"));
        between.admin(between.there)
                .get("/transferred-marks/" + between.there.classId())
                .then()
                .statusCode(200)
                .body("learnerId", contains(newId.toString()))
                .body("[0].marks.subjects.subject", contains("toan"))
                .body("[0].marks.subjects[0].terms[0].marks.slot", hasItem("nx"))
                .body("[0].marks.commendations.reason", contains("Giúp bạn"));
        assertEquals(
                1,
                between.count(
                        "select count(*) from evidence where learner_id = ? and school_id = ?", newId, between.there));
        assertEquals(
                1,
                between.count(
                        "select count(*) from evidence where learner_id = ? and school_id = ?",
                        between.pupil.id(),
                        between.here));
        assertEquals(
                0,
                between.count(
                        "select count(*) from mark_cell where learner_id = ? and school_id = ?", newId, between.there));
        assertEquals(
                1,
                between.count(
                        "select count(*) from notice where child_id = ? and school_id = ? and kind = 'TRANSFERRED'",
                        between.pupil.id(),
                        between.here));

        between.admin(between.here)
                .get("/person-files/" + between.pupil.id())
                .then()
                .body("leftOn", not(nullValue()))
                .body("stays.until", not(hasItem(nullValue())));
        between.admin(between.here).get("/pupil-transfers/leaving").then().body("[0].state", equalTo("TAKEN"));
        between.admin(between.here).get("/person-files/" + newId).then().statusCode(404);
        assertTrue(QuarkusTransaction.requiringNew().call(transfers::toShut).isEmpty());
        List<String> passwords = taken.path("slips.firstPassword");
        SignedIn.refused(now.username(), passwords.getFirst()).body(containsString("not fully set up"));
    }

    private void kept() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var cell : List.of("TX1 8", "TX2 7.5", "GK 9", "NX Chăm")) {
                between.rows.change(
                        "insert into mark_cell (learner_id, school_year_id, subject, term, slot, school_id, class_id,"
                                + " value, version, changed_at, changed_by) select ?, c.school_year_id, 'toan', 1, ?,"
                                + " c.school_id, c.id, ?, 1, now(), ? from membership m"
                                + " join school_class c on c.id = m.class_id where m.person_id = ?",
                        between.pupil.id(),
                        cell.split(" ", 2)[0],
                        cell.split(" ", 2)[1],
                        between.here.teacher(),
                        between.pupil.id());
            }
            between.rows.change(
                    "insert into given_award (id, school_id, school_year_id, class_id, learner_id, kind, reason, day,"
                            + " awarded_at, awarded_by) select uuidv7(), c.school_id, c.school_year_id, c.id, ?,"
                            + " 'COMMENDATION', 'Giúp bạn', current_date, now(), ? from membership m"
                            + " join school_class c on c.id = m.class_id where m.person_id = ?",
                    between.pupil.id(),
                    between.here.teacher(),
                    between.pupil.id());
            between.rows.change(
                    "insert into evidence (id, school_id, learner_id, indicator, kind, source_id, part_of, title, share,"
                            + " at) values (?, ?, ?, '1.1.TC1a', 'LESSON', ?, ?, 'Bài 1', 1, now())",
                    UUID.randomUUID(),
                    between.here.school(),
                    between.pupil.id(),
                    UUID.randomUUID(),
                    UUID.randomUUID());
        });
    }

    @Test
    void theMarksOfTheOldSchoolAreTakenOverByHand() {
        kept();
        var newId = between.take(between.offer()).extract().path("personId").toString();
        var book = "/mark-books/" + between.there.classId() + "/toan/1";

        var feeds = between.admin(between.there).get(book + "/feeds").then().statusCode(200);
        feeds.body("columns.slot", contains("tx1", "tx2", "gk")).body("columns.from", hasItem("OLD_SCHOOL"));
        between.admin(between.there)
                .get(book)
                .then()
                .body("proposals", equalTo(3))
                .body("rows.find { it.learnerId == '" + newId + "' }.cells.size()", equalTo(0));

        between.admin(between.there)
                .body(Map.of(
                        "sourceId", feeds.extract().<String>path("columns[0].sourceId"),
                        "taken", List.of(Map.of("learnerId", newId, "proposed", "8", "version", 0))))
                .post(book + "/feeds/tx1/take-over")
                .then()
                .statusCode(200)
                .body("written", equalTo(1));
        between.admin(between.there).get(book).then().body("proposals", equalTo(2));
    }

    @Test
    void whatIsDeclinedIsReadAndWhatIsWithdrawnOrTooOldIsOver() {
        var declined = between.offer();
        between.admin(between.there)
                .body(Map.of("reason", "Khối 8 đã đủ"))
                .post("/pupil-transfers/" + declined + "/refusal")
                .then()
                .statusCode(204);
        between.admin(between.here)
                .get("/pupil-transfers/leaving")
                .then()
                .body("[0].state", equalTo("DECLINED"))
                .body("[0].reason", equalTo("Khối 8 đã đủ"));
        between.admin(between.there).get("/pupil-transfers/arriving").then().body("$", empty());

        var withdrawn = between.offer();
        between.admin(between.here)
                .post("/pupil-transfers/" + withdrawn + "/withdrawal")
                .then()
                .statusCode(200);
        between.take(withdrawn).statusCode(409).body("slug", equalTo("pupil-transfer-over"));

        var old = between.offer();
        QuarkusTransaction.requiringNew()
                .run(() -> between.rows.change("update pupil_transfer set ends_at = now() where id = ?", old));
        between.take(old).statusCode(409);
        between.admin(between.here).get("/pupil-transfers/leaving").then().body("[0].state", equalTo("ENDED"));
        between.take(between.offer()).statusCode(200);
    }

    @Test
    void whoComesBackIsWhoHeWas() {
        var newId = UUID.fromString(between.take(between.offer()).extract().path("personId"));
        var back = between.admin(between.there)
                .body(Map.of("personId", newId, "schoolId", between.here.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        between.admin(between.here)
                .body(Map.of("classId", between.here.classId()))
                .post("/pupil-transfers/" + back + "/arrival")
                .then()
                .statusCode(200)
                .body("personId", equalTo(between.pupil.id().toString()))
                .body("slips", empty());

        between.admin(between.here)
                .get("/person-files/" + between.pupil.id())
                .then()
                .body("leftOn", nullValue());
        between.admin(between.there).get("/person-files/" + newId).then().body("leftOn", not(nullValue()));
    }

    @Test
    void whoseAccountCannotBeOpenedAgainStaysWhereHeIs() {
        var newId = UUID.fromString(between.take(between.offer()).extract().path("personId"));
        between.accounts.close(between.pupil.id());
        var back = between.admin(between.there)
                .body(Map.of("personId", newId, "schoolId", between.here.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        between.admin(between.here)
                .body(Map.of("classId", between.here.classId()))
                .post("/pupil-transfers/" + back + "/arrival")
                .then()
                .statusCode(503)
                .body("slug", equalTo("identity-away"));

        between.admin(between.there).get("/person-files/" + newId).then().body("leftOn", nullValue());
        between.admin(between.there).get("/pupil-transfers/leaving").then().body("[0].state", equalTo("WAITING"));
        between.admin(between.here)
                .get("/person-files/" + between.pupil.id())
                .then()
                .body("leftOn", not(nullValue()));
    }

    @Test
    void anOldAccountThatIsGoneIsShut() {
        var offer = between.offer();
        between.accounts.close(between.pupil.id());

        between.take(offer).statusCode(200);

        assertTrue(QuarkusTransaction.requiringNew().call(transfers::toShut).isEmpty());
    }

    @Test
    void whoIsErasedAtTheOldSchoolLeavesNoTraceOfTheWay() {
        var newId = UUID.fromString(between.take(between.offer()).extract().path("personId"));

        erasure.erase(between.pupil.id(), between.here.school());

        between.admin(between.here).get("/pupil-transfers/leaving").then().body("$", empty());
        between.admin(between.there)
                .get("/person-files/" + newId)
                .then()
                .statusCode(200)
                .body("name", equalTo("Nông Thị Mai"));
        assertEquals(
                0,
                between.count(
                        "select count(*) from person where came_from = ? and school_id = ?",
                        between.pupil.id(),
                        between.there));
    }
}
