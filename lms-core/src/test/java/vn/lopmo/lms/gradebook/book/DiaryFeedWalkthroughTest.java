package vn.lopmo.lms.gradebook.book;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.as;
import static vn.lopmo.lms.gradebook.book.BookAtSchool.cell;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// Who was away stands in the class diary; the book of conduct is offered how often.
@QuarkusTest
@TestProfile(SignedTokens.class)
class DiaryFeedWalkthroughTest {
    private static final String WEDNESDAY = "2026-10-14";
    private static final String THURSDAY = "2026-10-15";

    @Inject
    TestSchools schools;

    private TestSchools.Small school;
    private BookAtSchool conduct;
    private String teacher;

    @BeforeEach
    void aClass() {
        school = schools.make();
        conduct = new BookAtSchool(school, "ren-luyen", 1);
        teacher = school.tokenOf(school.teacher(), Role.TEACHER);
    }

    private void written(String day, String session, int period, Map<UUID, Boolean> away) {
        var line = new HashMap<String, Object>();
        line.put("day", day);
        line.put("session", session);
        line.put("period", period);
        line.put("subject", "khtn");
        line.put("content", "Bài 16");
        line.put("remark", "");
        line.put(
                "absent",
                away.entrySet().stream()
                        .map(each -> Map.of("learnerId", each.getKey(), "excused", each.getValue()))
                        .toList());
        as(teacher)
                .body(line)
                .put("/diaries/" + school.classId() + "/lines")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse feeds() {
        return as(teacher).get(conduct.path() + "/feeds").then().statusCode(200);
    }

    private ValidatableResponse take(String slot, Object source, Map<String, Object> taken) {
        return as(teacher)
                .body(Map.of("sourceId", source, "taken", List.of(taken)))
                .post(conduct.path() + "/feeds/" + slot + "/take-over")
                .then();
    }

    @Test
    void aDayAwayIsOfferedAndWrittenOnlyByHand() {
        written(WEDNESDAY, "MORNING", 1, Map.of(school.second(), true));
        written(WEDNESDAY, "MORNING", 2, Map.of(school.second(), true));

        var offered = feeds().body("columns.slot", contains("vp"))
                .body("columns.from", contains("DIARY"))
                .body("columns[0].proposals.learnerId", contains(school.second().toString()))
                .body("columns[0].proposals.proposed", contains("1"))
                .body("columns[0].proposals.typed", contains(false));
        conduct.get(teacher).body("proposals", equalTo(1)).body("rows.collect { it.cells.size() }.sum()", equalTo(0));

        take(
                        "vp",
                        offered.extract().path("columns[0].sourceId"),
                        Map.of("learnerId", school.second(), "proposed", "1", "version", 0))
                .statusCode(200)
                .body("written", equalTo(1));
        feeds().body("columns", empty());
        conduct.get(teacher).body("proposals", equalTo(0));
    }

    @Test
    void aPeriodMissedIsNoDayAndADayCountsOnce() {
        written(WEDNESDAY, "MORNING", 1, Map.of(school.first(), false, school.second(), true));
        written(WEDNESDAY, "MORNING", 2, Map.of(school.second(), false));
        written(WEDNESDAY, "AFTERNOON", 1, Map.of(school.second(), true));
        written(THURSDAY, "MORNING", 1, Map.of(school.second(), true));

        feeds().body("columns.slot", contains("vp", "vk"))
                .body("columns[0].proposals.learnerId", contains(school.second().toString()))
                .body("columns.collect { it.proposals[0].proposed }", contains("1", "1"));
    }

    @Test
    void whatWasTypedIsMarkedAndWhatChangedMeanwhileIsNotTaken() {
        written(WEDNESDAY, "MORNING", 1, Map.of(school.second(), false));
        conduct.put(teacher, List.of(cell(school.second(), "vk", "3", 0), cell(school.first(), "vk", "2", 0)));

        var offered = feeds().body("columns.slot", contains("vk"))
                .body("columns[0].proposals.standing", contains("3", "2"))
                .body("columns[0].proposals.proposed", contains("1", "0"))
                .body("columns[0].proposals.typed", contains(true, true));
        var source = offered.extract().path("columns[0].sourceId");
        written(THURSDAY, "MORNING", 1, Map.of(school.second(), false));

        take("vk", source, Map.of("learnerId", school.second(), "proposed", "1", "version", 1))
                .body("written", equalTo(0))
                .body("refused", contains(school.second().toString()));
    }

    @Test
    void otherBooksAndAClassWithoutADiaryAreOfferedNothing() {
        feeds().body("columns", empty());
        written(WEDNESDAY, "MORNING", 1, Map.of(school.second(), false));

        as(teacher)
                .get(new BookAtSchool(school, "khtn", 1).path() + "/feeds")
                .then()
                .body("columns", empty());
        as(teacher)
                .get(new BookAtSchool(school, "ren-luyen", 2).path() + "/feeds")
                .then()
                .body("columns", empty());
    }
}
