package vn.lopmo.lms.organisation.table;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in the cells of a table file, whichever kind of file it was.
///
/// @param from1904 whether day numbers count from 1904, as old Macs did
public record Sheet(List<Line> lines, boolean from1904) {
    /// @param number the row's number as people see it beside the sheet, from 1
    public record Line(int number, List<Cell> cells) {
        public Cell cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }
    }

    /// @param number the value, if the file keeps the cell as a number
    public record Cell(String text, @Nullable BigDecimal number) {
        public static final Cell EMPTY = new Cell("", null);

        public static Cell of(String text) {
            return new Cell(text, null);
        }
    }
}
