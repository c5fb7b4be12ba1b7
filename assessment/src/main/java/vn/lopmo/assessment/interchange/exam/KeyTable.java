package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.assessment.interchange.word.Block;

/// Reads a table of answers in any of its usual layouts: cells as `1-A`, numbers over letters (one pair of rows or
/// several), numbers beside letters, and statements `a b c d` beside or over `Đ S`.
final class KeyTable {
    private static final Pattern BOTH =
            Pattern.compile("(?iu)(?:câu\\s*)?(\\d{1,3})\\s*[-–.:)]?\\s*([A-F]|\\*|[ĐDSTF]{2,6})");
    private static final Pattern NUMBER = Pattern.compile("(?iu)(?:câu\\s*)?(\\d{1,3})\\s*[.:)]?");
    private static final Pattern STRONG = Pattern.compile("(?iu)[A-F]|[ĐDSTF01]{4}|đúng|sai");
    private static final Pattern VERDICT = Pattern.compile("(?iu)đ|s|d|t|f|đúng|sai|true|false|1|0");
    private static final Pattern STATEMENT = Pattern.compile("(?iu)(?:ý\\s*|lệnh hỏi\\s*)?([a-d])\\s*[).:]?");
    private static final int FEWEST_STRONG = 3;

    /// @param key as it is written there
    record Entry(int number, String key) {}

    private KeyTable() {}

    /// @param announced a heading said that answers follow, so that keys may be any text
    static List<Entry> read(Block.Table table, boolean announced) {
        var grid = grid(table);
        for (var found :
                List.of(cells(grid), statements(grid), statements(turned(grid)), pairs(grid), pairs(turned(grid)))) {
            long strong = found.stream()
                    .filter(entry -> STRONG.matcher(entry.key).matches())
                    .count();
            if (!found.isEmpty() && (announced || strong == found.size() && strong >= FEWEST_STRONG)) {
                return found;
            }
        }
        return List.of();
    }

    private static List<List<String>> grid(Block.Table table) {
        return table.rows().stream()
                .map(row -> row.stream().flatMap(KeyTable::texts).toList())
                .toList();
    }

    private static Stream<String> texts(Block.Cell cell) {
        var text = cell.content().stream()
                .map(block -> block instanceof Block.Paragraph(var id, var rich) ? Keys.plain(rich) : "")
                .collect(Collectors.joining(" "))
                .strip();
        return Stream.concat(Stream.of(text), Stream.generate(() -> "").limit(cell.columns() - 1L));
    }

    private static List<List<String>> turned(List<List<String>> grid) {
        int width = grid.stream().mapToInt(List::size).max().orElse(0);
        var turned = new ArrayList<List<String>>();
        for (int column = 0; column < width; column++) {
            int at = column;
            turned.add(
                    grid.stream().map(row -> at < row.size() ? row.get(at) : "").toList());
        }
        return turned;
    }

    private static List<Entry> cells(List<List<String>> grid) {
        var found = new ArrayList<Entry>();
        int filled = 0;
        for (String cell : grid.stream().flatMap(List::stream).toList()) {
            filled += cell.isEmpty() ? 0 : 1;
            var matcher = BOTH.matcher(cell);
            if (matcher.matches()) {
                found.add(new Entry(Integer.parseInt(matcher.group(1)), matcher.group(2)));
            }
        }
        return found.size() * 10 >= filled * 6 ? found : List.of();
    }

    /// A row of numbers with a row of keys under it.
    private static List<Entry> pairs(List<List<String>> grid) {
        var found = new ArrayList<Entry>();
        for (int row = 0; row + 1 < grid.size(); row++) {
            if (isNumbers(grid.get(row)) && !isNumbers(grid.get(row + 1))
                    || isNumbers(grid.get(row)) && row % 2 == 0 && !isAscending(grid.get(row + 1))) {
                pair(grid.get(row), grid.get(row + 1), found);
                row++;
            }
        }
        return found;
    }

    private static void pair(List<String> numbers, List<String> keys, List<Entry> found) {
        for (int i = 0; i < Math.min(numbers.size(), keys.size()); i++) {
            var number = NUMBER.matcher(numbers.get(i));
            if (number.matches() && !keys.get(i).isEmpty()) {
                found.add(new Entry(Integer.parseInt(number.group(1)), keys.get(i)));
            }
        }
    }

    private static boolean isNumbers(List<String> row) {
        long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
        long numbers =
                row.stream().filter(cell -> NUMBER.matcher(cell).matches()).count();
        return numbers > 0 && numbers >= filled - 1;
    }

    private static boolean isAscending(List<String> row) {
        int last = -1;
        for (String cell : row) {
            var number = NUMBER.matcher(cell);
            if (number.matches()) {
                int value = Integer.parseInt(number.group(1));
                if (last >= 0 && value != last + 1) {
                    return false;
                }
                last = value;
            }
        }
        return last >= 0;
    }

    /// Rows that begin with a number and go on with as many verdicts as the header names statements.
    private static List<Entry> statements(List<List<String>> grid) {
        var found = new ArrayList<Entry>();
        if (grid.isEmpty()
                || grid.getFirst().stream()
                                .filter(cell -> STATEMENT.matcher(cell).matches())
                                .count()
                        < 2) {
            return found;
        }
        for (var row : grid.subList(1, grid.size())) {
            var number = row.isEmpty() ? null : NUMBER.matcher(row.getFirst());
            var verdicts = row.stream()
                    .skip(1)
                    .filter(cell -> VERDICT.matcher(cell).matches())
                    .toList();
            if (number != null && number.matches() && verdicts.size() >= 2) {
                found.add(new Entry(Integer.parseInt(number.group(1)), String.join(" ", verdicts)));
            }
        }
        return found;
    }
}
