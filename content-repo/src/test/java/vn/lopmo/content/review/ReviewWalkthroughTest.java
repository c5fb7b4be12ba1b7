package vn.lopmo.content.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.testkit.Tokens;

/// The whole road: a teacher's draft goes to her subject group, comes back, goes to the head, and to the pupils.
@QuarkusTest
@TestProfile(SignedTokens.class)
class ReviewWalkthroughTest {
    private final Library library = new Library();
    private final UUID lanId = UUID.randomUUID();
    private final String lan = Tokens.of(lanId, library.school, "teacher");
    private final UUID minhId = UUID.randomUUID();
    private final String minh = Tokens.of(minhId, library.school, "teacher");
    private final String head = Tokens.head(library.school);

    @Inject
    DataSource database;

    @Test
    void fromTheDraftToThePupils() throws Exception {
        road("GROUP_AND_HEAD");
        put(head, "/review/groups/khtn", Map.of("reviewers", List.of(lanId, minhId)))
                .statusCode(200);
        var id = draftOfLan();
        var file = library.as(lan).get("/materials/" + id).then().extract().<String>path("files[0].id");

        // she submits, sees a mistake, takes it back, mends it and submits again
        submit(id).body("stage", equalTo("GROUP")).body("checklist.point", contains("LICENCE", "SOURCES", "CONTENT"));
        edit(lan, id, "Sửa lúc đang duyệt").statusCode(409).body("slug", equalTo("material-in-review"));
        post(lan, id, "recall", Map.of()).statusCode(200).body("stage", equalTo("RECALLED"));
        edit(lan, id, "Áp suất khí quyển").statusCode(200);
        submit(id).statusCode(200);

        // her colleague comments on a page and a field, and returns it
        library.as(minh).get("/review/queue?shelf=GROUP").then().body("materialId", contains(id));
        library.as(lan).get("/review/queue?shelf=GROUP").then().body("$", hasSize(0));
        post(minh, id, "comments", Map.of("text", "Sai đơn vị: N/m2", "fileId", file, "page", 1))
                .statusCode(201);
        post(minh, id, "comments", Map.of("text", "Trang này không có", "fileId", file, "page", 9))
                .statusCode(404);
        post(minh, id, "comments", Map.of("text", "Ghi rõ nguồn ảnh", "field", "source"))
                .statusCode(201)
                .body("comments", hasSize(2));
        post(lan, id, "return", Map.of("reason", "tự trả")).statusCode(403);
        post(minh, id, "return", Map.of("reason", "")).statusCode(422);
        post(minh, id, "return", Map.of("reason", "Hai chỗ cần sửa")).statusCode(200);

        // she sees why, mends it, and it goes up
        var back = library.as(lan)
                .get("/materials/" + id + "/review")
                .then()
                .body("stage", equalTo("RETURNED"))
                .body("comments[0].page", equalTo(1))
                .body("history[-1].note", equalTo("Hai chỗ cần sửa"))
                .extract();
        library.as(lan)
                .get("/review/counts")
                .then()
                .body("returned", equalTo(1))
                .body("mine", equalTo(0));
        String comment = back.path("comments[0].id");
        post(lan, id, "comments/" + comment + "/resolve", Map.of())
                .statusCode(200)
                .body("comments[0].resolvedBy", equalTo(lanId.toString()));
        edit(lan, id, "Áp suất khí quyển quanh ta").statusCode(200);
        submit(id).statusCode(200);
        library.as(lan)
                .get("/review/counts")
                .then()
                .body("returned", equalTo(0))
                .body("mine", equalTo(1));
        post(lan, id, "approve", Map.of("note", "")).statusCode(403);
        post(minh, id, "approve", Map.of("note", "Đã sửa đủ")).statusCode(200).body("stage", equalTo("HEAD"));

        // the librarian sees to the licence, the head to the rest
        library.publish(id).statusCode(409).body("slug", equalTo("review-required"));
        library.as(library.student).get("/materials/" + id).then().statusCode(404);
        library.as(head).get("/review/queue?shelf=HEAD").then().body("materialId", contains(id));
        post(head, id, "approve", Map.of("note", "")).statusCode(409).body("slug", equalTo("review-checklist-open"));
        tick(library.librarian, id, "LICENCE").statusCode(200);
        tick(library.librarian, id, "SUBTITLES").statusCode(404);
        tick(minh, id, "CONTENT").statusCode(403);
        tick(head, id, "SOURCES").statusCode(200);
        tick(head, id, "CONTENT").statusCode(200);
        post(library.librarian, id, "approve", Map.of("note", "")).statusCode(403);
        post(head, id, "approve", Map.of("note", "Dùng từ tuần 13"))
                .statusCode(200)
                .body("stage", equalTo("APPROVED"))
                .body(
                        "history.act",
                        contains(
                                "SUBMITTED",
                                "RECALLED",
                                "SUBMITTED",
                                "COMMENTED",
                                "COMMENTED",
                                "RETURNED",
                                "RESOLVED",
                                "SUBMITTED",
                                "GROUP_APPROVED",
                                "TICKED",
                                "TICKED",
                                "TICKED",
                                "HEAD_APPROVED"))
                .body("history[-1].version", equalTo(1));

        library.as(library.student)
                .get("/materials/" + id)
                .then()
                .statusCode(200)
                .body("metadata.title", equalTo("Áp suất khí quyển quanh ta"))
                .body("note", equalTo("Dùng từ tuần 13"));
        post(head, id, "approve", Map.of("note", "")).statusCode(409).body("slug", equalTo("review-closed"));
        historyCannotBeRewritten();
    }

