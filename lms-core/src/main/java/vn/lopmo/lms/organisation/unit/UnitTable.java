package vn.lopmo.lms.organisation.unit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.table.HeaderColumns;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.refusal.Refusal;

/// The sheet of units as a table: five columns, of which code, parent and officers may be empty. What it writes, it
/// reads again.
final class UnitTable {
    static final int MOST_ROWS = 5_000;

    /// @param officers  their user names
    record Row(int number, String code, String name, Unit.@Nullable Kind kind, String parent, List<String> officers) {}

    private static final String CODE = "Mã";
    private static final String NAME = "Tên đơn vị";
    private static final String KIND = "Loại";
    private static final String PARENT = "Thuộc (mã hoặc tên)";
    private static final String OFFICERS = "Cán bộ (tên đăng nhập)";
    private static final List<String> HEADS = List.of(CODE, NAME, KIND, PARENT, OFFICERS);
    private static final int[] WIDTHS = {14, 52, 14, 40, 40};

    private static final Map<String, Set<String>> WORDS = Map.of(
            CODE, Set.of("ma", "ma don vi"),
            NAME, Set.of("ten don vi", "ten", "don vi"),
            KIND, Set.of("loai", "loai don vi", "cap"),
            PARENT,
                    Set.of(
                            "thuoc ma hoac ten",
                            "thuoc",
                            "ma don vi cap tren",
                            "don vi cap tren",
                            "cap tren",
                            "ma cap tren"),
            OFFICERS, Set.of("can bo ten dang nhap", "can bo", "can bo quan li", "can bo quan ly", "can bo phu trach"));
    private static final Map<String, Unit.Kind> KINDS = Map.ofEntries(
            Map.entry("so", Unit.Kind.DEPARTMENT),
            Map.entry("so giao duc va dao tao", Unit.Kind.DEPARTMENT),
            Map.entry("so gd dt", Unit.Kind.DEPARTMENT),
            Map.entry("phuong", Unit.Kind.COMMUNE),
            Map.entry("xa", Unit.Kind.COMMUNE),
            Map.entry("phuong xa", Unit.Kind.COMMUNE),
            Map.entry("xa phuong", Unit.Kind.COMMUNE),
            Map.entry("dac khu", Unit.Kind.COMMUNE),
            Map.entry("truong", Unit.Kind.SCHOOL),
            Map.entry("truong hoc", Unit.Kind.SCHOOL));

    private UnitTable() {}

    /// @throws Refusal.Invalid if it is no such table
    static List<Row> read(String fileName, byte[] file) {
        var columns = HeaderColumns.find(SheetFile.read(fileName, file), WORDS, Set.of(NAME, KIND))
                .orElseThrow(() -> new Refusal.Invalid("roster-columns-missing", NAME + ", " + KIND));
        var lines = columns.lines();
        if (lines.size() > MOST_ROWS) {
            throw new Refusal.Invalid("roster-file-too-large");
        }
        return lines.stream().map(line -> row(columns, line)).toList();
    }

    private static Row row(HeaderColumns columns, Sheet.Line line) {
        return new Row(
                line.number(),
                columns.text(line, CODE),
                columns.text(line, NAME),
                KINDS.get(HeaderColumns.words(columns.text(line, KIND))),
                columns.text(line, PARENT),
                Arrays.stream(columns.text(line, OFFICERS).split("[,;]"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
    }

    static byte[] write(List<Row> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LopMo", null)) {
            var sheet = book.newWorksheet("Đơn vị");
            for (int column = 0; column < HEADS.size(); column++) {
                sheet.value(0, column, HEADS.get(column));
                sheet.width(column, WIDTHS[column]);
                sheet.style(0, column).bold().set();
                // a code is no number: its zeros stay
                sheet.range(1, column, MOST_ROWS, column).style().format("@").set();
            }
            sheet.freezePane(0, 1);
            int at = 1;
            for (var row : rows) {
                sheet.value(at, 0, row.code);
                sheet.value(at, 1, row.name);
                sheet.value(at, 2, row.kind == null ? "" : title(row.kind));
                sheet.value(at, 3, row.parent);
                sheet.value(at++, 4, String.join(", ", row.officers));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String title(Unit.Kind kind) {
        return switch (kind) {
            case DEPARTMENT -> "Sở";
            case COMMUNE -> "Phường, xã";
            case SCHOOL -> "Trường";
        };
    }
}
