package vn.lopmo.lms.organisation.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.lms.organisation.table.HeaderColumns;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Where the columns that we take stand in a sheet. Found by the words of the header without accents, since every
/// export has its own rows above and its own spelling. Columns that we do not take are never read.
record RosterColumns(Sheet sheet, int headerIndex, Map<Column, Integer> places) {
    enum Column {
        CODE("Mã định danh Bộ GD&ĐT", true, Column::isCode),
        NAME(
                "Họ tên",
                true,
                Set.of("ho ten", "ho va ten", "ho ten hoc sinh", "ho va ten hoc sinh", "ten hoc sinh")::contains),
        BIRTH_DATE("Ngày sinh", true, header -> header.startsWith("ngay sinh") || header.equals("ngay thang nam sinh")),
        GENDER("Giới tính", false, Set.of("gioi tinh", "nam nu", "phai")::contains),
        CLASS("Lớp học", true, Set.of("lop hoc", "lop", "ten lop", "ten lop hoc")::contains),
        GRADE("Khối học", false, Set.of("khoi hoc", "khoi", "khoi lop")::contains);

        private final String title;
        private final boolean needed;
        private final Predicate<String> matches;

        Column(String title, boolean needed, Predicate<String> matches) {
            this.title = title;
            this.needed = needed;
            this.matches = matches;
        }

        /// Not the citizen's identifier ("mã định danh cá nhân"), which we do not take.
        private static boolean isCode(String header) {
            return header.equals("ma hoc sinh")
                    || header.equals("ma so hoc sinh")
                    || header.startsWith("ma dinh danh") && !header.contains("ca nhan") && !header.contains("cong dan");
        }
    }

    /// The column that a fault is about.
    static String titleFor(String slug) {
        return switch (slug) {
            case "row-no-code", "row-code-not-ten-digits", "row-code-twice" -> Column.CODE.title;
            case "row-no-name", "row-name-odd" -> Column.NAME.title;
            case "row-no-class", "row-class-odd" -> Column.CLASS.title;
            case "row-grade-odd", "row-grade-and-class-disagree", "row-grade-not-in-school" -> Column.GRADE.title;
            case "row-gender-unknown" -> Column.GENDER.title;
            case "row-no-birth-date", "row-date-impossible", "row-date-in-future", "row-age-implausible" ->
                Column.BIRTH_DATE.title;
            default -> "";
        };
    }

    /// @throws Refusal.Invalid if no sheet has a header, or one misses columns, which it names
    static RosterColumns find(List<Sheet> sheets) {
        var best = sheets.stream()
                .flatMap(RosterColumns::candidates)
                .reduce((one, other) -> other.places.size() > one.places.size() ? other : one)
                .filter(columns -> columns.places.size() >= 2)
                .orElseThrow(() -> new Refusal.Invalid("roster-no-header"));
        var missing = Stream.of(Column.values())
                .filter(column -> column.needed && !best.places.containsKey(column))
                .map(column -> column.title)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Refusal.Invalid("roster-columns-missing", missing);
        }
        return best;
    }

    private static Stream<RosterColumns> candidates(Sheet sheet) {
        return Stream.iterate(0, index -> index + 1)
                .limit(Math.min(HeaderColumns.HEADER_WITHIN, sheet.lines().size()))
                .map(index ->
                        new RosterColumns(sheet, index, places(sheet.lines().get(index))));
    }

    private static Map<Column, Integer> places(Sheet.Line line) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (int place = 0; place < line.cells().size(); place++) {
            var header = HeaderColumns.words(line.cell(place).text());
            for (var column : Column.values()) {
                if (column.matches.test(header)) {
                    places.putIfAbsent(column, place);
                }
            }
        }
        return places;
    }

    /// The lines below the header that have anything in a column that we take: totals and signatures have not.
    List<Sheet.Line> lines() {
        return sheet.lines().subList(headerIndex + 1, sheet.lines().size()).stream()
                .filter(line -> places.values().stream()
                        .anyMatch(place -> !line.cell(place).text().isBlank()))
                .toList();
    }

    Sheet.Cell cell(Sheet.Line line, Column column) {
        return line.cell(places.getOrDefault(column, -1));
    }

    String text(Sheet.Line line, Column column) {
        return VietnameseText.tidy(cell(line, column).text());
    }
}
