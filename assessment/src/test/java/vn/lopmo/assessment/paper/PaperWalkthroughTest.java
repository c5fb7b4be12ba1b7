package vn.lopmo.assessment.paper;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.interchange.PaperMaking;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A teacher writes a paper and gives it to his class.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class PaperWalkthroughTest {
    private static final Instant NOW = Instant.now();

    @Inject
    School schools;

    @Inject
    PaperMaking making;

    private School.Place place;
    private UUID item;
    private UUID paper;

    @BeforeEach
    void aPaper() {
        place = schools.open();
        item = schools.item(place, Fixtures.aChoice("Chọn một", "A"));
        paper = schools.paper(place, List.of(List.of(item)));
    }

    @Test
    void publishingTwiceMakesOneVersionAndAnEditMakesTheNext() {
        ok(place.asTeacher().post("/papers/" + paper + "/publish")).body("version", equalTo(1));
        ok(place.asTeacher().post("/papers/" + paper + "/publish")).body("version", equalTo(1));

        String slot = ok(place.asTeacher().get("/papers/" + paper)).extract().path("parts[0].slots[0].id");
        var more = schools.item(place, Fixtures.aGroup());
        ok(place.asTeacher().body(revision(2, List.of(item, more))).put("/papers/" + paper))
                .body("parts[0].slots[0].id", equalTo(slot))
                .body("parts[0].slots", hasSize(2))
                .body("parts[0].slots[0].content.key", equalTo("A"))
                .body("publishedVersion", equalTo(1));
        ok(place.asTeacher().post("/papers/" + paper + "/publish")).body("version", equalTo(2));
        ok(place.asTeacher().get("/papers")).body("[0].questions", equalTo(2)).body("[0].version", equalTo(2));
    }

    @Test
    void whoWritesOverAnotherIsToldSo() {
        place.asTeacher()
                .body(revision(0, List.of(item)))
                .put("/papers/" + paper)
                .then()
                .statusCode(409)
                .body("slug", equalTo("changed-meanwhile"));
    }

    @Test
    void aPaperTakesOnlyItemsOfTheSchoolAndEachOnce() {
        for (var items : List.of(List.of(UUID.randomUUID()), List.of(item, item))) {
            place.asTeacher()
                    .body(revision(1, items))
                    .put("/papers/" + paper)
                    .then()
                    .statusCode(422);
        }
        var endless = new HashMap<>(revision(1, List.of(item)));
        endless.put("title", "đ".repeat(20_000));
        place.asTeacher()
                .body(endless)
                .put("/papers/" + paper)
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("title"));
    }

    @Test
    void aColleagueFindsNothingAndTheHeadSeesIt() {
        place.as(UUID.randomUUID(), "teacher").get("/papers/" + paper).then().statusCode(404);
        ok(place.as(UUID.randomUUID(), "head").get("/papers/" + paper));
        ok(place.as(UUID.randomUUID(), "teacher").get("/papers")).body("", hasSize(0));
        place.as(UUID.randomUUID(), "librarian").get("/papers").then().statusCode(403);
    }

    @Test
    void aPaperIsGivenOnlyToClassesThatTheTeacherTeaches() {
        var other = schools.open();
        refused(place, other.classId(), 404, "class-not-found");
        schools.join(place, place.teacher(), Part.TEACHER, false, Instant.now());
        refused(place, place.classId(), 403, "not-your-class");
    }

    @Test
    void aWindowThatIsOverOrEmptyIsRefused() {
        for (var end : List.of(NOW.minusSeconds(120), NOW.minusSeconds(30))) {
            place.asTeacher()
                    .body(School.giving(place, paper, NOW.minusSeconds(60), end))
                    .post("/assignments")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void anEventThatWasToldEarlierChangesNothing() {
        schools.join(place, place.an(), Part.STUDENT, false, NOW.plusSeconds(10));
        schools.join(place, place.an(), Part.STUDENT, true, NOW);
        schools.assign(place, paper, NOW, NOW.plusSeconds(600));

        ok(place.asAn().get("/my/assignments")).body("", hasSize(0));
        ok(place.asBinh().get("/my/assignments")).body("", hasSize(1));
        ok(place.asTeacher().get("/assignments?classId=" + place.classId()))
                .body("[0].counts.learners", equalTo(1))
                .body("[0].classIds", equalTo(List.of(place.classId().toString())));
    }

    @Test
    void anImportMakesAPaperOfItsItems() {
        var teacher = new Caller(place.teacher(), place.school(), Set.of(Role.TEACHER));
        var part = new PaperMaking.PartOfItems(
                "Phần I", "Chọn một", List.of(new PaperMaking.PointedItem(item, new BigDecimal("0.25"))));

        var made = QuarkusTransaction.requiringNew()
                .call(() -> making.makePaper(teacher, "Đề giữa kì", "toan", null, 90, List.of(part)));

        ok(place.asTeacher().get("/papers/" + made))
                .body("minutes", equalTo(90))
                .body("parts[0].slots[0].points", equalTo(0.25f));
        assertEquals(2, (int) ok(place.asTeacher().get("/papers")).extract().path("size()"));
    }

    private void refused(School.Place place, UUID classId, int status, String slug) {
        var giving = new HashMap<>(School.giving(place, paper, NOW, NOW.plusSeconds(600)));
        giving.put("classIds", List.of(classId));
        place.asTeacher()
                .body(giving)
                .post("/assignments")
                .then()
                .statusCode(status)
                .body("slug", equalTo(slug));
    }

    private static Map<String, Object> revision(int revision, List<UUID> items) {
        var slots = items.stream()
                .map(item -> Map.of("itemId", item, "points", BigDecimal.ONE))
                .toList();
        return Map.of(
                "revision",
                revision,
                "title",
                "Kiểm tra 15 phút",
                "subject",
                "toan",
                "grade",
                10,
                "minutes",
                15,
                "parts",
                List.of(Map.of("title", "Phần I", "instructions", "", "slots", slots)));
    }
}
