package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.platform.refusal.Refusal;

class LessonContentTest {
    private static final IndicatorList KNOWN = List.of("1.1.TC2a", "1.1.TC2b")::contains;

    @Test
    void scriptsAreCutOutAndFormulasKept() {
        var formula = "<span class=\"math\" data-latex=\"p=dh\"><math><mi>p</mi></math></span>";
        var content = with(new Block.Text("a", "<p onclick=\"x()\">Chào<script>alert(1)</script> " + formula + "</p>"));

        var text = (Block.Text) content.checked(KNOWN).blocks().getFirst();

        assertEquals("<p>Chào " + formula + "</p>", text.html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/a.png", "javascript:alert(1)", "/api/../x", "//example.org/a", "/api/a?b"})
    void picturesComeFromThisServerOnly(String url) {
        assertEquals("picture-from-elsewhere", refused(with(new Block.Picture("a", url, null, null))));
    }

    @Test
    void boundsAreKept() {
        var many = IntStream.range(0, 201)
                .mapToObj(at -> (Block) new Block.Text("b" + at, "x"))
                .toList();

        assertEquals("too-many-blocks", refused(new LessonContent("Bài", "", 0, many, List.of())));
        assertEquals("text-too-long", refused(with(new Block.Text("a", "x".repeat(102_401)))));
        assertEquals("block-id-unusable", refused(with(new Block.Text("a", "x"), new Block.Text("a", "y"))));
        assertEquals("block-id-unusable", refused(with(new Block.Text("a b", "x"))));
        assertEquals("unknown-indicator", refused(with(new Block.Task("a", "t", "h", List.of("9.9.XX1a")))));
    }

    @Test
    void itCarriesItsOwnIndicatorsAndThoseOfItsTasks() {
        var content = new LessonContent(
                "Bài",
                "",
                0,
                List.of(new Block.Task("a", "t", "h", List.of("1.1TC2b", "1.1.TC2a"))),
                List.of("1.1.TC2a"));

        assertEquals(List.of("1.1.TC2a", "1.1.TC2b"), content.checked(KNOWN).carries());
    }

    @Test
    void aLessonWithoutWordsCannotBePublished() {
        assertThrows(Refusal.Conflict.class, () -> with().checkPublishable());
        assertThrows(Refusal.Conflict.class, () -> with(new Block.Text("a", "<p> </p>"))
                .checkPublishable());
        with(new Block.Text("a", "<p>Chào</p>")).checkPublishable();
    }

    @Test
    void everyKindOfBlockSurvivesTheTripThroughJson() throws Exception {
        var json = new ObjectMapper();
        List<Block> blocks = List.of(
                new Block.Text("a", "<p>x</p>"),
                new Block.Picture("b", "/api/lms/media/1", "Đập nước", null),
                new Block.Formula("c", "p=dh", "<math></math>", null),
                new Block.Material("d", null, 1, "Bài giảng", "VIDEO", null),
                new Block.Quiz("e", null, "Tự kiểm tra"),
                new Block.Task("f", "Tìm số liệu", "<p>x</p>", List.of("1.1.TC2a")));
        var type = new TypeReference<List<Block>>() {};

        var written = json.writerFor(type).writeValueAsString(blocks);

        assertEquals(blocks, json.readValue(written, type));
        assertEquals("text", json.readTree(written).get(0).get("kind").asText());
    }

    private static LessonContent with(Block... blocks) {
        return new LessonContent("Bài 16", "", 10, List.of(blocks), List.of());
    }

    private static String refused(LessonContent content) {
        return assertThrows(Refusal.Invalid.class, () -> content.checked(KNOWN)).slug();
    }
}
