package vn.lopmo.content.file.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;

/// Reads the rows of a table: the first sheet of an .xlsx, or a .csv whatever parts its cells.
final class SheetReader {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_CELLS = 40;
    private static final int LONGEST_CELL = 5_000;
    private static final int MOST_SHARED = 200_000;
    private static final String WORKBOOK = "xl/workbook.xml";

    private final List<String> shared = new ArrayList<>();

    private SheetReader() {}

    static void read(Path path, Extract extract) throws IOException, Unreadable {
        if (isZip(path)) {
            try (var archive = new Archive(path)) {
                new SheetReader().excel(archive, extract);
            } catch (XMLStreamException broken) {
                throw new Unreadable(Unreadable.BROKEN);
            }
        } else {
            plain(path, extract);
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    // --- .xlsx
    // ---------------------------------------------------------------------------------------------------------

    private void excel(Archive archive, Extract extract) throws IOException, Unreadable, XMLStreamException {
        var strings = archive.find("xl/sharedStrings.xml");
        if (strings != null) {
            shareStrings(OoxmlText.reader(strings));
        }
        rows(OoxmlText.reader(archive.get(firstSheet(OoxmlText.relations(archive, WORKBOOK)))), extract);
    }

    private static String firstSheet(Map<String, String> relations) throws Unreadable {
        return relations.values().stream()
                .filter(part -> part.contains("/worksheets/"))
                .min(String::compareTo)
                .orElseThrow(() -> new Unreadable(Unreadable.BROKEN));
    }

    private void shareStrings(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.hasNext() && shared.size() < MOST_SHARED) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                shared.add(text.toString());
                text.setLength(0);
            }
        }
    }

    private void rows(XMLStreamReader xml, Extract extract) throws XMLStreamException, IOException {
        var row = new ArrayList<String>();
        int count = 0;
        int column = 0;
        var kind = "";
        while (xml.hasNext() && count < MOST_ROWS) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> {
                        column = column(xml.getAttributeValue(null, "r"), row.size());
                        kind = String.valueOf(xml.getAttributeValue(null, "t"));
                    }
                    case "v", "t" -> put(row, column, value(kind, xml.getElementText()));
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                extract.row(row);
                row.clear();
                count++;
            }
        }
    }

    private String value(String kind, String raw) {
        if (!kind.equals("s")) {
            return raw.endsWith(".0") ? raw.substring(0, raw.length() - 2) : raw;
        }
        int index = raw.matches("\\d{1,7}") ? Integer.parseInt(raw) : -1;
        return index >= 0 && index < shared.size() ? shared.get(index) : "";
    }

    /// `C7` is the third.
    private static int column(String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && i < 3; i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    private static void put(List<String> row, int column, String value) {
        if (column < 0 || column >= MOST_CELLS) {
            return;
        }
        while (row.size() <= column) {
            row.add("");
        }
        var whole = row.get(column) + value;
        row.set(column, whole.substring(0, Math.min(LONGEST_CELL, whole.length())));
    }

    // --- .csv
    // ----------------------------------------------------------------------------------------------------------

    private static void plain(Path path, Extract extract) throws IOException {
        try (var in = Files.newInputStream(path);
                var reader = new BufferedReader(new AutoDetectReader(in))) {
            reader.mark(1 << 16);
            var first = String.valueOf(reader.readLine());
            reader.reset();
            char parting = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
            for (int count = 0; count < MOST_ROWS; count++) {
                var row = row(reader, parting);
                if (row.isEmpty()) {
                    return;
                }
                extract.row(row);
            }
        } catch (TikaException noEncoding) {
            throw new IOException(noEncoding);
        }
    }

    /// RFC 4180: what stands in quotes may hold the parting sign, line ends, and quotes doubled. Empty at the end.
    private static List<String> row(BufferedReader reader, char parting) throws IOException {
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int letter = reader.read();
        if (letter < 0) {
            return row;
        }
        for (; letter >= 0 && (quoted || letter != '\n'); letter = reader.read()) {
            if (letter == '"') {
                if (quoted || cell.isEmpty()) {
                    quoted = !quoted;
                } else {
                    quoted = true;
                    cell.append('"');
                }
            } else if (letter == parting && !quoted) {
                put(row, row.size(), cell.toString());
                cell.setLength(0);
            } else if ((letter != '\r' || quoted) && letter != '\uFEFF' && cell.length() < LONGEST_CELL) {
                cell.append((char) letter);
            }
        }
        put(row, row.size(), cell.toString());
        return row;
    }
}
