package vn.lopmo.assessment.interchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.RealS3;
import vn.lopmo.testkit.Tokens;

@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealS3.class)
@QuarkusTestResource(Tokens.class)
class ImportResourceTest {
    private final UUID school = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private final String token = Tokens.of(teacher, school, "teacher");

    private static byte[] paper() {
        return PaperFile.of(
                        "PHẦN I. Câu trắc nghiệm nhiều phương án lựa chọn.",
                        "Câu 1. Số nào chẵn?",
                        "A. 1\tB. 3\t__C__. 4\tD. 5",
                        "Câu 2. Hình bên có mấy cạnh?")
                .picture()
                .line("A. 1\tB. 3\tC. 4\tD. 5")
                .line("PHẦN II. Câu trắc nghiệm đúng sai.")
                .line("Câu 1. Cho số 6.")
                .line("a) Nó chẵn. (Đ)")
                .line("b) Nó lẻ. (S)")
                .line("c) Nó chia hết cho 3. (Đ)")
                .line("d) Nó nguyên tố. (S)")
                .line("PHẦN III. Câu trắc nghiệm trả lời ngắn.")
                .line("Câu 1. Tính 5 : 2")
                .line("Đáp số: 2,5")
                .bytes();
    }

    /// Browsers write a file's name in UTF-8 as it is.
    private static RestAssuredConfig asBrowsersUpload() {
        return RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
                .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8"));
    }

    private String upload() {
        return given().config(asBrowsersUpload())
                .auth()
                .oauth2(token)
                .multiPart("file", "Đề giữa kì I Toán 8 (2026).docx", paper())
                .post("/imports")
                .then()
                .statusCode(201)
                .body("fileName", equalTo("Đề giữa kì I Toán 8 (2026).docx"))
                .body("meta.subject", equalTo("toan"))
                .body("meta.grade", equalTo(8))
                .extract()
                .path("id");
    }

    @Test
    void aPaperIsReviewedAndGoesIntoTheBank() {
        var id = upload();

        given().auth()
                .oauth2(token)
                .get("/imports/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("REVIEW"))
                .body("questions.form", contains("SINGLE_CHOICE", "SINGLE_CHOICE", "TRUE_FALSE_GROUP", "SHORT_ANSWER"))
                .body("questions.number", contains(1, 2, 1, 1))
                .body("questions.meta.points", contains(0.25f, 0.25f, 1.0f, 0.5f))
                .body("questions[0].content.key", equalTo("C"))
                .body("questions[0].doubts", empty())
                .body("questions[1].doubts.slug", contains("key-missing"))
                .body("questions[1].content.prompt", containsString("<img src=\"/api/assessment/media/"))
                .body("questions[2].content.statements.key", contains(true, false, true, false))
                .body("questions[3].content.keys", contains("2,5"))
                .body("source[1].question", equalTo(1))
                .body("source[2].html", containsString("<u>C</u>"))
                .body("source[0].question", nullValue());
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"toan\",\"grade\":8,\"topic\":\"Số\",\"paper\":null}")
                .post("/imports/" + id + "/into-bank")
                .then()
                .statusCode(409)
                .body("slug", equalTo("import-has-doubts"))
                .body("title", equalTo("Còn 1 câu cần xem trước khi vào ngân hàng: câu 2."));

        edit(id, 2, "C");
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"toan\",\"grade\":8,\"topic\":\"Số\",\"paper\":null}")
                .post("/imports/" + id + "/into-bank")
                .then()
                .statusCode(200)
                .body("itemIds", hasSize(4));

