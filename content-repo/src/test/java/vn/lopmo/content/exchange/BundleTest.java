package vn.lopmo.content.exchange;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;

/// A teacher takes works home on a stick.
@QuarkusTest
@TestProfile(SignedTokens.class)
class BundleTest {
    private static final Pattern LINK = Pattern.compile("href=\"(tep/[^\"]+)\"");

    private final Library library = new Library();

    @Test
    void aBundleOpensFromAStickAndCarriesItsCredits() throws IOException {
        var picture = Fixtures.png(50, 40);
        var first = published("Sơ đồ <1>", "CC_BY", "Sơ đồ & hình.png", picture);
        var second = published("Ảnh 2", "CC_BY_SA", "anh.png", picture);

        var zip = unzipped("/bundles/materials.zip?id=" + first + "&id=" + second);

        var index = text(zip, "index.html");
        assertFalse(index.contains("<script") || index.contains("Sơ đồ <1>"));
        var links = LINK.matcher(index).results().map(link -> link.group(1)).toList();
        assertEquals(2, links.size());
        links.forEach(link -> assertArrayEquals(
                picture, zip.get(URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8)), link));
        assertTrue(
                text(zip, "GHI-CONG.txt").contains("CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)"));
    }

    @Test
    void whatMayNotBeCopiedStaysInTheLibrary() throws IOException {
        var kept = published("Sách có bản quyền", "ALL_RIGHTS", "sach.png", Fixtures.png(30, 30));
        var taught = published("Trích để dạy", "TEACHING_EXCEPTION", "trich.png", Fixtures.png(31, 30));

        library.as(library.student)
                .get("/bundles/materials.zip?id=" + kept)
                .then()
                .statusCode(409)
                .body("slug", equalTo("bundle-not-copyable"));
        library.as(library.teacher)
                .get("/bundles/materials.zip?id=" + taught)
                .then()
                .statusCode(200);
        library.as(library.student)
                .get("/bundles/materials.zip?id=" + taught)
                .then()
                .statusCode(404);
        library.as(library.librarian)
                .get("/bundles/materials.zip?id=" + kept)
                .then()
                .statusCode(200);
        library.as(new Library().librarian)
                .get("/bundles/materials.zip?id=" + kept)
                .then()
                .statusCode(404);
    }

    private String published(String title, String licence, String file, byte[] content) {
        var draft = library.uploaded(file, content);
        var metadata = library.metadata(title);
        metadata.put("licence", licence);
        library.describe(draft, metadata);
        library.publish(draft.getString("id")).statusCode(200);
        return draft.getString("id");
    }

    private Map<String, byte[]> unzipped(String path) throws IOException {
        var bytes = library.as(library.teacher)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> zip, String name) {
        return new String(Objects.requireNonNull(zip.get(name)), StandardCharsets.UTF_8);
    }
}
