package vn.lopmo.lms.organisation.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lopmo.platform.text.VietnameseText;

/// Where wanted columns stand in a sheet, found by the words of the header without accents, since every export has its
/// own rows above and its own spelling. Other columns are never read.
public record HeaderColumns(Sheet sheet, int headerIndex, Map<String, Integer> places) {
    /// The header is looked for in the first lines only.
    public static final int HEADER_WITHIN = 20;

    /// @param wanted for each column the words that may head it
    /// @param needed columns without which it is no header
    public static Optional<HeaderColumns> find(
            List<Sheet> sheets, Map<String, ? extends Collection<String>> wanted, Set<String> needed) {
        return sheets.stream()
                .flatMap(sheet -> candidates(sheet, wanted))
                .filter(columns -> columns.places.keySet().containsAll(needed))
                .reduce((one, other) -> other.places.size() > one.places.size() ? other : one);
    }

    private static Stream<HeaderColumns> candidates(Sheet sheet, Map<String, ? extends Collection<String>> wanted) {
        return Stream.iterate(0, index -> index + 1)
                .limit(Math.min(HEADER_WITHIN, sheet.lines().size()))
                .map(index ->
                        new HeaderColumns(sheet, index, places(sheet.lines().get(index), wanted)));
    }

    private static Map<String, Integer> places(Sheet.Line line, Map<String, ? extends Collection<String>> wanted) {
        var places = new HashMap<String, Integer>();
        for (int place = 0; place < line.cells().size(); place++) {
            var header = words(line.cell(place).text());
            for (var column : wanted.entrySet()) {
                if (column.getValue().contains(header)) {
                    places.putIfAbsent(column.getKey(), place);
                }
            }
        }
        return places;
    }

    /// A header as its words without accents and signs.
    public static String words(String header) {
        return VietnameseText.fold(header).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /// The lines below the header that have anything in a wanted column.
    public List<Sheet.Line> lines() {
        return sheet.lines().subList(headerIndex + 1, sheet.lines().size()).stream()
                .filter(line -> places.values().stream()
                        .anyMatch(place -> !line.cell(place).text().isBlank()))
                .toList();
    }

    public String text(Sheet.Line line, String column) {
        return VietnameseText.tidy(line.cell(places.getOrDefault(column, -1)).text());
    }
}
