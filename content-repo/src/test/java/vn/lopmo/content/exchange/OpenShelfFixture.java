package vn.lopmo.content.exchange;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.content.Library;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.Publishing;
import vn.lopmo.content.material.Visibility;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

/// A school's library that is open to the world under a code of its own.
public final class OpenShelfFixture {
    private static final int BATCH = 200;

    public final Library library = new Library();
    public final String code = "thcs-" + UUID.randomUUID().toString().substring(0, 12);

    public ValidatableResponse open(String token) {
        return library.as(token)
                .contentType("application/json")
                .body(Map.of("code", code, "name", "Thư viện THCS Nguyễn Du", "email", "thuvien@example.edu.vn"))
                .put("/open-library")
                .then();
    }

    public Map<String, Object> openMetadata(String title) {
        var metadata = new HashMap<>(library.metadata(title));
        metadata.put("visibility", "OPEN");
        return metadata;
    }

    /// @param path as it stands in an address: encoded, and not to be encoded once more
    ValidatableResponse anybody(String path) {
        return given().urlEncodingEnabled(false).get("/open/" + code + path).then();
    }

    String text(String path) {
        return anybody(path).statusCode(200).extract().asString();
    }

    public String oai() {
        return RestAssured.baseURI + ":" + RestAssured.port + "/open/" + code + "/oai";
    }

    /// Many at once, past the API: a test of lists is no test of forms.
    public List<UUID> publishMany(int number) {
        var ids = new ArrayList<UUID>();
        for (int from = 0; from < number; from += BATCH) {
            int first = from;
            int last = Math.min(number, from + BATCH);
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = first; i < last; i++) {
                    ids.add(publish(i));
                }
            });
        }
        return ids;
    }

    private UUID publish(int number) {
        var now = Instant.now();
        var librarian = new Caller(UUID.randomUUID(), library.school, Set.of(Role.LIBRARIAN));
        var metadata = new MetadataEdit()
                .title("Bài tập số " + number + " <≤ & \"ngoặc\">")
                .description("Ôn tập chương " + number % 7)
                .type(MaterialType.TAI_LIEU)
                .subject(number % 2 == 0 ? "toan" : "ngu-van")
                .grades(List.of(6 + number % 4))
                .author("Tổ chuyên môn")
                .licence(Licence.CC_BY_SA)
                .visibility(Visibility.OPEN)
                .done();
        var material = Material.drafted(library.school, librarian.id(), metadata, now);
        instance(Materials.class).persistAndFlush(material);
        instance(Publishing.class).publish(material, librarian, "", now);
        return material.id();
    }

    private static <T> T instance(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
