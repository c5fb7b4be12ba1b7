package vn.lopmo.content.collection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.content.roster.MembershipChanged.Part;
import vn.lopmo.testkit.Tokens;

/// A librarian puts a collection together, a teacher a reading list for her class; pupils see what is theirs.
@QuarkusTest
@TestProfile(SignedTokens.class)
class CollectionsWalkthroughTest {
    private final Library library = new Library();

    @Test
    void aCollectionKeepsItsOrderAndShowsEachReaderWhatIsHis() {
        var open = library.published(library.metadata("Cách mạng tháng Tám"));
        var staff = library.published(with("visibility", "STAFF", "Đáp án sử 9"));
        var gone = library.published(library.metadata("Phim sắp gỡ"));
        var id = started(library.librarian, "COLLECTION", "Lịch sử địa phương", "SCHOOL", null);

        arranged(library.librarian, id, 0, gone, staff, open)
                .statusCode(200)
                .body("items.material.materialId", contains(gone, staff, open))
                .body("together.licence", equalTo("CC_BY"));
        library.withdraw(gone, "Chưa rõ bản quyền");

        library.as(library.student)
                .get("/collections/" + id)
                .then()
                .body("items.material.materialId", contains(open))
                .body("about.size", equalTo(1))
                .body("about.mayEdit", equalTo(false));
        arranged(library.librarian, id, 1, open, staff).body("items.material.materialId", contains(open, staff));
        library.send(library.librarian, Map.of(), "/materials/" + gone + "/restore")
                .statusCode(200);
        library.as(library.librarian)
                .get("/collections/" + id)
                .then()
                .body("items.material.materialId", contains(open, staff, gone));
        arranged(library.librarian, id, 0, open).statusCode(409);
        arranged(library.librarian, id, 2, open, open).statusCode(422);
        arranged(library.teacher, id, 2, open).statusCode(403);
    }

    @Test
    void theyAreFoundByTheirWords() {
        started(library.librarian, "COLLECTION", "Lịch sử địa phương", "SCHOOL", null);
        started(library.librarian, "COLLECTION", "Lịch sử lớp 9: đáp án", "STAFF", null);
        started(library.librarian, "COLLECTION", "Hoá học vui", "SCHOOL", null);

        library.as(library.student).get("/collections?q=su lich").then().body("title", contains("Lịch sử địa phương"));
        library.as(library.teacher).get("/collections?q=LỊCH SỬ").then().body("$", hasSize(2));
        library.as(library.student).get("/collections?q=hoa hoc").then().body("$", hasSize(1));
        library.as(library.student).get("/collections?q=vat li").then().body("$", empty());
    }

    @Test
    void theyNestOneLevelDeep() {
        var above = started(library.librarian, "COLLECTION", "Khối 9", "SCHOOL", null);
        var below = started(library.librarian, "COLLECTION", "Học kì I", "SCHOOL", above);
        start(library.librarian, "COLLECTION", "Tuần 1", "SCHOOL", below, List.of())
                .statusCode(422);
        var second = started(library.librarian, "COLLECTION", "Học kì II", "STAFF", above);

        put(library.librarian, "/collections/order", Map.of("ids", List.of(second, below)))
                .statusCode(204);

        library.as(library.librarian).get("/collections/" + above).then().body("children.id", contains(second, below));
        library.as(library.student).get("/collections/" + above).then().body("children.id", contains(below));
        library.as(library.librarian).delete("/collections/" + above).then().statusCode(204);
        library.as(library.librarian).get("/collections").then().body("$", empty());
    }

    @Test
    void aReadingListIsForItsClass() {
        var lanId = UUID.randomUUID();
        var lan = Tokens.of(lanId, library.school, "teacher");
        var class9B = UUID.randomUUID();
        library.joins(lanId, class9B, "9B", Part.TEACHER);
        library.joins(library.studentId, class9B, "9B", Part.STUDENT);
        var story = library.published(library.metadata("Lặng lẽ Sa Pa"));

        start(lan, "COLLECTION", "Của cô Lan", "SCHOOL", null, List.of()).statusCode(403);
        start(lan, "READING_LIST", "Lớp khác", "CLASSES", null, List.of(UUID.randomUUID()))
                .statusCode(422);
        var id = start(lan, "READING_LIST", "Đọc hè", "CLASSES", null, List.of(class9B))
                .statusCode(201)
                .extract()
                .<String>path("about.id");
        var put = Map.of("materialId", story, "note", "Đọc trước thứ Hai");
        library.send(lan, put, "/collections/" + id + "/items").statusCode(200);
        library.send(lan, put, "/collections/" + id + "/items").body("items", hasSize(1));

        library.as(library.student).get("/collections/" + id).then().body("items.note", contains("Đọc trước thứ Hai"));
        library.as(Tokens.student(library.school))
                .get("/collections/" + id)
                .then()
                .statusCode(404);
        library.as(library.teacher).get("/collections").then().body("$", empty());
        library.as(new Library().librarian).get("/collections/" + id).then().statusCode(404);
    }

    @Test
    void favouritesAreOnesOwn() {
        var first = library.published(library.metadata("Một"));
        var second = library.published(library.metadata("Hai"));
        for (var id : List.of(first, second, first)) {
            put(library.student, "/favourites/" + id, Map.of()).statusCode(204);
        }

        library.as(library.student).get("/favourites").then().body("materialId", contains(second, first));
        library.as(library.teacher).get("/favourites").then().body("$", empty());
        library.as(library.student).delete("/favourites/" + second).then().statusCode(204);
        library.as(library.student).get("/favourites").then().body("title", contains("Một"));
        put(library.student, "/favourites/" + UUID.randomUUID(), Map.of()).statusCode(404);
    }

    private Map<String, Object> with(String field, String value, String title) {
        var metadata = library.metadata(title);
        metadata.put(field, value);
        return metadata;
    }

    private String started(String token, String kind, String title, String visibility, @Nullable String parent) {
        return start(token, kind, title, visibility, parent, List.of())
                .statusCode(201)
                .extract()
                .path("about.id");
    }

    private ValidatableResponse start(
            String token, String kind, String title, String visibility, @Nullable String parent, List<UUID> classes) {
        var body = new HashMap<String, Object>();
        body.put("kind", kind);
        body.put("title", title);
        body.put("visibility", visibility);
        body.put("parentId", parent);
        body.put("classIds", classes);
        return library.send(token, body, "/collections");
    }

    private ValidatableResponse arranged(String token, String id, int revision, String... materials) {
        var items = List.of(materials).stream()
                .map(material -> Map.of("materialId", material))
                .toList();
        return put(token, "/collections/" + id + "/items", Map.of("revision", revision, "items", items));
    }

    private ValidatableResponse put(String token, String path, Object body) {
        return library.as(token)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }
}
