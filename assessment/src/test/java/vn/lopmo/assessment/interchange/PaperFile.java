package vn.lopmo.assessment.interchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import vn.lopmo.assessment.interchange.exam.FoundQuestion;
import vn.lopmo.assessment.interchange.exam.PaperReader;
import vn.lopmo.assessment.interchange.word.WordReader;

/// A Word paper written with Apache POI, which the importer does not use. Lines are written in a small markup:
/// `**bold**`, `__underlined__`, `{{red}}`, `==highlighted==`, a tab is a tab, `[[omml]]` an equation.
final class PaperFile {
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final Pattern PIECE =
            Pattern.compile("\\*\\*(.+?)\\*\\*|__(.+?)__|\\{\\{(.+?)}}|==(.+?)==|\\[\\[(.+?)]]", Pattern.DOTALL);
    private static final String MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    private final XWPFDocument document = new XWPFDocument();

    static PaperFile of(String... lines) {
        var file = new PaperFile();
        for (String line : lines) {
            file.line(line);
        }
        return file;
    }

    PaperFile line(String text) {
        write(document.createParagraph(), text);
        return this;
    }

    private static void write(XWPFParagraph paragraph, String text) {
        var matcher = PIECE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            run(paragraph, text.substring(from, matcher.start()), run -> {});
            if (matcher.group(1) != null) {
                run(paragraph, matcher.group(1), run -> run.setBold(true));
            } else if (matcher.group(2) != null) {
                run(paragraph, matcher.group(2), run -> run.setUnderline(UnderlinePatterns.SINGLE));
            } else if (matcher.group(3) != null) {
                run(paragraph, matcher.group(3), run -> run.setColor("FF0000"));
            } else if (matcher.group(4) != null) {
                run(paragraph, matcher.group(4), run -> run.setTextHighlightColor("yellow"));
            } else {
                equation(paragraph, matcher.group(5));
            }
            from = matcher.end();
        }
        run(paragraph, text.substring(from), run -> {});
    }

    private static void run(XWPFParagraph paragraph, String text, Consumer<XWPFRun> look) {
        var parts = text.split("\t", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                paragraph.createRun().addTab();
            }
            if (!parts[i].isEmpty()) {
                var run = paragraph.createRun();
                run.setText(parts[i]);
                look.accept(run);
            }
        }
    }

    private static void equation(XWPFParagraph paragraph, String inside) {
        try {
            var parsed = XmlObject.Factory.parse("<m:oMath xmlns:m=\"" + MATH + "\">" + inside + "</m:oMath>");
            var cursor = parsed.newCursor();
            cursor.toFirstChild();
            var place = paragraph.getCTP().newCursor();
            place.toEndToken();
            cursor.copyXml(place);
        } catch (XmlException wrong) {
            throw new IllegalArgumentException(inside, wrong);
        }
    }

    PaperFile table(List<List<String>> rows) {
        var table = document.createTable(rows.size(), rows.getFirst().size());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                write(
                        table.getRow(row).getCell(column).getParagraphs().getFirst(),
                        rows.get(row).get(column));
            }
        }
        return this;
    }

    /// A paragraph with automatic numbering; `list` is what [#list] gave.
    PaperFile numbered(BigInteger list, String text) {
        var paragraph = document.createParagraph();
        paragraph.setNumID(list);
        write(paragraph, text);
        return this;
    }

    BigInteger list(STNumberFormat.Enum format, String pattern) {
        var definition = CTAbstractNum.Factory.newInstance();
        var numbering = document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
        definition.setAbstractNumId(BigInteger.valueOf(numbering.getNums().size() + 1L));
        var level = definition.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(pattern);
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
    }

    PaperFile picture(byte[] bytes, int type) {
        try {
            document.createParagraph()
                    .createRun()
                    .addPicture(new ByteArrayInputStream(bytes), type, "hinh", Units.toEMU(40), Units.toEMU(30));
            return this;
        } catch (InvalidFormatException | IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    PaperFile picture() {
        return picture(PNG, Document.PICTURE_TYPE_PNG);
    }

    byte[] bytes() {
        try {
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// What the importer finds in it.
    List<FoundQuestion> read() {
        try {
            var path = Files.createTempFile("paper", ".docx");
            Files.write(path, bytes());
            var found =
                    PaperReader.read(WordReader.read(path), Map.of("word/media/image1.png", "/api/assessment/media/1"));
            Files.delete(path);
            return found;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    Path save(Path path) throws IOException {
        return Files.write(path, bytes());
    }
}
