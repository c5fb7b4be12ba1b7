package vn.lopmo.assessment.interchange.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.word.Block;
import vn.lopmo.assessment.interchange.word.Html;
import vn.lopmo.assessment.interchange.word.Rich;

/// One line of a paper: text, or a table that is part of a question.
///
/// @param source the block it came from
/// @param keys answers by number, if it is a table of answers
record Line(String source, Rich text, Block.@Nullable Table table, List<KeyTable.Entry> keys) {
    static Line of(String source, Rich text) {
        return new Line(source, text, null, List.of());
    }

    String words() {
        return text.text().strip();
    }

    Line from(int start) {
        return new Line(source, text.from(start), table, keys);
    }

    Line cut(int from, int to) {
        return new Line(source, text.cut(from, to), table, keys);
    }

    boolean isBlank() {
        return table == null && text.isBlank();
    }

    String html(Html writer) {
        return table == null ? writer.of(text.strip()) : writer.of(table);
    }

    /// Several lines as one rich text: a single line stands without a paragraph around it.
    static String html(List<Line> lines, Html writer) {
        var shown = lines.stream().filter(line -> !line.isBlank()).toList();
        if (shown.size() == 1) {
            return shown.getFirst().html(writer);
        }
        var html = new StringBuilder();
        for (Line line : shown) {
            html.append(line.table == null ? "<p>" + line.html(writer) + "</p>" : line.html(writer));
        }
        return html.toString();
    }
}
