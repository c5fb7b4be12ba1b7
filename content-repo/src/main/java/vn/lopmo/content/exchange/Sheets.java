package vn.lopmo.content.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A spreadsheet in the making. What people typed goes in as text: a cell is never a formula.
final class Sheets {
    private static final int USUAL = 18;

    private final Workbook book;

    private Sheets(Workbook book) {
        this.book = book;
    }

    static byte[] of(Consumer<Sheets> content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LopMo", null)) {
            content.accept(new Sheets(book));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// @param heads in the first row, which stays in sight
    Table sheet(String name, List<String> heads) {
        var sheet = book.newWorksheet(name);
        for (int column = 0; column < heads.size(); column++) {
            sheet.width(column, USUAL);
        }
        sheet.freezePane(0, 1);
        var table = new Table(sheet);
        table.row(heads.toArray());
        sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
        return table;
    }

    static final class Table {
        private final Worksheet sheet;
        private int row;

        private Table(Worksheet sheet) {
            this.sheet = sheet;
        }

        void row(@Nullable Object... cells) {
            for (int column = 0; column < cells.length; column++) {
                switch (cells[column]) {
                    case null -> {}
                    case Number number -> sheet.value(row, column, number);
                    case Object text -> sheet.value(row, column, text.toString());
                }
            }
            row++;
        }
    }
}
