package vn.lopmo.content.harvest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.content.exchange.OpenShelfFixture;
import vn.lopmo.content.file.Rows;

/// A librarian takes records from another library: from ours over real HTTP, and from one with all the whims.
@QuarkusTest
@TestProfile(SignedTokens.class)
class HarvestTest {
    private static final String CC_BY = "https://creativecommons.org/licenses/by/4.0/";

    private final Library library = new Library();

    @SuppressWarnings("NullAway.Init")
    private OtherLibrary other;

    @BeforeEach
    void open() throws IOException {
        other = new OtherLibrary();
    }

    @AfterEach
    void close() {
        other.close();
    }

    @Test
    void oneSchoolTakesWhatAnotherShows() {
        var shelf = new OpenShelfFixture();
        shelf.open(shelf.library.librarian).statusCode(200);
        var published = shelf.publishMany(230);

        var shown = send("/harvest/preview", shelf.oai(), "oai_lom").statusCode(200);
        shown.body("name", equalTo("Thư viện THCS Nguyễn Du"))
                .body("records", hasSize(10))
                .body("records[0].licence", equalTo("CC_BY_SA"))
                .body("sets.spec", equalTo(List.of("ngu-van", "toan")));
        var source = added(shelf.oai(), "oai_lom");
        var done = harvested(source, false);

        assertEquals("DONE", done.getString("run.state"), done.prettify());
        assertEquals(230, done.getInt("run.added"));
        assertEquals(230, done.getInt("taken"));
        var drafts = library.as(library.librarian)
                .get("/materials/queue?state=DRAFT")
                .then();
        drafts.statusCode(200);
        var one = harvestedMaterial(source, "urn:uuid:" + published.get(1));
        assertEquals("DRAFT", one.getString("state"));
        assertEquals("Bài tập số 1 <≤ & \"ngoặc\">", one.getString("metadata.title"));
        assertEquals("ngu-van", one.getString("metadata.subject"));
        assertEquals(List.of(7), one.getList("metadata.grades"));
        assertEquals("CC_BY_SA", one.getString("metadata.licence"));
        assertEquals("TAI_LIEU", one.getString("metadata.type"));
        assertTrue(one.getString("metadata.source").endsWith("/materials/" + published.get(1)), one.prettify());
        assertTrue(one.getString("attribution").contains("Tổ chuyên môn"));

        shelf.library.withdraw(published.get(5).toString(), "Sai");
        var again = harvested(source, false);

        assertEquals("DONE", again.getString("run.state"));
        assertTrue(again.getString("run.since") != null, "only what is new");
        assertEquals(1, again.getInt("run.gone"));
        assertEquals(0, again.getInt("run.added"));
        library.as(library.librarian)
                .get("/harvest/sources/" + source + "/notable")
                .then()
                .body("$", hasSize(1))
                .body("[0].gone", equalTo(true))
                .body("[0].state", equalTo("DRAFT"));
    }

    @Test
    void dublinCoreBecomesADraftThatAsksForWhatIsMissing() {
        other.page(
                OtherLibrary.record("1", "Oxi &amp; không khí", "Giấy phép: " + CC_BY),
                OtherLibrary.record("2", "Nước", "Mọi quyền được giữ"));
        var source = added(other.address, "oai_dc");
        harvested(source, false);

        var free = harvestedMaterial(source, "oai:khac:1");
        assertEquals("Oxi & không khí", free.getString("metadata.title"));
        assertEquals("Nguyễn Văn A; Trần Thị B", free.getString("metadata.author"));
        assertEquals("Một bài", free.getString("metadata.description"));
        assertEquals("hoa-hoc", free.getString("metadata.subject"));
        assertEquals(List.of(8), free.getList("metadata.grades"));
        assertEquals(List.of("phản ứng"), free.getList("metadata.keywords"));
        assertEquals("BAI_GIANG", free.getString("metadata.type"));
        assertEquals("CC_BY", free.getString("metadata.licence"));
        assertEquals("https://khac.example.vn/1", free.getString("metadata.source"));
        assertEquals(null, harvestedMaterial(source, "oai:khac:2").getString("metadata.licence"));
        library.publish(id(source, "oai:khac:2")).statusCode(422);
    }

