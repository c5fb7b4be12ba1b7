package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lopmo.assessment.interchange.word.Block;
import vn.lopmo.assessment.interchange.word.Look;
import vn.lopmo.assessment.interchange.word.Rich;

/// Turns blocks into lines. Tables that only arrange questions or options on the page are taken apart; tables of
/// answers are read as such; all others stay tables.
final class Lines {
    private static final Pattern ARRANGED = Pattern.compile(
            "(?su)^\\s*(?:[*#]?\\s*[A-F]\\s*[.)/:]|[a-d]\\s*[.)]|câu\\s*\\d+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_LABEL = Pattern.compile("\\s*[*#]?\\s*[A-F]\\s*[.)]?\\s*");

    private final List<Line> lines = new ArrayList<>();
    private boolean answers;

    private Lines() {}

    static List<Line> of(List<Block> blocks) {
        var lines = new Lines();
        blocks.forEach(block -> lines.add(block, block.id()));
        return lines.lines;
    }

    private void add(Block block, String source) {
        switch (block) {
            case Block.Paragraph(var id, var text) -> paragraph(text, source);
            case Block.Table table -> table(table, source);
        }
    }

    private void paragraph(Rich text, String source) {
        for (Rich line : text.lines()) {
            answers = answers || Phrases.announcesAnswers(line.text().strip());
            lines.add(Line.of(source, line));
        }
    }

    private void table(Block.Table table, String source) {
        var keys = KeyTable.read(table, answers);
        if (!keys.isEmpty()) {
            lines.add(new Line(source, Rich.EMPTY, null, keys));
        } else if (isLabelsOverContents(table)) {
            columns(table, source);
        } else if (isArranging(table)) {
            table.rows().forEach(row -> row.forEach(cell -> cell.content().forEach(inner -> add(inner, source))));
        } else {
            lines.add(new Line(source, Rich.EMPTY, table, List.of()));
        }
    }

    private static boolean isArranging(Block.Table table) {
        long filled = cells(table).filter(text -> !text.isBlank()).count();
        long arranged =
                cells(table).filter(text -> ARRANGED.matcher(text).matches()).count();
        return filled > 0 && arranged * 3 >= filled;
    }

    private static Stream<String> cells(Block.Table table) {
        return table.rows().stream().flatMap(List::stream).map(cell -> text(cell)
                .text());
    }

    /// Two rows: the letters, and under each what it stands for (pictures, as a rule).
    private static boolean isLabelsOverContents(Block.Table table) {
        return table.rows().size() == 2
                && table.rows().stream().anyMatch(Lines::isLabels)
                && table.rows().get(0).size() == table.rows().get(1).size();
    }

    private static boolean isLabels(List<Block.Cell> row) {
        return row.size() > 1
                && row.stream()
                        .allMatch(cell -> BARE_LABEL.matcher(text(cell).text()).matches());
    }

    private void columns(Block.Table table, String source) {
        int labels = isLabels(table.rows().getFirst()) ? 0 : 1;
        for (int i = 0; i < table.rows().getFirst().size(); i++) {
            var label = text(table.rows().get(labels).get(i)).strip();
            var content = text(table.rows().get(1 - labels).get(i)).strip();
            var dot = label.text().endsWith(".") || label.text().endsWith(")") ? Rich.EMPTY : plain(".");
            lines.add(Line.of(source, label.plus(dot).plus(plain(" ")).plus(content)));
        }
    }

    private static Rich plain(String text) {
        return new Rich(text.chars()
                .mapToObj(sign -> new Rich.Atom((char) sign, Look.PLAIN, null))
                .toList());
    }

    private static Rich text(Block.Cell cell) {
        return cell.content().stream()
                .map(block -> block instanceof Block.Paragraph(var id, var text) ? text : Rich.EMPTY)
                .reduce(Rich.EMPTY, Rich::plus);
    }
}
