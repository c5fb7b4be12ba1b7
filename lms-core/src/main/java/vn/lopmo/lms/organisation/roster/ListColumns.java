package vn.lopmo.lms.organisation.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.lms.organisation.table.HeaderColumns;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Where the columns that we take stand in a sheet. Found by the words of the header without accents, since every
/// export has its own rows above and its own spelling. Columns that we do not take are never read.
record ListColumns<C extends Heading>(Sheet sheet, int headerIndex, Map<C, Integer> places) {
    /// @throws Refusal.Invalid if no sheet has a header, or one misses columns, which it names
    static <C extends Heading> ListColumns<C> find(List<Sheet> sheets, List<C> wanted) {
        var best = sheets.stream()
                .flatMap(sheet -> candidates(sheet, wanted))
                .reduce((one, other) -> other.places.size() > one.places.size() ? other : one)
                .filter(columns -> columns.places.size() >= 2)
                .orElseThrow(() -> new Refusal.Invalid("roster-no-header", titles(wanted.stream())));
        var missing = titles(wanted.stream().filter(column -> !best.places.containsKey(column)));
        if (!missing.isEmpty()) {
            throw new Refusal.Invalid("roster-columns-missing", missing);
        }
        return best;
    }

    private static String titles(Stream<? extends Heading> columns) {
        return columns.filter(Heading::isNeeded).map(Heading::title).collect(Collectors.joining(", "));
    }

    private static <C extends Heading> Stream<ListColumns<C>> candidates(Sheet sheet, List<C> wanted) {
        return Stream.iterate(0, index -> index + 1)
                .limit(Math.min(HeaderColumns.HEADER_WITHIN, sheet.lines().size()))
                .map(index ->
                        new ListColumns<>(sheet, index, places(sheet.lines().get(index), wanted)));
    }

    private static <C extends Heading> Map<C, Integer> places(Sheet.Line line, List<C> wanted) {
        var places = new HashMap<C, Integer>();
        for (int place = 0; place < line.cells().size(); place++) {
            var header = HeaderColumns.words(line.cell(place).text());
            for (var column : wanted) {
                if (column.isHeadedBy(header)) {
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

    Sheet.Cell cell(Sheet.Line line, C column) {
        return line.cell(places.getOrDefault(column, -1));
    }

    String text(Sheet.Line line, C column) {
        return VietnameseText.tidy(cell(line, column).text());
    }
}
