package vn.lopmo.content.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Áp suất.pdf, Áp suất.pdf",
        "../../etc/passwd.txt, passwd.txt",
        "C:\\Users\\Lan\\bài 1.docx, bài 1.docx",
        "a<b>:c.txt, a b c.txt",
        "..., tep",
        ".bashrc, bashrc"
    })
    void namesAreMadeHarmless(String sent, String kept) {
        assertEquals(kept, FileNames.clean(sent));
    }

    @Test
    void aHiddenTurnOfTheTextIsTakenOut() {
        assertEquals("bài fdp.exe.txt", FileNames.clean("bài\u202Efdp.exe.txt"));
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var name = FileNames.clean("a".repeat(500) + ".pdf");

        assertTrue(name.length() <= 160 && name.endsWith(".pdf"), name);
    }

    @Test
    void theHeaderSaysTheNameTwice() {
        assertEquals(
                "inline; filename=\"de so 1.pdf\"; filename*=UTF-8''%C4%91%E1%BB%81%20s%E1%BB%91%201.pdf",
                FileNames.disposition(true, "đề số 1.pdf"));
    }
}
