package vn.lopmo.content;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import vn.lopmo.content.roster.ClassMembers;
import vn.lopmo.content.roster.MembershipChanged;
import vn.lopmo.content.roster.MembershipChanged.Part;
import vn.lopmo.platform.event.EventHandler.Origin;
import vn.lopmo.platform.event.EventHandler.Told;
import vn.lopmo.testkit.Tokens;

/// A school's library as its people use it, for tests: through the API alone.
public final class Library {
    public final UUID school = UUID.randomUUID();
    public final String librarian = Tokens.librarian(school);
    public final String teacher = Tokens.teacher(school);
    public final UUID studentId = UUID.randomUUID();
    public final String student = Tokens.of(studentId, school, "student");

    public RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public Response upload(String token, String name, byte[] content) {
        return as(token)
                .multiPart("file", name, content, "application/octet-stream")
                .post("/materials/uploads");
    }

    /// Brings a file in and waits until it was read.
    public JsonPath uploaded(String name, byte[] content) {
        var id = upload(librarian, name, content)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return await("/materials/" + id, librarian, found -> !List.of("RECEIVED", "READING")
                .contains(found.getString("files[0].state")));
    }

    public Map<String, Object> metadata(String title) {
        var metadata = new HashMap<String, Object>();
        metadata.put("title", title);
        metadata.put("type", "TAI_LIEU");
        metadata.put("subject", "khtn");
        metadata.put("grades", List.of(8));
        metadata.put("licence", "CC_BY");
        metadata.put("author", "Tổ chuyên môn");
        return metadata;
    }

    public ValidatableResponse create(String token, Map<String, Object> metadata) {
        return as(token)
                .contentType("application/json")
                .body(metadata)
                .post("/materials")
                .then();
    }

    /// As lms-core's news tells it.
    public void joins(UUID person, UUID classId, String className, Part part) {
        told(new MembershipChanged(school, person, classId, className, 8, part, true));
    }

    public static void told(MembershipChanged change) {
        var members = Arc.container().instance(ClassMembers.class).get();
        var told = new Told<>(change, new Origin(UUID.randomUUID(), Instant.now()));
        QuarkusTransaction.requiringNew().run(() -> members.putAll(List.of(told)));
    }

    public String created(Map<String, Object> metadata) {
        return create(librarian, metadata).statusCode(201).extract().path("id");
    }

    public JsonPath material(String id) {
        return as(librarian)
                .get("/materials/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public ValidatableResponse send(String token, Object body, String path) {
        return as(token).contentType("application/json").body(body).post(path).then();
    }

    public void withdraw(String id, String reason) {
        send(librarian, Map.of("reason", reason), "/materials/" + id + "/withdraw")
                .statusCode(200);
    }

    public String published(Map<String, Object> metadata) {
        String id = created(metadata);
        publish(id).statusCode(200);
        return id;
    }

    public void describe(JsonPath material, Map<String, Object> metadata) {
        as(librarian)
                .contentType("application/json")
                .body(Map.of("revision", material.getInt("revision"), "metadata", metadata))
                .put("/materials/" + material.getString("id"))
                .then()
                .statusCode(200);
    }

    public ValidatableResponse publish(String id) {
        return as(librarian).post("/materials/" + id + "/publish").then();
    }

    public JsonPath search(String token, String words) {
        return as(token)
                .queryParam("q", words)
                .get("/materials")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Searches until the index has caught up with what the test did.
    public JsonPath searchUntil(String words, Predicate<JsonPath> enough) {
        return await("/materials?q=" + words, librarian, enough);
    }

    public JsonPath await(String path, String token, Predicate<JsonPath> enough) {
        for (int i = 0; i < 300; i++) {
            var found = as(token)
                    .urlEncodingEnabled(true)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (enough.test(found)) {
                return found;
            }
            pause();
        }
        throw new AssertionError("it did not come to pass: " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
