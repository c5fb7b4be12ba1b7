package vn.lopmo.assessment.interchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.RealS3;
import vn.lopmo.testkit.Tokens;

/// What careless or hostile people send is refused in a Vietnamese sentence, and leaves nothing behind.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealS3.class)
@QuarkusTestResource(Tokens.class)
class BadInputTest {
    private static final int MEGABYTE = 1 << 20;

    private final UUID school = UUID.randomUUID();
    private final String token = Tokens.of(UUID.randomUUID(), school, "teacher");

    @Inject
    DataSource database;

    @AfterEach
    void nothingIsStored() throws SQLException {
        for (String table : List.of("paper_import", "item", "medium", "paper")) {
            assertEquals(0, rows(table), table);
        }
        asTeacher().get("/imports").then().statusCode(200).body("", hasSize(0));
    }

    private long rows(String table) throws SQLException {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from " + table + " where school_id = ?")) {
            count.setObject(1, school);
            try (var result = count.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private RequestSpecification asTeacher() {
        return given().auth().oauth2(token);
    }

    private void refused(byte[] file, String slug, String sentence) {
        problem(asTeacher().multiPart("file", "de.docx", file).post("/imports").then(), 422, slug)
                .body("title", containsString(sentence));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("slug", equalTo(slug));
    }

    @Test
    void anEmptyFile() {
        refused(new byte[0], "word-empty", "Tệp này trống");
    }

    @Test
    void noFileAtAll() {
        problem(asTeacher().multiPart("other", "x").post("/imports").then(), 422, "file-missing")
                .body("title", containsString("Chưa có tệp nào"));
    }

    @Test
    void plainTextUnderTheNameOfWord() {
        refused(
                "Câu 1. Đây là văn bản".getBytes(StandardCharsets.UTF_8),
                "word-not-docx",
                "không phải tệp Word (.docx)");
    }

    @Test
    void wordOfTheNineties() {
        refused(HostileFiles.ole("WordDocument"), "word-old-doc", "tệp Word dạng cũ (.doc)");
    }

    @Test
    void aPassword() {
        refused(HostileFiles.ole("EncryptedPackage"), "word-password", "đặt mật khẩu");
    }

    @Test
    void anExcelFileOfTheNineties() {
        refused(HostileFiles.ole("Workbook"), "word-not-docx", "không phải tệp Word (.docx)");
    }

    @Test
    void aZipBomb() {
        refused(HostileFiles.bomb(), "word-bomb", "nén bất thường");
    }

    @Test
    void aZipBombThatLiesAboutItsSize() {
        refused(HostileFiles.lyingBomb(), "word-too-large", "quá dài");
    }

    @Test
    void aZipOfThousandsOfEntries() {
        refused(HostileFiles.crowd(), "word-bomb", "nén bất thường");
    }

    @Test
    void aSpreadsheet() {
        refused(HostileFiles.zip("xl/workbook.xml", "<x/>"), "word-without-document", "không có nội dung văn bản Word");
    }

    @Test
    void aFileCutOffOnTheWay() {
        var whole = PaperFile.of("Câu 1. Hỏi?", "A. 1\tB. 2\tC. 3\tD. 4").bytes();

        refused(Arrays.copyOf(whole, whole.length / 2), "word-broken", "bị hỏng");
    }

    @Test
    void xmlThatReadsFilesOfTheServer() {
        var thief = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d>Câu 1. &e;</d>";

        refused(HostileFiles.zip("word/document.xml", thief), "word-broken", "bị hỏng");
    }

    @Test
    void xmlNestedAThousandfold() {
        var deep = "<p>".repeat(100_000) + "</p>".repeat(100_000);

        refused(
                HostileFiles.zip("word/document.xml", "<document><body>" + deep + "</body></document>"),
                "word-broken",
                "bị hỏng");
    }

    @Test
    void aLetterThatIsNoPaper() {
        refused(PaperFile.of("Kính gửi thầy cô").bytes(), "word-without-questions", "Không thấy câu hỏi nào");
    }

    @Test
    void twentyMegabytesInOneQuestion() {
        refused(PaperFile.of("Câu 1. " + noise(20)).bytes(), "word-too-large", "quá dài");
    }

    @Test
    void aLineOfFiftyThousandLetters() {
        refused(PaperFile.of("Câu 1. " + "a".repeat(50_000)).bytes(), "word-too-large", "quá dài");
    }

    @Test
    void twentyMegabytesInATitle() {
        var paper = paper(letters(20));

        problem(json(paper).post("/papers").then(), 413, "too-large").body("title", containsString("quá lớn"));
        problem(
                        json("{\"subject\":\"toan\",\"paper\":" + paper + "}")
                                .post("/imports/" + UUID.randomUUID() + "/into-bank")
                                .then(),
                        413,
                        "too-large")
                .body("title", containsString("quá lớn"));
    }

    @Test
    void aTitleOfThreeHundredLetters() {
        problem(json(paper("a".repeat(300))).post("/papers").then(), 422, "invalid-input")
                .body("fields.field", hasSize(1))
                .body("fields[0].field", is("title"))
                .body("fields[0].title", containsString("quá dài"));
    }

    @Test
    void twentyMegabytesInAnItem() {
        problem(
                        json("{\"content\":{\"form\":\"ESSAY\",\"prompt\":\"" + letters(19)
                                        + "\"},\"meta\":{\"subject\":\"toan\"}}")
                                .post("/items")
                                .then(),
                        422,
                        "invalid-input")
                .body("fields[0].title", containsString("quá dài"));
    }

    @Test
    void aPictureThatIsAProgram() {
        problem(
                        asTeacher()
                                .multiPart("file", "x.png", "<svg/>".getBytes(StandardCharsets.UTF_8))
                                .post("/media")
                                .then(),
                        422,
                        "picture-unknown")
                .body("title", containsString("không phải ảnh"));
    }

    private RequestSpecification json(String body) {
        return asTeacher().contentType(ContentType.JSON).body(body);
    }

    private static String paper(String title) {
        return "{\"title\":\"" + title + "\",\"subject\":\"toan\",\"grade\":8,\"minutes\":45}";
    }

    /// Letters that do not shrink like a zip bomb.
    private static String noise(int megabytes) {
        var random = new Random(1);
        var text = new StringBuilder(megabytes * MEGABYTE);
        while (text.length() < megabytes * MEGABYTE) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String letters(int megabytes) {
        return "a".repeat(megabytes * MEGABYTE);
    }
}
