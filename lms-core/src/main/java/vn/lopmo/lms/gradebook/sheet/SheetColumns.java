package vn.lopmo.lms.gradebook.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Where the columns of a mark sheet stand: found by the words of its header, which is some rows down and may be two
/// rows high.
record SheetColumns(Sheet sheet, int below, Map<Head, Integer> places) {
    private static final int HEADER_WITHIN = 25;

    /// @throws Refusal.Invalid if no header with names and marks is found
    static SheetColumns find(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(SheetColumns::candidates)
                .filter(SheetColumns::isOne)
                .reduce((one, other) -> other.places.size() > one.places.size() ? other : one)
                .orElseThrow(() -> new Refusal.Invalid("mark-sheet-no-header"));
    }

    private static Stream<SheetColumns> candidates(Sheet sheet) {
        var lines = sheet.lines();
        return IntStream.range(0, Math.min(HEADER_WITHIN, lines.size())).boxed().flatMap(at -> {
            var single = new SheetColumns(sheet, at + 1, places(headers(lines.get(at))));
            return at + 1 < lines.size()
                    ? Stream.of(
                            single, new SheetColumns(sheet, at + 2, places(headers(lines.get(at), lines.get(at + 1)))))
                    : Stream.of(single);
        });
    }

    private boolean isOne() {
        return places.containsKey(Head.NAME)
                && places.keySet().stream().anyMatch(head -> head.slot() != null || head == Head.REGULAR);
    }

    private static List<String> headers(Sheet.Line line) {
        return line.cells().stream().map(Sheet.Cell::text).toList();
    }

    /// A header over several columns holds for each that has words of its own below it.
    private static List<String> headers(Sheet.Line upper, Sheet.Line lower) {
        var headers = new ArrayList<String>();
        var over = "";
        for (int column = 0;
                column < Math.max(upper.cells().size(), lower.cells().size());
                column++) {
            var above = VietnameseText.tidy(upper.cell(column).text());
            var below = VietnameseText.tidy(lower.cell(column).text());
            over = above.isEmpty() ? over : above;
            headers.add(below.isEmpty() ? above : joined(over, below));
        }
        return headers;
    }

    /// `ĐĐGtx` over `1`; but `Điểm` over `ĐĐGgk` says no more than the lower one.
    private static String joined(String over, String below) {
        return Head.named(below).isPresent() ? below : over + " " + below;
    }

    private static Map<Head, Integer> places(List<String> headers) {
        var places = new EnumMap<Head, Integer>(Head.class);
        for (int place = 0; place < headers.size(); place++) {
            int at = place;
            Head.named(headers.get(place)).ifPresent(head -> places.putIfAbsent(head, at));
        }
        return places;
    }

    /// The lines below the header that name somebody.
    List<Sheet.Line> lines() {
        return sheet.lines().subList(below, sheet.lines().size()).stream()
                .filter(this::namesSomebody)
                .toList();
    }

    /// Signatures and totals below the list name nobody beside a number or a code.
    private boolean namesSomebody(Sheet.Line line) {
        boolean counted = Stream.of(Head.NUMBER, Head.CODE, Head.MINISTRY_CODE, Head.BIRTH_DATE)
                .filter(places::containsKey)
                .anyMatch(head -> !text(line, head).isEmpty());
        return counted && !text(line, Head.NAME).isEmpty();
    }

    boolean has(Head head) {
        return places.containsKey(head);
    }

    Sheet.Cell cell(Sheet.Line line, Head head) {
        return line.cell(places.getOrDefault(head, -1));
    }

    String text(Sheet.Line line, Head head) {
        return VietnameseText.tidy(cell(line, head).text());
    }
}
