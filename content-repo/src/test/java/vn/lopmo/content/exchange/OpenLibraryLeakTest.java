package vn.lopmo.content.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.content.roster.MembershipChanged.Part;

/// Every door of the open library, tried with every state in which a material can be: only what is open now is given
/// out, and of what was open once only that it is gone.
@QuarkusTest
@TestProfile(SignedTokens.class)
class OpenLibraryLeakTest {
    private final OpenShelfFixture shelf = new OpenShelfFixture();
    private final OpenShelfFixture other = new OpenShelfFixture();

    private record Kept(String id, String fileId, String title) {}

    @Test
    void onlyWhatIsOpenNowIsGivenOut() throws IOException {
        shelf.open(shelf.library.librarian).statusCode(200);
        other.open(other.library.librarian).statusCode(200);
        var open = published(shelf, "mở", Map.of("visibility", "OPEN"));
        var hidden = new LinkedHashMap<String, Kept>();
        var classId = UUID.randomUUID();
        shelf.library.joins(shelf.library.studentId, classId, "8A", Part.STUDENT);
        hidden.put("classes", published(shelf, "lớp", Map.of("visibility", "CLASSES", "classIds", List.of(classId))));
        hidden.put("staff", published(shelf, "cán bộ", Map.of("visibility", "STAFF")));
        hidden.put("school", published(shelf, "trường", Map.of("visibility", "SCHOOL")));
        hidden.put("unsaid", published(shelf, "chưa nói", Map.of()));
        hidden.put("draft", drafted(shelf, "nháp", Map.of("visibility", "OPEN")));
        hidden.put("embargo", published(shelf, "chưa đến ngày", open("availableFrom", Duration.ofDays(3))));
        hidden.put("expired", published(shelf, "hết hạn", open("availableUntil", Duration.ofDays(-3))));
        hidden.put("elsewhere", published(other, "trường khác", Map.of("visibility", "OPEN")));
        var withdrawn = published(shelf, "đã gỡ", Map.of("visibility", "OPEN"));
        shelf.library.withdraw(withdrawn.id, "Hết phép");
        var closed = published(shelf, "đã đóng", Map.of("visibility", "OPEN"));
        var metadata = metadata(shelf, closed.title, Map.of("visibility", "SCHOOL"));
        shelf.library.describe(shelf.library.material(closed.id), metadata);
        shelf.library.publish(closed.id).statusCode(200);

        seen(open);
        hidden.forEach((state, kept) -> unseen(state, kept, false));
        unseen("withdrawn", withdrawn, true);
        unseen("closed", closed, true);
        for (String list : lists()) {
            assertTrue(shelf.text(list).contains(open.id), list);
        }
    }

    @Test
    void nothingIsGivenOutOfALibraryThatIsNotOpen() throws IOException {
        var kept = published(shelf, "chưa mở", Map.of("visibility", "OPEN"));

        doors(kept).forEach(door -> shelf.anybody(door).statusCode(404));
        lists().forEach(door -> shelf.anybody(door).statusCode(404));
        shelf.open(shelf.library.librarian).statusCode(200).body("materials", equalTo(1));
        seen(kept);
        shelf.library.as(shelf.library.librarian).delete("/open-library").then().statusCode(204);
        doors(kept).forEach(door -> shelf.anybody(door).statusCode(404));
        shelf.library.as(shelf.library.librarian).get("/open-library").then().body("code", nullValue());
    }

    @Test
    void onlyCuratorsOpenItAndACodeIsOneSchools() {
        shelf.open(shelf.library.teacher).statusCode(403);
        shelf.open(shelf.library.student).statusCode(403);
        shelf.open(shelf.library.librarian).statusCode(200).body("oai", containsString("/open/" + shelf.code + "/oai"));
        given().auth()
                .oauth2(other.library.librarian)
                .contentType("application/json")
                .body(Map.of("code", shelf.code, "name", "Khác", "email", "a@example.vn"))
                .put("/open-library")
                .then()
                .statusCode(409);
    }

