package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds and takes away the "(Đ)" or "– Sai" that a teacher writes at a statement. A bare letter at the end is left
/// alone: it may be an area S.
final class Verdict {
    private static final String WORD = "[Đđ]úng|ĐÚNG|[Ss]ai|SAI|[Tt]rue|[Ff]alse";
    private static final Pattern AT_END = Pattern.compile("\\s*(?:[(\\[]\\s*(?<in>[ĐđSsTFD]|" + WORD
            + ")\\s*[)\\]]|(?:\\t+\\s*|\\s+[-–→⇒]+\\s*|[:.]\\s+)(?<after>[ĐSTF]|" + WORD + "))\\s*[.;]?\\s*$");
    private static final Pattern AT_START =
            Pattern.compile("^\\s*[(\\[]\\s*(?<in>[ĐđSsTFD]|" + WORD + ")\\s*[)\\]]\\s*(?<after>)");
    private static final Pattern ALONE = Pattern.compile("^\\s*(?<in>[ĐS]|" + WORD + ")\\s*(?<after>)$");

    /// @param key null if nothing was written
    record Read(Labelled statement, @Nullable Boolean key) {}

    private Verdict() {}

    static Read of(Labelled statement) {
        if (statement.lines().isEmpty()) {
            return new Read(statement, null);
        }
        var lines = new ArrayList<>(statement.lines());
        var last = lines.removeLast();
        var alone = ALONE.matcher(last.text().text());
        if (!lines.isEmpty() && alone.matches()) {
            return new Read(statement.with(lines), verdict(alone));
        }
        var end = AT_END.matcher(last.text().text());
        if (end.find()) {
            return read(statement, lines, last.cut(0, end.start()), end);
        }
        var start = AT_START.matcher(last.text().text());
        return start.find() ? read(statement, lines, last.from(start.end()), start) : new Read(statement, null);
    }

    private static Read read(Labelled statement, List<Line> before, Line rest, Matcher found) {
        before.add(rest);
        return new Read(statement.with(before), verdict(found));
    }

    private static boolean verdict(Matcher found) {
        @Nullable String inside = found.group("in");
        return Keys.isTrue(inside == null ? found.group("after") : inside);
    }
}
