package vn.lopmo.lms.organisation.transfer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.Uses;
import vn.lopmo.lms.organisation.Uses.Use;

/// What a family does not want its data used for is not forgotten on the way to another school.
@QuarkusTest
@TestProfile(RealAccounts.class)
class StoppedUsesTransferTest {
    @Inject
    Between between;

    @Inject
    Uses uses;

    @BeforeEach
    void twoSchoolsAndAPupil() throws InterruptedException {
        between.begin();
    }

    @Test
    void whatWasStoppedStaysStoppedUntilItIsTakenBack() {
        stopped(between.pupil.id(), Use.RECORDINGS);
        stopped(between.here.guardian(), Use.MAIL);

        var newId = UUID.fromString(
                between.take(between.offer()).statusCode(200).extract().path("personId"));

        assertTrue(isOff(Use.RECORDINGS, between.there, newId));
        assertFalse(isOff(Use.MAIL, between.there, newId));
        assertEquals(
                1,
                between.count(
                        "select count(*) from use_stop s join person p on p.id = s.person_id where p.came_from = ?"
                                + " and s.school_id = ? and s.used_for = 'MAIL' and s.ended_at is null",
                        between.here.guardian(),
                        between.there));
        var request = between.admin(between.there)
                .get("/privacy/requests")
                .then()
                .body("", hasSize(2))
                .body("state", contains("DONE", "DONE"))
                .body("find { it.subjectId == '" + newId + "' }.stopped", contains("RECORDINGS"))
                .body("find { it.subjectId == '" + newId + "' }.text", equalTo("Gia đình không muốn nữa."))
                .extract()
                .path("find { it.subjectId == '" + newId + "' }.id");
        between.admin(between.there)
                .delete("/privacy/requests/" + request + "/stops")
                .then()
                .statusCode(200);
        assertFalse(isOff(Use.RECORDINGS, between.there, newId));
        assertTrue(isOff(Use.RECORDINGS, between.here, between.pupil.id()));
    }

    @Test
    void whoComesBackHasItStoppedOnce() {
        stopped(between.pupil.id(), Use.RECORDINGS);
        var newId = between.take(between.offer()).statusCode(200).extract().path("personId");
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
                .statusCode(200);

        assertEquals(
                1,
                between.count(
                        "select count(*) from use_stop where person_id = ? and school_id = ? and ended_at is null",
                        between.pupil.id(),
                        between.here));
    }

    private void stopped(UUID person, Use use) {
        String request = between.admin(between.here)
                .body(Map.of("subjectId", person, "kind", "STOP", "text", "Gia đình không muốn nữa."))
                .post("/privacy/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        between.admin(between.here)
                .body(Map.of("text", "Nhà trường thực hiện.", "refused", false))
                .post("/privacy/requests/" + request + "/answer")
                .then()
                .statusCode(200);
        between.admin(between.here)
                .body(Map.of("uses", List.of(use)))
                .post("/privacy/requests/" + request + "/carry-out")
                .then()
                .statusCode(200);
    }

    private boolean isOff(Use use, TestSchools.Small school, UUID person) {
        return QuarkusTransaction.requiringNew().call(() -> uses.isOff(use, school.school(), person));
    }
}
