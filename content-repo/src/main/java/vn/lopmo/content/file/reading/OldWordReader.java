package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads a .doc run by run if it is written in fonts from before Unicode; all others through Tika, which knows more.
final class OldWordReader {
    private OldWordReader() {}

    static void read(Path path, Extract extract) throws IOException, Unreadable {
        var text = new StringBuilder();
        if (turn(path, extract, text)) {
            PlainTextReader.pages(text.toString(), extract);
        } else {
            OldOfficeReader.read(path, extract);
        }
    }

    /// @return whether there was anything to turn
    private static boolean turn(Path path, Extract extract, StringBuilder text) {
        boolean old = false;
        try (var files = new POIFSFileSystem(path.toFile(), true);
                var document = new HWPFDocument(files)) {
            var range = document.getRange();
            for (int i = 0; i < range.numCharacterRuns(); i++) {
                var run = range.getCharacterRun(i);
                old |= OldEncoding.ofFont(run.getFontName()).isPresent();
                text.append(extract.turned(run.text(), run.getFontName()));
            }
        } catch (IOException | RuntimeException tooOldOrBroken) {
            return false;
        }
        var plain = WordExtractor.stripFields(text.toString())
                .replace('\u0007', ' ')
                .replaceAll("[\r\u000b\f]", "\n\n");
        text.setLength(0);
        text.append(plain);
        return old;
    }
}
