package vn.lopmo.lms.organisation.transfer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.organisation.roster.ListFile;
import vn.lopmo.platform.refusal.Refusal;

/// Whatever others try, and whatever two do at the same time, a pupil is at one school.
@QuarkusTest
@TestProfile(RealAccounts.class)
class PupilTransferRaceTest {
    @Inject
    Between between;

    @Inject
    Arrival arrival;

    @Inject
    PupilTransfers transfers;

    @BeforeEach
    void twoSchoolsAndAPupil() throws InterruptedException {
        between.begin();
    }

    @Test
    void nobodyElseSeesOrTouchesIt() {
        var offer = between.offer();
        var third = between.schools.make();

        between.admin(third).get("/pupil-transfers/arriving").then().body("$", empty());
        between.admin(third).get("/pupil-transfers/leaving").then().body("$", empty());
        between.admin(third)
                .body(Map.of("classId", third.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then()
                .statusCode(404)
                .body("slug", equalTo("pupil-transfer-not-found"));
        between.admin(between.here)
                .body(Map.of("classId", between.here.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then()
                .statusCode(404);
        between.admin(between.there)
                .post("/pupil-transfers/" + offer + "/withdrawal")
                .then()
                .statusCode(404);
        between.admin(between.there)
                .body(Map.of("classId", between.here.classId()))
                .post("/pupil-transfers/" + offer + "/arrival")
                .then()
                .statusCode(404)
                .body("slug", equalTo("class-not-found"));
        between.admin(between.there)
                .body(Map.of("personId", between.pupil.id(), "schoolId", third.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(404);
        between.admin(between.here)
                .body(Map.of("personId", between.pupil.id(), "schoolId", third.school()))
                .post("/pupil-transfers")
                .then()
                .statusCode(409)
                .body("slug", equalTo("pupil-transfer-waits"));
    }

    @Test
    void aLookAtHimIsReadAtHisOwnSchool() {
        between.offer();
        between.admin(between.there).get("/pupil-transfers/arriving").then().body("$", hasSize(1));

        between.admin(between.here)
                .queryParam("learner", between.pupil.id())
                .get("/privacy/accesses")
                .then()
                .body("what", contains("person-file"))
                .body("[0].learner", equalTo("Nông Thị Mai"))
                .body("[0].reader", startsWith("Đinh Quản (THCS Thử Nghiệm"));
        between.admin(between.there).get("/privacy/accesses").then().body("$", empty());
    }

    @Test
    void somebodyElseWithHisCodeIsNotTakenForHim() throws InterruptedException {
        between.roster.bring(
                between.there.school(),
                ListFile.aList()
                        .student(Between.CODE, "Vi Văn Tú", "01/02/2012", "Nam", "8A2", "8")
                        .xlsx());

        between.take(between.offer()).statusCode(409).body("slug", equalTo("pupil-transfer-code-taken"));
        between.admin(between.here).get("/pupil-transfers/leaving").then().body("[0].state", equalTo("WAITING"));
    }

    @Test
    void takenTwiceAtOnceHeIsTakenOnce() throws Exception {
        var offer = between.offer();

        int done = bothAtOnce(
                () -> arrival.take(offer, between.there.classId(), Between.callerOf(between.there)),
                () -> arrival.take(offer, between.there.classId(), Between.callerOf(between.there)));

        assertEquals(1, done);
        assertEquals(
                1,
                between.count(
                        "select count(*) from person where came_from = ? and code is not null and school_id = ?",
                        between.pupil.id(),
                        between.there));
        assertEquals(
                2,
                between.count(
                        "select count(*) from person where came_from in (?, '" + between.here.guardian()
                                + "') and school_id = ?",
                        between.pupil.id(),
                        between.there));
    }

    @Test
    void takenAndWithdrawnAtOnceItIsEither() throws Exception {
        var offer = between.offer();

        int done =
                bothAtOnce(() -> arrival.take(offer, between.there.classId(), Between.callerOf(between.there)), () -> {
                    QuarkusTransaction.requiringNew().run(() -> transfers
                            .held(offer, between.here.school())
                            .withdraw(between.pupil.id(), Instant.now()));
                    return null;
                });

        assertEquals(1, done);
        boolean taken = between.count(
                        "select count(*) from pupil_transfer where taken_as is not null and person_id = ? and school_id = ?",
                        between.pupil.id(),
                        between.here)
                == 1;
        assertEquals(
                taken ? 1 : 0,
                between.count(
                        "select count(*) from person where came_from = ? and school_id = ?",
                        between.pupil.id(),
                        between.there));
        assertEquals(
                taken ? 0 : 1,
                between.count(
                        "select count(*) from membership where ended_at is null and person_id = ? and school_id = ?",
                        between.pupil.id(),
                        between.here));
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
}
