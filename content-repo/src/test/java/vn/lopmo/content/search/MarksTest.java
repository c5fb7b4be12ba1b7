package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
    private final Marks marks = new Marks(List.of("ap", "suat", "chat", "long"));

    @Test
    void aRunIsMarkedAsOneAndSinglesAreLeftAlone() {
        assertEquals(
                "Bài 16. <mark>Áp suất chất lỏng</mark>. Lòng tốt", marks.all("Bài 16. Áp suất chất lỏng. Lòng tốt"));
    }

    @Test
    void whatWasWrittenIsEscaped() {
        assertEquals(
                "&lt;b&gt;<mark>áp suất</mark>&lt;/b&gt; &amp; &quot;x&quot;", marks.all("<b>áp suất</b> & \"x\""));
    }

    @Test
    void aTextInDecomposedFormIsMarkedToo() {
        var text = Normalizer.normalize("độ lớn áp suất", Normalizer.Form.NFD);

        assertTrue(marks.all(text).endsWith("</mark>"), marks.all(text));
    }

    @Test
    void theBestStretchOfALongTextIsShown() {
        var text = "mở đầu ".repeat(200) + "càng xuống sâu, áp suất chất lỏng càng lớn " + "kết thúc ".repeat(200);

        var best = marks.best(text);

        assertTrue(best.startsWith("…") && best.endsWith("…"), best);
        assertTrue(best.contains("<mark>áp suất chất lỏng</mark> càng lớn"), best);
        assertTrue(best.length() < 300, best);
    }

    @Test
    void nothingWantedIsNothingShown() {
        assertEquals("", marks.best("một bài khác"));
    }
}
