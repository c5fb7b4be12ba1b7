package vn.lopmo.content.bookmark;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.content.roster.MembershipChanged;
import vn.lopmo.content.roster.MembershipChanged.Part;
import vn.lopmo.testkit.Tokens;

/// A pupil reads a book over several days, and writes beside it; nobody else sees that.
@QuarkusTest
@TestProfile(SignedTokens.class)
class ReadingWalkthroughTest {
    private final Library library = new Library();
    private String material;
    private String file;

    @BeforeEach
    void aBookIsPublished() throws IOException {
        var book = library.uploaded("dong-dao.epub", Fixtures.epub());
        material = book.getString("id");
        file = book.getString("files[0].id");
        library.describe(book, library.metadata("Đồng dao"));
        library.publish(material).statusCode(200);
    }

    @Test
    void theBookIsOpenedWhereItWasLeft() {
        student().get("/files/" + file + "/position").then().statusCode(204);
        student().get("/my/reading").then().body("$", empty());

        place(library.student, 2, 0.25, 0.6).statusCode(204);

        student()
                .get("/files/" + file + "/position")
                .then()
                .body("n", equalTo(2))
                .body("within", equalTo(0.25f));
        student()
                .get("/my/reading")
                .then()
                .body("title", contains("Đồng dao"))
                .body("n", contains(2))
                .body("pages", contains(2));
        place(library.student, 2, 1, 1).statusCode(204);
        student().get("/my/reading").then().body("$", empty());
        place(library.student, 1, 0, 0.1).statusCode(204);
        student().delete("/my/reading/" + file).then().statusCode(204);
        student().get("/files/" + file + "/position").then().statusCode(204);
    }

    @Test
    void whatSomebodyReadsIsHisAlone() {
        place(library.student, 2, 0, 0.5).statusCode(204);
        var stranger = new Library();

        library.as(library.librarian).get("/my/reading").then().body("$", empty());
        library.as(library.teacher).get("/files/" + file + "/position").then().statusCode(204);
        place(stranger.student, 1, 0, 0).statusCode(404);
        library.as(stranger.student).get("/files/" + file + "/position").then().statusCode(404);
        place(library.student, 1, 0, 1.5).statusCode(422);
        place(library.student, -1, 0, 0).statusCode(422);
        library.withdraw(material, "Chưa rõ bản quyền");
        student().get("/my/reading").then().body("$", empty());
        place(library.student, 2, 0, 0.7).statusCode(404);
    }

    @Test
    void notesStandBesideTheirPage() {
        write(library.student, 2, "Hỏi cô công thức này").statusCode(201);
        String first = write(library.student, 1, "- đọc lại\n-   học thuộc")
                .statusCode(201)
                .body("text", equalTo("- đọc lại\n- học thuộc"))
                .body("quote", equalTo("Chi chi chành chành"))
                .extract()
                .path("id");
        var path = "/files/" + file + "/notes";

        student().get(path).then().body("n", contains(1, 2));
        student().get("/my/notes").then().body("title", contains("Đồng dao", "Đồng dao"));
        for (String other : new String[] {library.librarian, library.teacher, Tokens.student(library.school)}) {
            library.as(other).get(path).then().statusCode(200).body("$", empty());
            library.as(other).get("/my/notes").then().body("$", empty());
            library.as(other).delete(path + "/" + first).then().statusCode(404);
            rewrite(other, first).statusCode(404);
        }
        write(new Library().student, 1, "x").statusCode(404);
        write(library.student, 1, "  ").statusCode(422);
        rewrite(library.student, first).statusCode(200).body("text", equalTo("Đã thuộc"));
        student().delete(path + "/" + first).then().statusCode(204);
        student().get(path).then().body("$", hasSize(1));
    }

