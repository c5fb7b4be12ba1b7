package vn.lopmo.content.packages;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.testkit.Tokens;

/// A package comes in, is played, left and gone on with; what is broken is refused in words.
@QuarkusTest
@TestProfile(SignedTokens.class)
class PackagesWalkthroughTest {
    private static final String SHARED = "shared";

    private final Library library = new Library();

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    @Test
    void aScormCourseIsUnpackedDescribedPlayedAndGoneOnWith() throws Exception {
        var material = library.uploaded("nuoc.zip", Packages.scorm2004());
        assertEquals("READY", material.getString("files[0].state"), material.getString("files[0].problem"));
        assertEquals("application/x.scorm+zip", material.getString("files[0].mediaType"));
        assertEquals("Vòng tuần hoàn của nước", material.getString("metadata.title"));
        assertEquals("GOI_TUONG_TAC", material.getString("metadata.type"));
        var file = published(material);

        var view = library.as(library.student).get("/packages/" + file).then().statusCode(200);
        view.body("kind", equalTo("SCORM_2004"))
                .body("start", equalTo("noi-dung/a.html?x=1&trang=1"))
                .body("organisation.choice", equalTo(false))
                .body("organisation.items.title", equalTo(List.of("Phần 1", "Bay hơi", "Ngưng tụ")))
                .body("organisation.items[1].passingScore", equalTo(0.6f))
                .body("organisation.items[2].sco", equalTo(false))
                .body("attempt", nullValue());

        var first = visit(file, library.student, false);
        assertEquals(1, first.getInt("attempt.number"));
        save(file, save(first, 2, "{\"a\":2}", 0.5, false)).body("seq", equalTo(2));
        save(file, save(first, 1, "{\"a\":1}", 0.1, false)).body("seq", equalTo(2));

        var second = visit(file, library.student, false);
        assertEquals("{\"a\":2}", second.getString("state"));
        assertEquals(0.5f, second.getFloat("attempt.score"));
        save(file, save(second, 1, "{\"b\":1}", 0.9, true)).body("visit", equalTo(2));
        save(file, save(first, 9, "{\"late\":1}", 0.2, false)).body("visit", equalTo(2));
        assertEquals("{\"b\":1}", visit(file, library.student, false).getString("state"));

        var again = visit(file, library.student, true);
        assertEquals(2, again.getInt("attempt.number"));
        assertEquals(null, again.getString("state"));
        library.as(library.librarian)
                .get("/packages/" + file + "/attempts")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("attempt.completed", hasItem(true));
        library.as(library.teacher)
                .get("/packages/" + file + "/attempts")
                .then()
                .body("$", hasSize(0));
        library.as(library.student)
                .get("/packages/" + file + "/attempts")
                .then()
                .statusCode(403);
        assertEquals(2, told(), "the event of each change of the standing, and of nothing else");
    }

    @Test
    void aTicketOpensOnePackageForAWhileAndOnlyUnderItsOwnName() throws IOException {
        var file = published(library.uploaded("nuoc.zip", Packages.scorm2004()));
        var other = published(library.uploaded("ghep.zip", Packages.html5()));
        var visit = visit(file, library.student, false);
        var ticket = visit.getString("ticket");

        var page = entry(ticket, "noi-dung/a.html", SHARED);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().asString().contains("Nước bốc hơi"));
        assertEquals("text/html", page.contentType().split(";")[0]);
        assertTrue(page.header("Content-Security-Policy").startsWith("sandbox"), "dead but for web-ui");
        assertEquals("http://truong.local:8000", page.header("X-App-Origin"));
        assertEquals(
                206,
                RestAssured.given()
                        .header("X-Package-Origin", SHARED)
                        .header("Range", "bytes=0-3")
                        .get("/package-content/" + ticket + "/noi-dung/a.html")
                        .statusCode());

        assertEquals(
                200, entry(ticket, "noi-dung/a.html", visit.getString("origin")).statusCode());
        assertEquals(404, entry(ticket, "noi-dung/a.html", "0".repeat(32)).statusCode());
        assertEquals(404, entry(ticket, "index.html", SHARED).statusCode());
        assertEquals(404, entry("A".repeat(43), "noi-dung/a.html", SHARED).statusCode());
        assertEquals(
                404,
                RestAssured.get("/package-content/" + ticket + "/noi-dung/a.html")
                        .statusCode());

