package vn.lopmo.assessment;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hamcrest.Matchers;
import vn.lopmo.assessment.bank.Authoring;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.assessment.roster.MembershipChanged;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.event.EventHandler.Origin;
import vn.lopmo.platform.event.EventHandler.Told;
import vn.lopmo.testkit.Tokens;

/// Makes schools for stories: one class with a teacher and two learners, and what the teacher does before the story
/// begins.
@ApplicationScoped
public class School {
    private final ClassMembers members;
    private final Authoring authoring;

    School(ClassMembers members, Authoring authoring) {
        this.members = members;
        this.authoring = authoring;
    }

    /// The people of a school and their class.
    public record Place(UUID school, UUID classId, UUID teacher, UUID an, UUID binh) {
        public RequestSpecification asTeacher() {
            return as(teacher, "teacher");
        }

        public RequestSpecification asAn() {
            return as(an, "student");
        }

        public RequestSpecification asBinh() {
            return as(binh, "student");
        }

        public RequestSpecification as(UUID person, String role) {
            return given().auth().oauth2(Tokens.of(person, school, role)).contentType(ContentType.JSON);
        }
    }

    public Place open() {
        var place = new Place(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        join(place, place.teacher, Part.TEACHER, true, Instant.now());
        join(place, place.an, Part.STUDENT, true, Instant.now());
        join(place, place.binh, Part.STUDENT, true, Instant.now());
        return place;
    }

    public void join(Place place, UUID person, Part part, boolean active, Instant toldAt) {
        var change = new MembershipChanged(place.school, person, place.classId, "10A1", 10, part, active);
        var told = new Told<>(change, new Origin(UUID.randomUUID(), toldAt));
        QuarkusTransaction.requiringNew().run(() -> members.putAll(List.of(told)));
    }

    public UUID item(Place place, Item item, String... indicators) {
        var teacher = new Caller(place.teacher, place.school, Set.of(Role.TEACHER));
        var meta = new Meta("toan", 10, null, null, List.of(indicators), null);
        return QuarkusTransaction.requiringNew()
                .call(() -> authoring.create(teacher, item, meta, Instant.now()).itemId());
    }

    /// @param parts items of each part, each worth one point
    public UUID paper(Place place, List<List<UUID>> parts) {
        String id = ok(place.asTeacher()
                        .body(Map.of("title", "Kiểm tra 15 phút", "subject", "toan", "grade", 10, "minutes", 15))
                        .post("/papers"))
                .extract()
                .path("id");
        var body = new ArrayList<Map<String, Object>>();
        for (var items : parts) {
            var slots = items.stream()
                    .map(item -> Map.<String, Object>of("itemId", item, "points", BigDecimal.ONE))
                    .toList();
            body.add(Map.of("title", "Phần " + (body.size() + 1), "instructions", "", "slots", slots));
        }
        ok(place.asTeacher()
                .body(Map.of(
                        "revision",
                        0,
                        "title",
                        "Kiểm tra 15 phút",
                        "subject",
                        "toan",
                        "grade",
                        10,
                        "minutes",
                        15,
                        "parts",
                        body))
                .put("/papers/" + id));
        return UUID.fromString(id);
    }

    public String assign(Place place, UUID paper, Instant opensAt, Instant closesAt) {
        return ok(place.asTeacher()
                        .body(giving(place, paper, opensAt, closesAt))
                        .post("/assignments"))
                .extract()
                .path("id");
    }

    public static Map<String, Object> giving(Place place, UUID paper, Instant opensAt, Instant closesAt) {
        return Map.of(
                "paperId", paper,
                "classIds", List.of(place.classId),
                "opensAt", opensAt.toString(),
                "closesAt", closesAt.toString(),
                "minutes", 15,
                "shuffle", Map.of("items", true, "options", true));
    }

    public static ValidatableResponse ok(Response response) {
        return response.then().statusCode(Matchers.lessThan(300));
    }

    public static Map<String, Object> step(int seq, String slot, Object answer) {
        return Map.of(
                "seq",
                seq,
                "slot",
                slot,
                "answer",
                answer,
                "typedAt",
                Instant.now().toString());
    }

    public static Map<String, Object> steps(Object... steps) {
        return Map.of("steps", List.of(steps));
    }
}
