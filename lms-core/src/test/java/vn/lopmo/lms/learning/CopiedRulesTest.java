package vn.lopmo.lms.learning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.CopiedDays;
import vn.lopmo.platform.caller.Role;

/// How a course is learnt goes along when the course is copied.
@QuarkusTest
@TestProfile(SignedTokens.class)
class CopiedRulesTest {
    private static final Instant SOON = Instant.now().plus(Duration.ofDays(2));
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(9));
    private static final Instant JUST_NOW = Instant.now().minusSeconds(30);

    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private TaughtCourse taught;

    @BeforeEach
    void aCourseWithRulesAndDays() {
        school = schools.make();
        taught = new TaughtCourse(school);
        var first = taught.lesson(taught.section, "Bài 1");
        var second = taught.lesson(taught.section, "Bài 2");
        taught.rule(
                        first,
                        List.of(Map.of("kind", "viewed"), Map.of("kind", "minutes", "minutes", 7)),
                        List.of(),
                        List.of(TaughtCourse.dates(null, null, JUST_NOW, LATER, true)))
                .statusCode(204);
        taught.rule(
                        second,
                        List.of(),
                        List.of(Map.of("lessonId", first)),
                        List.of(
                                TaughtCourse.dates(school.classId(), null, null, SOON, false),
                                TaughtCourse.dates(null, school.first(), null, LATER, false)))
                .statusCode(204);
        var third = taught.section("Chương II");
        as(taught.teacher)
                .body(Map.of("needs", List.of(Map.of("sectionId", taught.section)), "openings", List.of()))
                .put("/course-rules/" + taught.id + "/sections/" + third)
                .then()
                .statusCode(204);
    }

    private ValidatableResponse copied(Object... classIds) {
        return as(taught.teacher)
                .body(Map.of("title", "Bản mới", "classIds", List.of(classIds)))
                .post("/courses/" + taught.id + "/copies")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse rules(String course) {
        return as(taught.teacher).get("/course-rules/" + course).then().statusCode(200);
    }

    @Test
    void rulesNeedsAndComingDaysGoAlongAndWhatIsPastIsSaid() {
        String copy = copied(school.classId())
                .body("daysMoved", equalTo(0))
                .body("daysDropped", equalTo(1))
                .extract()
                .path("id");

        var told = rules(copy);
        String first = told.extract().path("sections[0].lessons[0].id");
        String section = told.extract().path("sections[0].id");
        told.body("sections[0].lessons[0].conditions.kind", contains("viewed", "minutes"))
                .body("sections[0].lessons[0].conditions[1].minutes", equalTo(7))
                .body("sections[0].lessons[0].openings", hasSize(1))
                .body("sections[0].lessons[0].openings[0].opensAt", nullValue())
                .body("sections[0].lessons[0].openings[0].closes", equalTo(true))
                .body("sections[0].lessons[1].needs.lessonId", contains(first))
                // of one learner it stays behind
                .body(
                        "sections[0].lessons[1].openings.classId",
                        contains(school.classId().toString()))
                .body("sections[1].needs.sectionId", contains(section));
    }

    /// A day up to 31 May is of the year before, and goes along to the next one; a day from 1 June on is of this year.
    @ParameterizedTest(name = "now {0}, opens {1}, until {2}: {3} and {4}, {5} moved, {6} left out")
    @CsvSource(
            nullValues = "-",
            value = {
                "2027-06-03, 2027-05-28, 2027-06-10, -, 2027-06-10, 0, 1",
                "2027-06-12, 2027-05-28, 2027-06-10, -, -, 0, 2",
                "2027-08-20, 2026-10-05, 2026-10-20, 2027-10-04, 2027-10-19, 2, 0",
                "2027-06-03, 2027-06-05, 2027-06-10, 2027-06-05, 2027-06-10, 0, 0",
            })
    void aSpanOverTheChangeOfTheYearIsNotTurnedRound(
            String now,
            String opens,
            String until,
            @Nullable String broughtOpens,
            @Nullable String broughtUntil,
            int moved,
            int dropped) {
        var days = new CopiedDays(day(now));
        var brought = new CopiedRules.Days(null, null, null, day(opens), day(until), true, false).brought(days);

        assertEquals(
                broughtOpens == null ? null : day(broughtOpens),
                brought.map(CopiedRules.Days::opensAt).orElse(null));
        assertEquals(
                broughtUntil == null ? null : day(broughtUntil),
                brought.map(CopiedRules.Days::until).orElse(null));
        assertEquals(moved, days.moved());
        assertEquals(dropped, days.dropped());
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:30:00Z");
    }

    @Test
    void daysOfAClassThatTheCopyIsNotForStayBehind() {
        String copy = copied().extract().path("id");

        rules(copy).body("sections[0].lessons[1].openings", empty()).body("sections[0].lessons[1].needs", hasSize(1));
    }

    @Test
    void aColleagueTakesThemAlongToo() {
        as(taught.teacher)
                .body(Map.of("sharing", "SCHOOL", "template", true))
                .put("/courses/" + taught.id + "/sharing")
                .then()
                .statusCode(204);
        var duc = school.tokenOf(schools.join(school.school(), "Lê Văn Đức", Set.of(Role.TEACHER)), Role.TEACHER);
        String copy = as(duc).body(Map.of("title", "Của Đức", "classIds", List.of()))
                .post("/courses/" + taught.id + "/copies")
                .then()
                .extract()
                .path("id");

        as(duc).get("/course-rules/" + copy)
                .then()
                .statusCode(200)
                .body("sections[0].lessons[0].conditions.kind", contains("viewed", "minutes"));
    }

    @Test
    void aLessonTakenOverAloneWaitsForNothingOfTheOldCourse() {
        String second = rules(taught.id).extract().path("sections[0].lessons[1].id");
        var target = new TaughtCourse(school);
        as(taught.teacher)
                .body(Map.of("sectionId", target.section))
                .post("/lessons/" + second + "/copies")
                .then()
                .statusCode(201)
                .body("daysDropped", equalTo(0));

        rules(target.id)
                .body("sections[0].lessons[0].needs", empty())
                .body("sections[0].lessons[0].openings", hasSize(1));
    }
}