    @Test
    void ofManyWhoWantTheSameCodeAtOnceOneGetsIt() throws Exception {
        var body = Map.of(
                "code", "cung-ma-" + UUID.randomUUID().toString().substring(0, 8), "name", "A", "email", "a@b.vn");
        Callable<Integer> claim = () -> given().auth()
                .oauth2(new Library().librarian)
                .contentType("application/json")
                .body(body)
                .put("/open-library")
                .statusCode();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(Collections.nCopies(8, claim));
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
            assertEquals(7, Collections.frequency(statuses, 409), statuses.toString());
        }
    }

    @Test
    void whatATokenOpensIsNoMatterHere() throws IOException {
        shelf.open(shelf.library.librarian).statusCode(200);
        var kept = published(shelf, "cán bộ", Map.of("visibility", "STAFF"));

        doors(kept).forEach(door -> shelf.library
                .as(shelf.library.librarian)
                .get("/open/" + shelf.code + door)
                .then()
                .statusCode(404));
        given().get("/materials/" + kept.id).then().statusCode(401);
        given().get("/open-library").then().statusCode(401);
    }

    private void seen(Kept kept) {
        doors(kept).forEach(door -> shelf.anybody(door).statusCode(200));
        var record = record(kept);
        assertTrue(record.contains("<dc:title>" + kept.title), record);
        shelf.anybody("/files/" + kept.fileId)
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", equalTo("public, max-age=300"));
    }

    private void unseen(String state, Kept kept, boolean told) {
        doors(kept)
                .forEach(door -> assertEquals(404, shelf.anybody(door).extract().statusCode(), state + " " + door));
        for (String list : lists()) {
            boolean harvest = list.startsWith("/oai");
            var text = shelf.text(list);
            assertFalse(text.contains(kept.title), state + " " + list);
            assertEquals(harvest && told, text.contains(kept.id), state + " " + list);
        }
        var record = record(kept);
        assertEquals(told, record.contains("status=\"deleted\""), state + record);
        assertEquals(!told, record.contains("idDoesNotExist"), state + record);
    }

    private String record(Kept kept) {
        return shelf.text("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:uuid:" + kept.id);
    }

    private static List<String> doors(Kept kept) {
        return List.of(
                "/materials/" + kept.id,
                "/materials/" + kept.id + "?format=jsonld",
                "/materials/" + kept.id + "/citation?format=ris",
                "/opds/publications/" + kept.id,
                "/files/" + kept.fileId,
                "/files/" + kept.fileId + "/thumbnail");
    }

    private static List<String> lists() {
        return List.of(
                "/oai?verb=ListRecords&metadataPrefix=oai_dc",
                "/oai?verb=ListRecords&metadataPrefix=oai_lom",
                "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
                "/opds/publications",
                "/opds/publications?query=hoc%20lieu",
                "/rss",
                "/materials");
    }

    private static Map<String, Object> open(String field, Duration fromNow) {
        return Map.of("visibility", "OPEN", field, Instant.now().plus(fromNow).toString());
    }

    private static Map<String, Object> metadata(OpenShelfFixture at, String title, Map<String, Object> more) {
        var metadata = at.library.metadata(title);
        metadata.putAll(more);
        return metadata;
    }

    private static Kept drafted(OpenShelfFixture at, String name, Map<String, Object> more) throws IOException {
        var title = "Học liệu " + name + " " + UUID.randomUUID();
        var draft = at.library.uploaded("hinh.png", Fixtures.png(60, 40));
        at.library.describe(draft, metadata(at, title, more));
        return new Kept(draft.getString("id"), draft.getString("files[0].id"), title);
    }

    private static Kept published(OpenShelfFixture at, String name, Map<String, Object> more) throws IOException {
        var kept = drafted(at, name, more);
        at.library.publish(kept.id).statusCode(200);
        return kept;
    }
}
