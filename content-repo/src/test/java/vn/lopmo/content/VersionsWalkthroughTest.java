package vn.lopmo.content;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Materials change; what a lesson refers to stays what it was.
@QuarkusTest
@TestProfile(SignedTokens.class)
class VersionsWalkthroughTest {
    private final Library library = new Library();

    @Test
    void aLessonGoesOnShowingTheVersionItWasMadeWith() {
        var draft = library.uploaded("nhiet do.txt", Fixtures.utf8("Nhiệt độ là số đo độ nóng, lạnh."));
        library.describe(draft, library.metadata("Nhiệt độ"));
        var id = draft.getString("id");
        library.publish(id).statusCode(200).body("version", equalTo(1)).body("format", equalTo("txt"));
        var oldFile = draft.getString("files[0].id");
        library.as(library.librarian)
                .multiPart("file", "moi.txt", Fixtures.utf8("Bản có thêm thang Kelvin."))
                .queryParam("replaces", oldFile)
                .post("/materials/" + id + "/files")
                .then()
                .statusCode(201);
        library.as(library.librarian)
                .queryParam("note", "Thêm thang Kelvin")
                .post("/materials/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        library.as(library.student)
                .get("/materials/" + id + "/versions/1")
                .then()
                .statusCode(200)
                .body("newer", equalTo(true))
                .body("newest", equalTo(2))
                .body("files.id", contains(oldFile));
        library.as(library.student).get("/files/" + oldFile).then().statusCode(200);
        library.as(library.student)
                .get("/materials/" + id + "/versions")
                .then()
                .body("version", contains(2, 1))
                .body("[0].note", equalTo("Thêm thang Kelvin"));
        library.as(library.student)
                .get("/materials/" + id + "/versions/3")
                .then()
                .statusCode(404);
        library.as(library.student)
                .queryParam("id", id)
                .get("/materials/standing")
                .then()
                .body("[0].newest", equalTo(2))
                .body("[0].note", equalTo("Thêm thang Kelvin"));
    }

    @Test
    void aNarrowerVersionDoesNotOpenAWiderOneNorTheOtherWayRound() {
        var metadata = library.metadata("Sổ điểm mẫu");
        metadata.put("visibility", "STAFF");
        var id = library.published(metadata);
        metadata.put("visibility", "SCHOOL");
        library.describe(library.material(id), metadata);
        library.publish(id).statusCode(200);

        library.as(library.student).get("/materials/" + id).then().statusCode(200);
        library.as(library.student)
                .get("/materials/" + id + "/versions/1")
                .then()
                .statusCode(404);
        library.as(library.student).get("/materials/" + id + "/versions").then().body("version", contains(2));
    }

    @Test
    void severalFilesHaveTheirPlaces() {
        var draft = library.uploaded("bai.txt", Fixtures.utf8("Lời bài hát"));
        var id = draft.getString("id");
        var first = draft.getString("files[0].id");
        var second = library.as(library.librarian)
                .multiPart("file", "phu luc.txt", Fixtures.utf8("Phụ lục"))
                .post("/materials/" + id + "/files")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("files[1].id");

        arrange(id, Map.of("id", second, "kind", "CONTENT"), Map.of("id", first, "kind", "SUBTITLE", "language", "vi"))
                .statusCode(200)
                .body("files.id", contains(second, first))
                .body("files[1].kind", equalTo("SUBTITLE"))
                .body("files[1].language", equalTo("vi"));
        library.describe(library.material(id), library.metadata("Bài hát"));
        library.publish(id).statusCode(200);
        arrange(id, Map.of("id", second, "kind", "CONTENT")).body("files", hasSize(1));
        arrange(id, Map.of("id", first, "kind", "CONTENT")).statusCode(404);

        library.as(library.student)
                .get("/materials/" + id)
                .then()
                .body("files.id", contains(second, first))
                .body("files.kind", contains("CONTENT", "SUBTITLE"));
    }

    @Test
    void theCreditOfTheOriginalOutlivesIt() {
        var original = library.published(library.metadata("Bản đồ gốc"));
        var copy = library.published(library.metadata("Bản đồ câm"));
        relate(copy, "BASED_ON", original).statusCode(200).body("relations.title", contains("Bản đồ gốc"));
        relate(original, "BASED_ON", copy).statusCode(422).body("slug", equalTo("relation-circular"));
        library.publish(copy).statusCode(200);

        library.withdraw(original, "Tác giả yêu cầu");

        library.as(library.student)
                .get("/materials/" + copy)
                .then()
                .body("metadata.basedOn[0].title", equalTo("Bản đồ gốc"))
                .body("attribution", containsString("Dựa trên: “Bản đồ gốc”, Tổ chuyên môn, CC BY 4.0"));
        library.as(library.student)
                .get("/materials/" + copy + "/relations")
                .then()
                .body("relations", hasSize(0));
    }

    @Test
    void whatIsWithdrawnSaysWhyToTheStaffAndCanComeBack() {
        var id = library.published(library.metadata("Bài hát cũ"));
        library.withdraw(id, "Chưa rõ bản quyền");

        library.as(library.teacher)
                .queryParam("id", id)
                .get("/materials/standing")
                .then()
                .body("[0].withdrawnReason", equalTo("Chưa rõ bản quyền"));
        library.as(library.student)
                .queryParam("id", id)
                .get("/materials/standing")
                .then()
                .body("$", hasSize(0));
        library.as(library.librarian)
                .post("/materials/" + id + "/restore")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("version", equalTo(1))
                .body("withdrawnReason", nullValue());
        library.as(library.student).get("/materials/" + id).then().statusCode(200);
        library.as(library.librarian)
                .post("/materials/" + id + "/restore")
                .then()
                .statusCode(409);
    }

    @Test
    void theStrictestLicenceIsComputedAndTheClashNamed() {
        var free = library.published(library.metadata("Ảnh tự do"));
        var alike = library.published(licensed("Ảnh chia sẻ", "CC_BY_SA"));
        var unsold = library.published(licensed("Ảnh không bán", "CC_BY_NC"));

        combine(free, alike).body("licence", equalTo("CC_BY_SA")).body("attribution", hasSize(2));
        combine(alike, unsold)
                .body("licence", nullValue())
                .body("problems[0].fault", equalTo("COMMERCE_CLASH"))
                .body("problems[0].materialIds", contains(alike, unsold));
        combine(UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void manyAreChangedAtOnceAndTheChangeIsTakenBack() {
        var first = library.created(library.metadata("Một"));
        var second = library.created(library.metadata("Hai"));
        var change = Map.of("ids", List.of(first, second, UUID.randomUUID()), "subject", "toan", "licence", "CC0");

        var done = library.send(library.librarian, change, "/materials/edits")
                .statusCode(200)
                .body("changed", contains(first, second))
                .body("refused.slug", contains("material-not-found"))
                .extract()
                .jsonPath();
        library.describe(library.material(second), library.metadata("Hai, sửa tay"));
        var undo = Map.of("undo", done.getString("undo"));
        library.send(library.librarian, undo, "/materials/edits/undo")
                .statusCode(200)
                .body("changed", contains(first))
                .body("refused.slug", contains("changed-meanwhile"));
        library.send(library.librarian, undo, "/materials/edits/undo").statusCode(409);

        library.as(library.librarian)
                .get("/materials/" + first)
                .then()
                .body("metadata.subject", equalTo("khtn"))
                .body("metadata.licence", equalTo("CC_BY"));
        var incomplete = library.created(Map.of("title", "Thiếu"));
        library.send(library.librarian, Map.of("ids", List.of(first, incomplete)), "/materials/edits/publish")
                .statusCode(200)
                .body("changed", contains(first))
                .body("refused[0].fields", contains("type", "subject", "grades", "licence", "author"));
        library.as(library.librarian)
                .get("/materials/queue/counts")
                .then()
                .body("draft", equalTo(2))
                .body("published", equalTo(1));
    }

    private Map<String, Object> licensed(String title, String licence) {
        var metadata = library.metadata(title);
        metadata.put("licence", licence);
        return metadata;
    }

    private ValidatableResponse combine(String... ids) {
        return library.send(library.teacher, Map.of("materialIds", List.of(ids)), "/licences/combine");
    }

    private ValidatableResponse relate(String from, String kind, String to) {
        return library.as(library.librarian)
                .contentType("application/json")
                .body(Map.of("relations", List.of(Map.of("kind", kind, "materialId", to))))
                .put("/materials/" + from + "/relations")
                .then();
    }

    @SafeVarargs
    private ValidatableResponse arrange(String id, Map<String, String>... files) {
        return library.as(library.librarian)
                .contentType("application/json")
                .body(Map.of("files", List.of(files)))
                .put("/materials/" + id + "/files")
                .then();
    }
}