    @Test
    void wordsAreFoundInTheBook() {
        find("thoi lua")
                .body("n", contains(1))
                .body("found", contains("thổi lửa"))
                .body("[0].before", containsString("cái đanh"));
        find("thổi lửa").body("$", hasSize(1));
        find("thôi lửa").body("$", empty());
        find("x").statusCode(422);
        library.as(new Library().student)
                .queryParam("q", "thoi lua")
                .get("/files/" + file + "/find")
                .then()
                .statusCode(404);
    }

    @Test
    void formulasComeThroughWithTheirBrackets() {
        student()
                .get("/files/" + file + "/pages/2")
                .then()
                .body("html", containsString("<mfrac><mi>a</mi><mn>2</mn></mfrac>"))
                .body("html", containsString("<mo fence=\"true\">[</mo><mn>1</mn><mo separator=\"true\">,</mo>"))
                .body("html", containsString("alttext=\"[1, 2]\""))
                .body("html", not(containsString("script")));
    }

    @Test
    void subtitlesOfAnyKindAreGivenAsWebVtt() {
        var srt = "1\n00:00:01,000 --> 00:00:02,500\nXin chào các em\n";
        var words = library.uploaded("phim.en.srt", Fixtures.utf8(srt));
        library.describe(words, library.metadata("Phim có phụ đề"));
        library.publish(words.getString("id")).statusCode(200);

        student()
                .get("/materials/" + words.getString("id"))
                .then()
                .body("files[0].kind", equalTo("SUBTITLE"))
                .body("files[0].language", equalTo("en"));
        student()
                .get("/files/" + words.getString("files[0].id") + "/subtitles")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/vtt"))
                .body(containsString("00:00:01.000 --> 00:00:02.500\nXin chào các em"));
        student().get("/files/" + file + "/subtitles").then().statusCode(404);
    }

    private RequestSpecification student() {
        return library.as(library.student);
    }

    private ValidatableResponse place(String token, int n, double within, double share) {
        return library.as(token)
                .contentType("application/json")
                .body(Map.of("n", n, "within", within, "share", share))
                .put("/files/" + file + "/position")
                .then();
    }

    private ValidatableResponse write(String token, int n, String text) {
        return library.send(
                token, Map.of("n", n, "text", text, "quote", "Chi chi  chành chành"), "/files/" + file + "/notes");
    }

    private ValidatableResponse rewrite(String token, String note) {
        return library.as(token)
                .contentType("application/json")
                .body(Map.of("text", "Đã thuộc"))
                .put("/files/" + file + "/notes/" + note)
                .then();
    }

    private ValidatableResponse find(String words) {
        return student().queryParam("q", words).get("/files/" + file + "/find").then();
    }

    @Test
    void whatNobodyNeedsAnyMoreIsForgotten() {
        var forgetting = Arc.container().instance(Forgetting.class).get();
        var now = Instant.now();
        var classId = UUID.randomUUID();
        library.joins(library.studentId, classId, "8A", Part.STUDENT);
        place(library.student, 2, 0.5, 0.5).statusCode(204);
        student()
                .contentType("application/json")
                .body(Map.of("n", 1, "text", "Nhớ đọc lại"))
                .post("/files/" + file + "/notes")
                .then()
                .statusCode(201);

        forgetting.forget(now.plus(Duration.ofDays(399)));
        student().get("/files/" + file + "/position").then().statusCode(200);
        forgetting.forget(now.plus(Duration.ofDays(402)));
        student().get("/files/" + file + "/position").then().statusCode(204);
        student().get("/files/" + file + "/notes").then().body("$", hasSize(1));

        leaves(classId);
        forgetting.forget(now.plus(Duration.ofDays(300)));
        student().get("/files/" + file + "/notes").then().body("$", hasSize(1));
        forgetting.forget(now.plus(Duration.ofDays(366)));
        student().get("/files/" + file + "/notes").then().body("$", empty());
    }

    private void leaves(UUID classId) {
        Library.told(new MembershipChanged(library.school, library.studentId, classId, "8A", 8, Part.STUDENT, false));
    }
}
