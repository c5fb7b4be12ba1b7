package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lopmo.assessment.interchange.word.Look;
import vn.lopmo.assessment.interchange.word.Rich;

/// An option or a statement: its letter, how the letter is set, and what it says.
record Labelled(char letter, Look look, boolean starred, List<Line> lines) {
    /// What remains before the first letter, and what belongs to each letter.
    record Split(List<Line> prompt, List<Labelled> parts) {}

    /// The letters, at the start of a line or after a tab or a wide gap; then, if that finds too few, after any space.
    static Split split(List<Line> lines, char first, int enough) {
        var strict = split(lines, first, "(?:^|\\t|\\s{2,})");
        if (strict.parts.size() >= enough) {
            return strict;
        }
        var loose = split(lines, first, "(?:^|\\s|(?<=[.;:?]))");
        return loose.parts.size() >= enough ? loose : strict;
    }

    private static Split split(List<Line> lines, char first, String before) {
        var prompt = new ArrayList<Line>();
        var parts = new ArrayList<Labelled>();
        for (Line line : lines) {
            cut(line, first, before, prompt, parts);
        }
        return new Split(prompt, parts);
    }

    private static void cut(Line line, char first, String before, List<Line> prompt, List<Labelled> parts) {
        int from = 0;
        var text = line.text().text();
        while (line.table() == null) {
            char next = (char) (first + parts.size());
            var matcher = pattern(before, next).matcher(text).region(from, text.length());
            if (parts.size() >= 6 || !matcher.find()) {
                break;
            }
            give(line.cut(from, matcher.start()), prompt, parts);
            var look = line.text().atoms().get(matcher.start("letter")).look();
            boolean star =
                    matcher.group("star") != null && !matcher.group("star").isEmpty()
                            || !matcher.group("after").isEmpty();
            parts.add(new Labelled(next, look, star, new ArrayList<>()));
            from = matcher.end();
        }
        give(line.from(from), prompt, parts);
    }

    private static Pattern pattern(String before, char letter) {
        return Pattern.compile(
                before + "\\s*(?<star>[*#])?\\s*(?<letter>" + letter + ")\\s*(?<after>\\*?)\\s*[.)/:](?!\\d)");
    }

    private static void give(Line line, List<Line> prompt, List<Labelled> parts) {
        if (line.isBlank()) {
            return;
        }
        // a picture under the last option that says something already belongs to the whole question
        boolean figure = !parts.isEmpty()
                && line.text().isPictureOnly()
                && !parts.getLast().lines.isEmpty();
        (parts.isEmpty() || figure ? prompt : parts.getLast().lines).add(line);
    }

    Rich text() {
        return lines.stream().map(Line::text).reduce(Rich.EMPTY, Rich::plus);
    }

    Labelled with(List<Line> other) {
        return new Labelled(letter, look, starred, other);
    }
}