    @Test
    void aBusyLibraryIsWaitedForAndABrokenLineAskedAgain() {
        other.page(OtherLibrary.record("1", "Một", CC_BY));
        other.page(OtherLibrary.record("2", "Hai", CC_BY));
        other.page(OtherLibrary.record("3", "Ba", CC_BY));
        other.whim(0, exchange -> OtherLibrary.busy(exchange, "1"));
        other.whim(1, OtherLibrary::breakOff);
        other.whim(1, exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        other.whim(2, exchange -> OtherLibrary.give(exchange, OtherLibrary.fault("badResumptionToken")));
        var source = added(other.address, "oai_dc");

        var done = harvested(source, false);

        assertEquals("DONE", done.getString("run.state"), done.prettify());
        assertEquals(3, done.getInt("taken"));
        assertEquals(
                3,
                other.asked.stream().filter(query -> !query.contains("Token")).count(),
                "while it was busy, then, and once more after it forgot its token");
    }

    @Test
    void whoDiesGoesOnWhereItStood() throws InterruptedException {
        other.page(OtherLibrary.record("1", "Một", CC_BY));
        other.page(OtherLibrary.record("2", "Hai", CC_BY));
        other.page(OtherLibrary.record("3", "Ba", CC_BY));
        var hung = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        other.whim(1, exchange -> {
            asked.countDown();
            waitFor(hung);
            OtherLibrary.give(exchange, other.listed(1));
        });
        var source = added(other.address, "oai_dc");
        start(source, false).statusCode(202);
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        send(source + "/runs", Map.of("whole", false)).statusCode(409).body("slug", equalTo("harvest-under-way"));
        library.send(library.librarian, "", "/harvest/sources/" + source + "/stop")
                .statusCode(200);
        hung.countDown();
        var stopped = library.await("/harvest/sources/" + source, library.librarian, found -> true);
        assertEquals("STOPPED", stopped.getString("run.state"));
        assertEquals(1, stopped.getInt("taken"), "what came after the stop was not taken");

        Thread.sleep(500);
        other.asked.clear();
        // as one that was killed in the middle of a page leaves it
        rows().update(
                        "update harvest_run set state = 'RUNNING', leased_until = now() - interval '1 second' where source_id = ?",
                        UUID.fromString(source));
        var done = ended(source);

        assertEquals("DONE", done.getString("run.state"), done.prettify());
        assertEquals(3, done.getInt("taken"));
        assertTrue(other.asked.getFirst().contains("resumptionToken=1"), other.asked.toString());
        assertEquals(2, other.asked.size());
    }

    @Test
    void whatALibrarianWroteIsNeverWrittenOver() {
        other.page(OtherLibrary.record("1", "Một", CC_BY), OtherLibrary.record("2", "Hai", CC_BY));
        var source = added(other.address, "oai_dc");
        harvested(source, false);
        var edited = library.material(id(source, "oai:khac:1"));
        library.describe(edited, library.metadata("Tên do thủ thư đặt"));

        other.clear();
        other.page(
                OtherLibrary.record("1", "Một mới", CC_BY),
                OtherLibrary.record("2", "Hai mới", CC_BY),
                OtherLibrary.gone("3"));
        var again = harvested(source, true);

        assertEquals(2, again.getInt("run.changed"), again.prettify());
        assertEquals(1, again.getInt("differing"));
        assertEquals(
                "Tên do thủ thư đặt", harvestedMaterial(source, "oai:khac:1").getString("metadata.title"));
        assertEquals("Hai mới", harvestedMaterial(source, "oai:khac:2").getString("metadata.title"));
        assertFalse(other.asked.getFirst().contains("from="));
    }

    @Test
    void whatCannotBeTakenSaysWhy() {
        send("/harvest/preview", "ftp://127.0.0.1/x", "oai_dc").statusCode(422).body("slug", equalTo("link-broken"));
        send("/harvest/preview", other.address.replace("/oai", "/khong"), "oai_dc")
                .statusCode(422)
                .body("slug", equalTo("harvest-refused"));
        other.whim(
                0,
                exchange -> OtherLibrary.give(
                        exchange,
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><OAI-PMH><responseDate>&a;</responseDate></OAI-PMH>"));
        var source = added(other.address, "oai_dc");
        added409(other.address);

        var failed = harvested(source, false);

        assertEquals("FAILED", failed.getString("run.state"));
        assertTrue(failed.getString("run.problem").contains("OAI-PMH"), failed.prettify());
        other.page(OtherLibrary.record("1", "Một", CC_BY));
        other.page(OtherLibrary.record("2", "Hai", CC_BY));
        other.whim(1, exchange -> OtherLibrary.give(exchange, other.listed(0)));
        var round = harvested(source, true);
        assertTrue(round.getString("run.problem").contains("đưa đi đưa lại"), round.prettify());
    }

    @Test
    void onlyCuratorsTakeFromOthers() {
        var source = added(other.address, "oai_dc");

        for (var token : List.of(library.teacher, library.student)) {
            library.as(token).get("/harvest/sources").then().statusCode(403);
            library.send(token, Map.of("address", other.address, "prefix", "oai_dc"), "/harvest/sources")
                    .statusCode(403)
                    .body("title", containsString("thủ thư"));
        }
        var stranger = new Library();
        stranger.as(stranger.librarian).get("/harvest/sources/" + source).then().statusCode(404);
        stranger.as(stranger.librarian).get("/harvest/sources").then().body("$", hasSize(0));
        library.as(library.librarian)
                .delete("/harvest/sources/" + source)
                .then()
                .statusCode(204);
        library.as(library.librarian).get("/harvest/sources/" + source).then().statusCode(404);
    }

    private String added(String address, String prefix) {
        return send("/harvest/sources", address, prefix)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void added409(String address) {
        send("/harvest/sources", address, "oai_dc").statusCode(409).body("slug", equalTo("harvest-source-known"));
    }

    private ValidatableResponse send(String path, String address, String prefix) {
        return library.send(library.librarian, Map.of("address", address, "prefix", prefix), path);
    }

    private ValidatableResponse send(String path, Map<String, Object> body) {
        return library.send(library.librarian, body, "/harvest/sources/" + path);
    }

    private ValidatableResponse start(String source, boolean whole) {
        return send(source + "/runs", Map.of("whole", whole));
    }

    private JsonPath harvested(String source, boolean whole) {
        start(source, whole).statusCode(202);
        return ended(source);
    }

    private JsonPath ended(String source) {
        return library.await("/harvest/sources/" + source, library.librarian, found -> !found.getString("run.state")
                .equals("RUNNING"));
    }

    private JsonPath harvestedMaterial(String source, String identifier) {
        return library.material(id(source, identifier));
    }

    private static String id(String source, String identifier) {
        return rows().find(
                        "select material_id from harvested_record where source_id = ? and identifier = ?",
                        row -> row.getString(1),
                        UUID.fromString(source),
                        identifier)
                .orElseThrow();
    }

    private static Rows rows() {
        return Arc.container().instance(Rows.class).get();
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
