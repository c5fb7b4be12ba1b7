package vn.lopmo.lms.organisation.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.lopmo.platform.refusal.Refusal;

/// Reads .csv (RFC 4180) the way spreadsheets in Việt Nam write it: UTF-8 with or without a mark, UTF-16, or
/// Windows-1258; comma, semicolon (where the decimal sign is a comma) or tab between the cells.
final class CsvFile {
    private static final Charset VIETNAMESE_WINDOWS = Charset.forName("windows-1258");

    private final String text;
    private final char separator;
    private final int mostLines;
    private final List<Sheet.Line> lines = new ArrayList<>();
    private List<Sheet.Cell> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int row = 1;

    private CsvFile(String text, int mostLines) {
        this.mostLines = mostLines;
        this.text = text;
        this.separator = separatorOf(text);
    }

    /// @param mostLines above this it is turned away
    static Sheet read(byte[] bytes, int mostLines) {
        var text = decode(bytes);
        if (text.isBlank()) {
            throw new Refusal.Invalid("roster-file-empty");
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refusal.Invalid("roster-file-not-a-table");
        }
        return new Sheet(new CsvFile(text, mostLines).parse(), false);
    }

    private static String decode(byte[] bytes) {
        if (marked(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (marked(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (marked(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, VIETNAMESE_WINDOWS);
        }
    }

    private static boolean marked(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// The sign that stands most often in the first lines.
    private static char separatorOf(String text) {
        var head = text.lines().limit(HeaderColumns.HEADER_WITHIN).toList();
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = head.stream()
                    .mapToLong(line -> line.chars().filter(c -> c == candidate).count())
                    .sum();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private List<Sheet.Line> parse() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && cell.isEmpty()) {
                quoted();
            } else if (c == separator) {
                endCell();
            } else if (c == '\n') {
                endLine();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endLine();
        }
        return lines;
    }

    private void quoted() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return;
            }
        }
    }

    private void endCell() {
        if (cells.size() < SheetFile.MOST_COLUMNS) {
            cells.add(Sheet.Cell.of(cell.substring(0, Math.min(cell.length(), SheetFile.MOST_TEXT))));
        }
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(new Sheet.Line(row++, cells));
        cells = new ArrayList<>();
        if (lines.size() > mostLines) {
            throw new Refusal.Invalid("roster-file-too-large");
        }
    }
}