        given().auth()
                .oauth2(token)
                .queryParam("q", "so nao chan")
                .get("/items")
                .then()
                .statusCode(200)
                .body("total", is(1))
                .body("items[0].text", equalTo("Số nào chẵn?"))
                .body("items[0].topic", equalTo("Số"));
        given().auth()
                .oauth2(token)
                .get("/imports")
                .then()
                .body("[0].state", equalTo("IN_BANK"))
                .body("[0].open", is(0));
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"toan\"}")
                .post("/imports/" + id + "/into-bank")
                .then()
                .statusCode(409)
                .body("slug", equalTo("import-in-bank"));
    }

    private void edit(String id, int n, String key) {
        var content =
                "{\"form\":\"SINGLE_CHOICE\",\"prompt\":\"Hình bên<script>x</script> có mấy cạnh?\",\"options\":[{\"id\":\"A\",\"html\":\"1\"},"
                        + "{\"id\":\"B\",\"html\":\"3\"},{\"id\":\"C\",\"html\":\"4\"}],\"key\":\"" + key + "\"}";
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(
                        "{\"content\":" + content
                                + ",\"meta\":{\"cognitive\":\"HIEU\",\"indicators\":[],\"points\":0.25,\"topic\":null},\"settled\":true,\"dropped\":false}")
                .put("/imports/" + id + "/questions/" + n)
                .then()
                .statusCode(200)
                .body("content.prompt", equalTo("Hình bên có mấy cạnh?"))
                .body("meta.cognitive", equalTo("HIEU"))
                .body("doubts", empty());
    }

    @Test
    void nobodyElseSeesAnImportAndStudentsMayNotImport() {
        var id = upload();

        given().auth()
                .oauth2(Tokens.teacher(school))
                .get("/imports/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.teacher(UUID.randomUUID()))
                .get("/imports/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.student(school))
                .get("/imports/" + id)
                .then()
                .statusCode(403);
        given().auth().oauth2(Tokens.student(school)).get("/items").then().statusCode(403);
        given().get("/imports").then().statusCode(401);
    }

    @Test
    void aPictureIsSeenInTheSchoolOnly() {
        String url = given().auth()
                .oauth2(token)
                .multiPart("file", "hinh.txt", PaperFile.PNG)
                .post("/media")
                .then()
                .statusCode(201)
                .body("width", is(1))
                .body("id", notNullValue())
                .extract()
                .path("url");
        var path = url.replace("/api/assessment", "");

        given().auth()
                .oauth2(Tokens.student(school))
                .get(path)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", equalTo("nosniff"));
        given().auth()
                .oauth2(Tokens.student(UUID.randomUUID()))
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token)
                .multiPart("file", "x.png", "<svg/>".getBytes())
                .post("/media")
                .then()
                .statusCode(422)
                .body("slug", equalTo("picture-unknown"));
    }

    @Test
    void anItemIsWrittenInVersions() {
        var writing =
                "\"content\":{\"form\":\"SHORT_ANSWER\",\"prompt\":\"1+1?\",\"keys\":[\"2\"]},\"meta\":{\"subject\":\"toan\",\"grade\":6,\"indicators\":[\"1.1.NC1a\"]}";
        String id = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{" + writing + "}")
                .post("/items")
                .then()
                .statusCode(201)
                .body("version", is(1))
                .extract()
                .path("id");

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"version\":1," + writing + "}")
                .put("/items/" + id)
                .then()
                .statusCode(200)
                .body("version", is(2));
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"version\":1," + writing + "}")
                .put("/items/" + id)
                .then()
                .statusCode(409)
                .body("slug", equalTo("changed-meanwhile"));
        given().auth()
                .oauth2(token)
                .queryParam("indicator", "1.1.NC1a")
                .queryParam("form", "SHORT_ANSWER")
                .queryParam("grade", 6)
                .get("/items")
                .then()
                .statusCode(200)
                .body("total", is(1))
                .body("items.version", everyItem(is(2)));
        given().auth()
                .oauth2(Tokens.teacher(UUID.randomUUID()))
                .get("/items/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(
                        "{\"content\":{\"form\":\"SINGLE_CHOICE\",\"prompt\":\"\",\"options\":[]},\"meta\":{\"subject\":\"toan\"}}")
                .post("/items")
                .then()
                .statusCode(422)
                .body("slug", equalTo("item-incomplete"))
                .body("fields.field", contains("prompt", "options", "key"))
                .body("fields[0].title", startsWith("Cần"));
    }
}
