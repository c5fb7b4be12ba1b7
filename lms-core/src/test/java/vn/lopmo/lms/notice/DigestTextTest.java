package vn.lopmo.lms.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTextTest {
    @Test
    void eachKindHasItsWordsAndTheSubjectItsName() {
        var lines = Arrays.stream(NoticeKind.values())
                .map(kind -> new DigestText.Line(kind, "Áp suất", "khtn", 3))
                .toList();

        var text = new DigestText("THCS Ea Kao", lines).text("https://lop.test", "https://lop.test/thu/dung?ma=x");

        assertEquals(NoticeKind.values().length, text.split("Áp suất", -1).length - 1);
        assertTrue(text.contains("- Bài mới: Áp suất (Khoa học tự nhiên)"));
        assertTrue(text.contains("- 3 bài nộp mới: Áp suất"));
        assertTrue(text.contains("Dừng nhận thư: https://lop.test/thu/dung?ma=x"));
    }

    @Test
    void aLongDayIsCutAndCounted() {
        var lines = Collections.nCopies(34, new DigestText.Line(NoticeKind.LESSON, "Bài", "", 1));

        var digest = new DigestText("THCS Ea Kao", lines);

        assertEquals("Lớp Mở: 34 thông báo mới", digest.subject());
        assertTrue(digest.text("https://lop.test", "x").contains("- và 4 thông báo khác"));
        assertFalse(new DigestText("THCS", List.copyOf(lines.subList(0, 30)))
                .text("https://lop.test", "x")
                .contains("khác"));
    }
}
