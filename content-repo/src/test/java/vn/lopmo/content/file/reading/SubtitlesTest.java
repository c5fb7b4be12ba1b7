package vn.lopmo.content.file.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.file.reading.Subtitles.Cue;

class SubtitlesTest {
    @Test
    void subRipBecomesWebVtt() {
        var srt = "\uFEFF1\r\n00:00:01,500 --> 00:00:04,000\r\n<i>Ngày xửa ngày xưa</i>\r\n- Có một &amp; hai\r\n\r\n"
                + "2\r\n01:02:03,4 --> 01:02:05,000 X1:40\r\n{\\an8}1 < 2 --> 3\r\n";

        var read = Subtitles.of(srt.getBytes(StandardCharsets.UTF_8));

        assertEquals("""
                WEBVTT

                00:00:01.500 --> 00:00:04.000
                Ngày xửa ngày xưa
                - Có một &amp; hai

                01:02:03.400 --> 01:02:05.000
                1 &lt; 2 --&gt; 3
                """, read.webVtt());
    }

    @Test
    void webVttIsReadWithoutItsStylesAndNotes() {
        var vtt = """
                WEBVTT - phim

                STYLE
                ::cue { color: red }

                NOTE không hiện

                mở đầu
                00:01.000 --> 00:02.000 align:start position:10%
                <v Lan>Chào các em

                00:03.000 --> 00:02.000
                ngược giờ
                """;

        assertEquals(
                List.of(new Cue(1000, 2000, "Chào các em")),
                Subtitles.of(vtt.getBytes(StandardCharsets.UTF_8)).cues());
    }

    @Test
    void oldEncodingsAreRead() {
        var srt = "1\n00:00:01,000 --> 00:00:02,000\nÔ tô\n";

        for (var encoding : List.of("UTF-16LE", "windows-1258")) {
            var mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
            var read = Subtitles.of((mark + srt).getBytes(Charset.forName(encoding)));

            assertEquals(List.of(new Cue(1000, 2000, "Ô tô")), read.cues());
        }
    }

    @Test
    void whatIsNoneHasNoCues() {
        assertEquals(
                List.of(),
                Subtitles.of("Chỉ là chữ --> thường".getBytes(StandardCharsets.UTF_8))
                        .cues());
    }
}