        renew(file, ticket, library.student, 200);
        renew(other, ticket, library.student, 404);
        renew(file, ticket, Tokens.student(library.school), 404);
        library.as(Tokens.student(UUID.randomUUID()))
                .get("/packages/" + file)
                .then()
                .statusCode(404);
    }

    @Test
    void whatAPackageSaysOfItselfIsTakenOver() throws IOException {
        var h5p = library.uploaded("dung-sai.h5p", Packages.h5p("{\"cauHoi\":\"Trái đất có tròn không\"}", true));
        assertEquals("Đúng hay sai", h5p.getString("metadata.title"));
        assertEquals("CC_BY_SA", h5p.getString("metadata.licence"));
        assertEquals("Cô Lan", h5p.getString("metadata.author"));

        var html = library.uploaded("ghep.zip", Packages.html5("__MACOSX/x"));
        assertEquals("Ghép hình", html.getString("metadata.title"));
        var file = published(html);
        library.as(library.student).get("/packages/" + file).then().body("start", equalTo("index.html"));

        var old = library.uploaded("phan-so.zip", Packages.scorm12(Packages.ADLCP));
        library.as(library.librarian)
                .get("/packages/" + old.getString("files[0].id"))
                .then()
                .body("kind", equalTo("SCORM_12"))
                .body("organisation.items[0].passingScore", equalTo(0.8f))
                .body("organisation.items[0].launchData", equalTo("du-lieu"))
                .body("organisation.items[1].prerequisites", equalTo("a"));
        assertTrue(!old.getString("metadata.title").contains("root"), "no entity is followed");
    }

    @Test
    void whatIsBrokenIsRefusedInWords() throws IOException {
        problem("hong.h5p", Packages.h5p("{\"a\":1};", true), "Nội dung bên trong gói H5P bị lỗi");
        problem("thieu.h5p", Packages.h5p("{}", false), "thiếu thư viện để chạy: H5P.Thu 1.0");
        problem("khac.zip", Packages.scorm12("xmlns:cc='urn:imscc'").clone(), "không phải gói SCORM");
        problem("hoa-thuong.zip", Packages.html5("tro-choi/A.js", "tro-choi/a.JS"), "trùng tên");

        refused(
                "nat.h5p",
                "PK\u0003\u0004 không phải zip".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "package-broken");
        refused("lach.zip", Packages.html5("tro-choi/../../ra.txt"), "file-unsafe");
        refused("tep.zip", Packages.html5("b/anh.png"), "package-unknown");
    }

    private void problem(String name, byte[] content, String words) {
        var material = library.uploaded(name, content);
        assertEquals("FAILED", material.getString("files[0].state"), name);
        org.hamcrest.MatcherAssert.assertThat(material.getString("files[0].problem"), containsString(words));
    }

    private void refused(String name, byte[] content, String slug) {
        library.upload(library.librarian, name, content).then().statusCode(422).body("slug", equalTo(slug));
    }

    private String published(JsonPath material) {
        library.describe(material, library.metadata("Gói thử " + material.getString("id")));
        library.publish(material.getString("id")).statusCode(200);
        return material.getString("files[0].id");
    }

    private JsonPath visit(String file, String who, boolean again) {
        return library.as(who)
                .header("X-Forwarded-Host", "truong.local:8000")
                .contentType("application/json")
                .body(Map.of("again", again))
                .post("/packages/" + file + "/visits")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> save(JsonPath visit, int seq, String state, double score, boolean completed) {
        var save = new HashMap<String, Object>();
        save.put("number", visit.getInt("attempt.number"));
        save.put("visit", visit.getInt("attempt.visit"));
        save.put("seq", seq);
        save.put("state", state);
        save.put("score", score);
        save.put("completed", completed);
        save.put("passed", null);
        save.put("seconds", 5);
        return save;
    }

    private io.restassured.response.ValidatableResponse save(String file, Map<String, Object> save) {
        return library.as(library.student)
                .contentType("application/json")
                .body(save)
                .put("/packages/" + file + "/attempt")
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.Response entry(String ticket, String path, String origin) {
        return RestAssured.given().header("X-Package-Origin", origin).get("/package-content/" + ticket + "/" + path);
    }

    private void renew(String file, String ticket, String who, int status) {
        library.as(who)
                .contentType("application/json")
                .body(Map.of("ticket", ticket))
                .post("/packages/" + file + "/visits/renewal")
                .then()
                .statusCode(status);
    }

    private int told() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from outbox where type = 'content.package-scored.v1' and body ->> 'schoolId' = ?")) {
            statement.setString(1, library.school.toString());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
