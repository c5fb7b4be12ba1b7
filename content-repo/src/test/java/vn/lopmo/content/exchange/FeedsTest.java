package vn.lopmo.content.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.SignedTokens;

/// The catalogue for e-readers, the page for everybody, and how works are cited.
///
/// The documents are left in `target/opds` for a check against the schemas themselves ([OpdsCheck] says why not here).
@QuarkusTest
@TestProfile(SignedTokens.class)
class FeedsTest {
    private static final String OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access";

    private final OpenShelfFixture shelf = new OpenShelfFixture();

    @Test
    void anEReaderBrowsesFromTheFirstPageToAFile() throws IOException {
        shelf.open(shelf.library.librarian).statusCode(200);
        shelf.publishMany(65);
        var picture = picture("Sơ đồ mạch điện {R1}");

        var home = feed("home", "/opds");
        var first = feed("first", "/opds/publications");
        var last = feed("last", "/opds/publications?page=3");
        var maths = feed("maths", "/opds/publications?subject=toan&grade=6");
        var found = feed("found", "/opds/publications?query=so%20do%20mach");
        feed("nothing", "/opds/publications?query=khongcogi");

        assertTrue(home.getList("navigation.title").containsAll(List.of("Mới nhất", "Toán", "Ngữ văn")));
        assertTrue(home.getString("links.find { it.rel == 'search' }.href").endsWith("{?query}"));
        assertTrue(home.getBoolean("links.find { it.rel == 'search' }.templated"));
        assertTrue(first.getInt("metadata.numberOfItems") == 66);
        assertTrue(first.getList("publications").size() == 30
                && last.getList("publications").size() == 6);
        assertTrue(first.getString("links.find { it.rel == 'next' }.href").endsWith("?page=2"));
        assertFalse(last.getList("links.rel").contains("next"));
        assertTrue(maths.getInt("metadata.numberOfItems")
                == maths.getInt("facets.find { it.metadata.title == 'Lớp' }.links.find { it.title == 'Lớp 6' }"
                        + ".properties.numberOfItems"));
        assertTrue(found.getInt("metadata.numberOfItems") == 1);
        var text = shelf.text("/opds/publications/" + picture);
        Files.writeString(Path.of("target/opds/publication.json"), text);
        OpdsCheck.publication(new ObjectMapper().readTree(text));
        var publication = JsonPath.from(text);
        var link = publication.getString("links.find { it.rel == '" + OPEN_ACCESS + "' }.href");
        assertTrue(link.contains("/open/" + shelf.code + "/files/"), link);
        shelf.anybody(link.substring(link.indexOf("/files/"))).statusCode(200).contentType("image/png");
        shelf.anybody("/files/" + link.substring(link.lastIndexOf('/') + 1) + "/thumbnail")
                .statusCode(200);
        assertTrue(publication.getString("images[0].type").equals("image/jpeg"));
    }

    @Test
    void thePageIsLightAndNothingTypedRunsOnIt() throws IOException {
        shelf.open(shelf.library.librarian).statusCode(200);
        var id = picture("</script><script>alert(1)</script> Quang hợp");

        var page = shelf.text("/materials/" + id);
        var data = JsonPath.from(shelf.text("/materials/" + id + "?format=jsonld"));

        assertTrue(page.contains("<html lang=\"vi\">"));
        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("&#60;script&#62;alert(1)&#60;/script&#62; Quang hợp"));
        assertTrue(page.contains("\\u003c/script\\u003e"));
        assertTrue(page.contains("rel=\"license\" href=\"https://creativecommons.org/licenses/by/4.0/\""));
        assertTrue(page.length() < 10_000);
        shelf.anybody("/materials/" + id).header("Content-Security-Policy", containsString("default-src 'none'"));
        assertTrue(data.getList("'@type'").contains("LearningResource"));
        assertTrue(data.getString("license").equals("https://creativecommons.org/licenses/by/4.0/"));
        assertTrue(data.getList("educationalLevel").containsAll(List.of("Lớp 8", "Trung học cơ sở")));
        assertTrue(data.getList("teaches.name").contains("Nêu được vai trò của ánh sáng"));
        var rss = shelf.text("/rss");
        assertTrue(rss.contains("<guid isPermaLink=\"false\">urn:uuid:" + id) && rss.contains("<enclosure "), rss);
    }

    @Test
    void worksAreCitedWithTheirAttributionAndLicence() throws IOException {
        var id = picture("Ôn tập 50% & {tập hợp} A_1 – phần #2");
        var library = shelf.library;

        var bibtex = library.as(library.student)
                .get("/materials/" + id + "/citation")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var ris = library.as(library.student)
                .get("/materials/" + id + "/citation?format=ris")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertTrue(bibtex.startsWith("@misc{ontap50"), bibtex);
        assertTrue(bibtex.contains("title = {{Ôn tập 50\\% \\& \\{tập hợp\\} A\\_1 – phần \\#2}}"), bibtex);
        assertTrue(bibtex.contains("copyright = {CC BY 4.0, https://creativecommons.org/licenses/by/4.0/}"), bibtex);
        assertTrue(ris.contains("TI  - Ôn tập 50% & {tập hợp} A_1 – phần #2\r\n"), ris);
        assertTrue(ris.contains("N1  - “Ôn tập 50%"), ris);
        assertTrue(ris.endsWith("ER  - \r\n"));
        library.as(library.student)
                .get("/materials/" + id + "/citation?format=doc")
                .then()
                .statusCode(422);
        library.as(library.student)
                .get("/materials/citations?id=" + id + "&id=" + id + "&format=ris")
                .then()
                .statusCode(200)
                .body(containsString("TY  - GEN"));
        var staff = library.metadata("Đáp án");
        staff.put("visibility", "STAFF");
        var hidden = library.published(staff);
        library.as(library.student)
                .get("/materials/" + hidden + "/citation")
                .then()
                .statusCode(404);
        var list = library.send(
                        library.librarian,
                        Map.of("kind", "COLLECTION", "title", "Ôn tập", "visibility", "SCHOOL"),
                        "/collections")
                .extract()
                .<String>path("about.id");
        library.send(library.librarian, Map.of("materialId", id), "/collections/" + list + "/items");
        library.send(library.librarian, Map.of("materialId", hidden), "/collections/" + list + "/items");
        library.as(library.student)
                .get("/collections/" + list + "/citation")
                .then()
                .statusCode(200)
                .body(containsString("Ôn tập 50"))
                .body(not(containsString("Đáp án")));
    }

    private String picture(String title) throws IOException {
        var draft = shelf.library.uploaded("mach-dien.png", Fixtures.png(80, 60));
        var metadata = shelf.openMetadata(title);
        metadata.put("outcomes", List.of("Nêu được vai trò của ánh sáng"));
        shelf.library.describe(draft, metadata);
        shelf.library.publish(draft.getString("id")).statusCode(200);
        return draft.getString("id");
    }

    private JsonPath feed(String name, String path) throws IOException {
        var text = shelf.anybody(path)
                .statusCode(200)
                .contentType("application/opds+json")
                .extract()
                .asString();
        var folder = Files.createDirectories(Path.of("target/opds"));
        Files.writeString(folder.resolve(name + ".json"), text);
        OpdsCheck.feed(new ObjectMapper().readTree(text));
        return JsonPath.from(text);
    }
}
