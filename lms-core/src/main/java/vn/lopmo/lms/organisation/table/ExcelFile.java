package vn.lopmo.lms.organisation.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import vn.lopmo.platform.refusal.Refusal;

/// Reads .xlsx. The file is unpacked once into nothing first, so that one which swells without bound is turned away
/// before it is parsed.
final class ExcelFile {
    private static final long MOST_UNPACKED = 96L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_SHEETS = 20;

    private ExcelFile() {}

    static List<Sheet> read(byte[] bytes) {
        try {
            measure(bytes);
            return parse(bytes);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal.Invalid("roster-file-broken");
        }
    }

    private static void measure(byte[] bytes) throws IOException {
        var buffer = new byte[64 << 10];
        long unpacked = 0;
        int entries = 0;
        boolean workbook = false;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    refuseIf(unpacked > MOST_UNPACKED, "roster-file-swells");
                }
                refuseIf(++entries > MOST_ENTRIES, "roster-file-swells");
            }
        }
        refuseIf(!workbook, "roster-file-not-a-table");
    }

    private static void refuseIf(boolean wrong, String slug) {
        if (wrong) {
            throw new Refusal.Invalid(slug);
        }
    }

    private static List<Sheet> parse(byte[] bytes) throws IOException {
        var sheets = new ArrayList<Sheet>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (var sheet : book.getSheets().limit(MOST_SHEETS).toList()) {
                try (var rows = sheet.openStream()) {
                    sheets.add(new Sheet(lines(rows.iterator()), book.isDate1904()));
                }
            }
        }
        return sheets;
    }

    private static List<Sheet.Line> lines(Iterator<Row> rows) {
        var lines = new ArrayList<Sheet.Line>();
        while (rows.hasNext()) {
            lines.add(line(rows.next()));
            refuseIf(lines.size() > SheetFile.MOST_LINES, "roster-file-too-large");
        }
        return lines;
    }

    private static Sheet.Line line(Row row) {
        var cells = new ArrayList<Sheet.Cell>();
        int columns = Math.min(row.getCellCount(), SheetFile.MOST_COLUMNS);
        for (int column = 0; column < columns; column++) {
            cells.add(row.getOptionalCell(column).map(ExcelFile::cell).orElse(Sheet.Cell.EMPTY));
        }
        return new Sheet.Line(row.getRowNum(), cells);
    }

    private static Sheet.Cell cell(Cell cell) {
        if (cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal) {
            var number = new BigDecimal(cell.getValue().toString());
            return new Sheet.Cell(number.stripTrailingZeros().toPlainString(), number);
        }
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return Sheet.Cell.EMPTY;
        }
        var text = cell.getText();
        return text == null ? Sheet.Cell.EMPTY : Sheet.Cell.of(cut(text));
    }

    private static String cut(String text) {
        return text.length() <= SheetFile.MOST_TEXT ? text : text.substring(0, SheetFile.MOST_TEXT);
    }
}
