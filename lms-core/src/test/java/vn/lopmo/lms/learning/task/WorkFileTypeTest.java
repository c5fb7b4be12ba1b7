package vn.lopmo.lms.learning.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkFileTypeTest {
    @TempDir
    Path folder;

    private static Arguments of(String kind, byte[] bytes) {
        return Arguments.of(kind, bytes);
    }

    private static byte[] begins(String text) {
        return (text + "\0\1\2\3\4\5\6\7\0\1\2\3").getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                of("PICTURE image/png", Samples.picture("png", 3, 2)),
                of("PICTURE image/jpeg", Samples.picture("jpg", 3, 2)),
                of("VOICE audio/webm", Samples.voice()),
                of("VOICE audio/ogg", begins("OggS")),
                of("VOICE audio/mp4", begins("\0\0\0\40ftypM4A ")),
                of("VOICE audio/wav", begins("RIFF\0\0\0\0WAVE")),
                of("VOICE audio/mpeg", begins("ID3\4")),
                of("FILE application/pdf", begins("%PDF-1.7")),
                of(
                        "FILE application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        Samples.zip("[Content_Types].xml", "word/document.xml")),
                of("FILE text/plain", "Bài làm của em:\nx = 2".getBytes(StandardCharsets.UTF_8)),
                of("none", Samples.zip("word/document.xml", "word/vbaProject.bin")),
                of("none", Samples.zip("lam.exe")),
                of("none", begins("MZ")),
                of("none", begins("\177ELF")),
                of("none", "  <!doctype html><script>".getBytes(StandardCharsets.UTF_8)),
                of("none", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)),
                of("none", new byte[] {(byte) 0xC3, 0x28}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileIsWhatItsBytesSay(String expected, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("tep"), bytes);

        var said = WorkFileType.read(bytes, file).map(type -> type.kind() + " " + type.mediaType());

        assertEquals(expected, said.orElse("none"));
    }

    @Test
    void aPhotographKeepsItsSideAndLosesItsPlace() throws IOException {
        var photograph = Samples.photograph();

        var clean = PictureTraces.without(photograph, "image/jpeg");

        assertFalse(new String(clean, StandardCharsets.ISO_8859_1).contains("Ea Kao"));
        assertTrue(new String(clean, StandardCharsets.ISO_8859_1).contains("Exif"));
        assertArrayEquals(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6}, slice(clean, "MM", 10));
        assertEquals(40, ImageIO.read(new ByteArrayInputStream(clean)).getWidth());
    }

    @Test
    void aPictureWithoutTracesStaysWhatItIs() {
        var plain = Samples.picture("jpg", 40, 20);

        assertArrayEquals(plain, PictureTraces.without(plain, "image/jpeg"));
    }

    private static byte[] slice(byte[] bytes, String after, int from) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(after) + from;
        return java.util.Arrays.copyOfRange(bytes, at, at + 10);
    }
}
