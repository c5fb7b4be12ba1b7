package vn.lopmo.lms.organisation.transfer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.organisation.Enrolment;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYear;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.time.ClockSource;

/// A pupil goes to another school when the year is over: his old school is in its next year, or about to be.
@QuarkusTest
@TestProfile(RealAccounts.class)
class SummerTransferTest {
    @Inject
    Between between;

    @Inject
    SchoolYears years;

    @Inject
    SchoolClasses classes;

    @Inject
    Enrolment enrolment;

    private SchoolYear year;

    @BeforeEach
    void twoSchoolsAndAPupil() throws InterruptedException {
        between.begin();
        year = QuarkusTransaction.requiringNew().call(() -> years.currentOrOpen(between.here.school(), Instant.now()));
    }

    private void entered(UUID yearId, UUID classId, String value) {
        QuarkusTransaction.requiringNew()
                .run(() -> between.rows.change(
                        "insert into mark_cell (learner_id, school_year_id, subject, term, slot, school_id, class_id,"
                                + " value, version, changed_at, changed_by) values (?, ?, 'toan', 1, 'TX1', ?, ?, ?,"
                                + " 1, now(), ?)",
                        between.pupil.id(),
                        yearId,
                        between.here.school(),
                        classId,
                        value,
                        between.here.teacher()));
    }

    /// He is in 9A2 of the next year.
    private SchoolClass goesUp() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = Instant.now();
            var next = years.after(year, now);
            var room = SchoolClass.open(between.here.school(), next.id(), "9A2", 9, now);
            classes.persist(room);
            classes.flush();
            enrolment.learn(between.people.findById(between.pupil.id()), room, now);
            return room;
        });
    }

    @Test
    void theYearThatIsOverGoesAlongAndNoEmptyOne() {
        entered(year.id(), between.here.classId(), "8");
        goesUp();

        between.take(between.offer()).statusCode(200);

        between.admin(between.there)
                .get("/transferred-marks/" + between.there.classId())
                .then()
                .statusCode(200)
                .body("year", contains(year.name()))
                .body("[0].className", equalTo("8A2"))
                .body("[0].grade", equalTo(8))
                .body("[0].marks.subjects[0].terms[0].marks[0].value", equalTo("8"));
    }

    @Test
    void twoYearsGoAlongWhenBothHaveEntries() {
        entered(year.id(), between.here.classId(), "8");
        var next = goesUp();
        entered(next.schoolYearId(), next.id(), "6");

        between.take(between.offer()).statusCode(200);

        between.admin(between.there)
                .get("/transferred-marks/" + between.there.classId())
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("className", contains("9A2", "8A2"));
    }

    @Test
    void whoWasTakenMeanwhileIsNotPutBackWithTheYear() {
        var today = LocalDate.now(ClockSource.VIETNAM);
        between.admin(between.here)
                .body(Map.of(
                        "terms",
                        List.of(
                                term(1, today.minusDays(200), today.minusDays(100)),
                                term(2, today.minusDays(99), today.plusDays(10)))))
                .put("/school-years/" + year.id() + "/terms")
                .then()
                .statusCode(200);
        var change = "/rollovers/"
                + between.admin(between.here)
                        .body(Map.of("fromYearId", year.id()))
                        .post("/rollovers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("rollover.id");
        between.admin(between.here)
                .body(Map.of("personIds", List.of(between.pupil.id(), between.here.second()), "decision", "LEAVE"))
                .put(change + "/moves")
                .then()
                .statusCode(200);
        between.admin(between.here).post(change + "/apply").then().statusCode(200);
        between.take(between.offer()).statusCode(200);

        between.admin(between.here).post(change + "/undo").then().statusCode(200);

        assertEquals(0, classesHere(between.pupil.id()));
        assertEquals(1, classesHere(between.here.first()));
        assertEquals(1, classesHere(between.here.second()));
        between.admin(between.here)
                .get("/person-files/" + between.pupil.id())
                .then()
                .body("leftOn", not(nullValue()));
    }

    private static Map<String, Object> term(int number, LocalDate from, LocalDate to) {
        return Map.of("number", number, "startsOn", from.toString(), "endsOn", to.toString());
    }

    private long classesHere(UUID person) {
        return between.count(
                "select count(*) from membership where person_id = ? and school_id = ? and ended_at is null",
                person,
                between.here);
    }
}
