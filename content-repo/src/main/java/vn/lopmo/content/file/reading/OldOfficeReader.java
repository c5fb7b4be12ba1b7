package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// Reads what needs no care for its looks (.doc, .ppt, .xls, .xlsx): the words, through Tika.
final class OldOfficeReader {
    private static final int LONGEST = 10_000_000;

    private OldOfficeReader() {}

    static void read(Path path, Extract extract) throws IOException, Unreadable {
        var text = new BodyContentHandler(LONGEST);
        try (var in = TikaInputStream.get(path)) {
            new AutoDetectParser().parse(in, text, new Metadata(), new ParseContext());
        } catch (EncryptedDocumentException locked) {
            throw new Unreadable(Unreadable.PROTECTED);
        } catch (TikaException | SAXException broken) {
            if (text.toString().isBlank()) {
                throw new Unreadable(Unreadable.BROKEN);
            }
        }
        PlainTextReader.pages(extract.turned(text.toString()), extract);
    }
}
