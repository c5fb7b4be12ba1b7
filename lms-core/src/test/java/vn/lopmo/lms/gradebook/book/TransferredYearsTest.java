package vn.lopmo.lms.gradebook.book;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.as;

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
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.gradebook.book.TransferredYear.Mark;
import vn.lopmo.lms.gradebook.book.TransferredYear.Result;
import vn.lopmo.lms.gradebook.book.TransferredYear.Subject;
import vn.lopmo.lms.gradebook.book.TransferredYear.TermMarks;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.PrimaryResult;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// A pupil comes through two schools of the same name in one year.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TransferredYearsTest {
    @Inject
    TestSchools testSchools;

    @Inject
    TransferredYears transferred;

    @Inject
    Schools schools;

    @Inject
    SchoolClasses classes;

    @Inject
    SchoolYears years;

    @Inject
    Rows rows;

    private TestSchools.Small one;
    private TestSchools.Small other;
    private TestSchools.Small here;

    @BeforeEach
    void twoSchoolsOfOneName() {
        one = testSchools.make();
        other = testSchools.make();
        here = testSchools.make();
        var name = "THCS Quang Trung " + one.school();
        for (var school : List.of(one.school(), other.school())) {
            QuarkusTransaction.requiringNew()
                    .run(() -> rows.change("update school set name = ? where id = ?", name, school));
        }
    }

    @Test
    void whatOfBothComesAlongStaysApartAndTheLaterEntryIsProposed() {
        var now = Instant.now();
        brought(one, now.minusSeconds(60), new Mark("tx1", Entry.SCORE, "8"), new Mark("tx2", Entry.SCORE, "7"));
        brought(other, now, new Mark("tx2", Entry.SCORE, "5"), new Mark("gk", Entry.SCORE, "6"));

        assertEquals(2, kept(here.first()).size());
        assertEquals(
                Map.of(here.first(), Map.of(Slot.TX1, "8", Slot.TX2, "5", Slot.GK, "6")),
                QuarkusTransaction.requiringNew()
                        .call(() -> transferred.cells(
                                new Place(room(here), SubjectRule.scored("toan", 140), Slot.FIRST_TERM),
                                List.of(here.first()))));
    }

    @Test
    void whatASchoolHasItselfDoesNotComeBackToIt() {
        brought(one, Instant.now().minusSeconds(60), new Mark("tx1", Entry.SCORE, "8"));
        brought(other, Instant.now(), new Mark("gk", Entry.SCORE, "6"));

        QuarkusTransaction.requiringNew().run(() -> transferred.passOn(one.school(), here.first(), one.first()));

        assertEquals(
                List.of("gk"),
                QuarkusTransaction.requiringNew().call(() -> transferred.of(one.school(), one.first())).stream()
                        .map(each -> each.content()
                                .subjects()
                                .getFirst()
                                .terms()
                                .getFirst()
                                .marks()
                                .getFirst()
                                .slot())
                        .toList());
    }

    @Test
    void thePupilAndHisGuardianReadThemAndNobodyElse() {
        brought(one, Instant.now().minusSeconds(60), new Mark("tx1", Entry.SCORE, "8"));
        brought(other, Instant.now(), new Mark("gk", Entry.SCORE, "6"), new Mark("nx", Entry.TEXT, "Em đọc tốt."));
        var guardian = here.tokenOf(here.guardian(), Role.GUARDIAN);

        as(here.tokenOf(here.first(), Role.STUDENT))
                .get("/my/mark-book/old-schools")
                .then()
                .statusCode(200)
                .body("book.className", contains("8A2", "8A2"))
                .body("[0].book.subjects[0].terms[0].marks.slot", contains("gk"))
                .body("[0].book.subjects[0].terms[0].remarks", contains("Em đọc tốt."))
                .body("[0].book.results[0].exemplary", equalTo("Toán"))
                .body("[0].book.commendations.reason", contains("Giúp bạn"))
                .body("[1].book.subjects[0].terms[0].marks.value", contains("8"));
        as(guardian)
                .get("/my/children/" + here.first() + "/marks/old-schools")
                .then()
                .body("school", contains(startsWith("THCS Quang Trung"), startsWith("THCS Quang Trung")));

        as(here.tokenOf(here.second(), Role.STUDENT))
                .get("/my/mark-book/old-schools")
                .then()
                .body("$", empty());
        as(guardian)
                .get("/my/children/" + here.second() + "/marks/old-schools")
                .then()
                .statusCode(404);
        as(here.tokenOf(here.teacher(), Role.TEACHER))
                .get("/my/mark-book/old-schools")
                .then()
                .statusCode(403);
    }

    @Test
    void aYearThatCameBeforeCommendationsDidHasNone() {
        brought(one, Instant.now(), new Mark("tx1", Entry.SCORE, "8"));
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change(
                        "update transferred_year set content = content - 'commendations' where learner_id = ?",
                        here.first()));

        assertEquals(List.of(), kept(here.first()).getFirst().content().commendations());
    }

    private List<TransferredYears.Kept> kept(UUID learner) {
        return QuarkusTransaction.requiringNew().call(() -> transferred.of(here.school(), learner));
    }

    private void brought(TestSchools.Small from, Instant at, Mark... marks) {
        var content = new TransferredYear(
                List.of(new Subject(
                        "toan", Scheme.SCORED, List.of(new TermMarks(Slot.FIRST_TERM, List.of(marks), null)), null)),
                List.of(new Result(Period.YEAR, null, null, null, PrimaryResult.HOAN_THANH_TOT, "Toán", 3)),
                List.of(new Commendation("Giúp bạn", LocalDate.of(2026, 10, 20))));
        QuarkusTransaction.requiringNew()
                .run(() -> transferred.keep(
                        here.school(),
                        here.first(),
                        schools.get(from.school()),
                        years.get(room(from).schoolYearId()).name(),
                        room(from),
                        content,
                        at));
    }

    private SchoolClass room(TestSchools.Small school) {
        return classes.findById(school.classId());
    }
}
