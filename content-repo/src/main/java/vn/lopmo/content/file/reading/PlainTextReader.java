package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;

/// Reads plain text in whatever encoding, and the headings of Markdown. A page ends at a paragraph once it is long.
final class PlainTextReader {
    private static final int LONGEST_FILE = 30_000_000;
    private static final int LONG = 6_000;

    private PlainTextReader() {}

    static void read(Path path, Extract extract) throws IOException {
        try (var in = Files.newInputStream(path);
                var reader = new AutoDetectReader(in)) {
            var text = new StringBuilder();
            var buffer = new char[8192];
            for (int n = reader.read(buffer); n >= 0 && text.length() < LONGEST_FILE; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            pages(extract.turned(text.toString()), extract);
        } catch (TikaException noEncoding) {
            throw new IOException(noEncoding);
        }
    }

    /// Lines that a plain text breaks in mid-sentence are put together again: only an empty line ends a paragraph for
    /// sure.
    static void pages(String text, Extract extract) throws IOException {
        var page = new StringBuilder();
        for (String paragraph : text.replace("\r\n", "\n").split("\n[ \t\u00A0]*\n", -1)) {
            page.append(block(paragraph.strip()));
            if (page.length() > LONG) {
                extract.page(null, page.toString());
                page.setLength(0);
            }
        }
        if (!page.isEmpty()) {
            extract.page(null, page.toString());
        }
    }

    private static String block(String paragraph) {
        int level = 0;
        while (level < paragraph.length() && paragraph.charAt(level) == '#') {
            level++;
        }
        if (level > 0 && level < 7 && level < paragraph.length() && paragraph.charAt(level) == ' ') {
            int heading = Math.min(4, level + 1);
            return "<h" + heading + ">" + Html.escape(paragraph.substring(level).strip()) + "</h" + heading + ">";
        }
        return paragraph.isEmpty() ? "" : "<p>" + Html.escape(paragraph).replace("\n", "<br>") + "</p>";
    }
}