    @Test
    void whereNobodyIsAskedTheLibrarianPublishesAsBefore() {
        var id = draftOfLan();

        library.as(lan)
                .get("/materials/" + id + "/review")
                .then()
                .body("road", equalTo("NONE"))
                .body("stage", nullValue());
        post(lan, id, "submit", Map.of("note", "")).statusCode(409).body("slug", equalTo("review-not-needed"));
        library.publish(id).statusCode(200);
    }

    @Test
    void theHeadAloneIsAskedWhereTheSchoolWantsIt() {
        road("HEAD");
        var id = draftOfLan();
        submit(id).body("stage", equalTo("HEAD"));
        submit(id).statusCode(409);

        post(minh, id, "approve", Map.of("note", "")).statusCode(404);
        library.send(library.librarian, Map.of("ids", List.of(id)), "/materials/edits/publish")
                .body("refused.slug", contains("review-required"));
        library.as(new Library().librarian)
                .get("/materials/" + id + "/review")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyTheHeadSetsTheRoad() {
        put(library.teacher, "/review/settings", Map.of("road", "HEAD")).statusCode(403);
        put(library.librarian, "/review/groups/toan", Map.of("reviewers", List.of()))
                .statusCode(403);
        put(head, "/review/groups/bua-chu", Map.of("reviewers", List.of())).statusCode(422);
        library.as(library.student).get("/review/counts").then().statusCode(403);
    }

    private String draftOfLan() {
        var id = library.upload(lan, "ap suat.txt", Fixtures.utf8("Áp suất khí quyển là 101325 Pa."))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        library.await("/materials/" + id, lan, found -> found.getString("files[0].state")
                .equals("READY"));
        edit(lan, id, "Áp suất").statusCode(200);
        return id;
    }

    private ValidatableResponse edit(String token, String id, String title) {
        int revision =
                library.as(token).get("/materials/" + id).then().extract().path("revision");
        return put(token, "/materials/" + id, Map.of("revision", revision, "metadata", library.metadata(title)));
    }

    private ValidatableResponse submit(String id) {
        return post(lan, id, "submit", Map.of("note", "Nhờ tổ xem giúp"));
    }

    private ValidatableResponse tick(String token, String id, String point) {
        return put(token, "/materials/" + id + "/review/checklist/" + point, Map.of("ticked", true));
    }

    private ValidatableResponse post(String token, String id, String verb, Map<String, Object> body) {
        return library.send(token, body, "/materials/" + id + "/review/" + verb);
    }

    private ValidatableResponse put(String token, String path, Object body) {
        return library.as(token)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    private void road(String road) {
        put(head, "/review/settings", Map.of("road", road)).statusCode(200);
    }

    private void historyCannotBeRewritten() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeUpdate("update review_step set note = 'khác'"));
            assertThrows(SQLException.class, () -> statement.executeUpdate("delete from review_step"));
        }
    }
}
