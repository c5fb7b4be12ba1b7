package vn.lopmo.assessment.interchange.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.math.Formula;

/// A stretch of text letter by letter with the look of each, so that it can be searched as a string and cut without
/// losing anything. A tab is `\t`, a line break `\n`, anything else that is no letter is [#OBJECT].
public record Rich(List<Atom> atoms) {
    public static final char OBJECT = '\uFFFC';
    public static final Rich EMPTY = new Rich(List.of());
    private static final Pattern LATEX =
            Pattern.compile("\\$\\$?([^$\\n\\uFFFC]{1,400}?)\\$\\$?|\\\\\\(([^\\n\\uFFFC]{1,400}?)\\\\\\)");
    private static final Pattern PROSE =
            Pattern.compile("[\\p{L}&&[^a-zA-Z\\p{IsGreek}ℂℍℕℙℚℝℤ]]|(?<![\\\\a-zA-Z{])[a-zA-Z]{5,}(?![a-zA-Z}])");

    public record Atom(char sign, Look look, @Nullable Thing thing) {
        boolean isSpace() {
            return Character.isWhitespace(sign) || sign == '\u00A0';
        }
    }

    public Rich {
        atoms = List.copyOf(atoms);
    }

    static Rich of(String text, Look look) {
        return new Rich(
                text.chars().mapToObj(c -> new Atom((char) c, look, null)).toList());
    }

    public String text() {
        var text = new StringBuilder(atoms.size());
        atoms.forEach(atom -> text.append(atom.sign == '\u00A0' ? ' ' : atom.sign));
        return text.toString();
    }

    public int length() {
        return atoms.size();
    }

    public Rich cut(int from, int to) {
        return new Rich(atoms.subList(from, to));
    }

    public Rich from(int start) {
        return cut(start, length());
    }

    public Rich strip() {
        int from = 0;
        int to = length();
        while (from < to && atoms.get(from).isSpace()) {
            from++;
        }
        while (to > from && atoms.get(to - 1).isSpace()) {
            to--;
        }
        return cut(from, to);
    }

    public boolean isBlank() {
        return atoms.stream().allMatch(Atom::isSpace);
    }

    public Rich plus(Rich more) {
        var both = new ArrayList<>(atoms);
        both.addAll(more.atoms);
        return new Rich(both);
    }

    /// Cut at every line break.
    public List<Rich> lines() {
        var lines = new ArrayList<Rich>();
        int from = 0;
        for (int i = 0; i < length(); i++) {
            if (atoms.get(i).sign == '\n') {
                lines.add(cut(from, i));
                from = i + 1;
            }
        }
        lines.add(from(from));
        return lines;
    }

    public boolean holds(Predicate<Thing> wanted) {
        return atoms.stream().anyMatch(atom -> atom.thing != null && wanted.test(atom.thing));
    }

    /// Nothing but pictures (and space), and at least one.
    public boolean isPictureOnly() {
        return holds(thing -> thing instanceof Thing.Picture)
                && atoms.stream().allMatch(atom -> atom.isSpace() || atom.thing instanceof Thing.Picture);
    }

    /// Do all letters look so? Without letters, do the spaces before and between the formulas (a bold formula
    /// leaves no other trace)?
    public boolean isAll(Predicate<Look> wanted) {
        var letters = atoms.stream()
                .filter(atom -> atom.thing == null && !atom.isSpace())
                .toList();
        if (!letters.isEmpty()) {
            long so = letters.stream().filter(atom -> wanted.test(atom.look)).count();
            return so * 10 >= letters.size() * 8L;
        }
        return !atoms.isEmpty() && wanted.test(atoms.getFirst().look);
    }

    /// The same without boldness, italics or underlining where all of it has them: the author's mark on an option,
    /// not part of it.
    public Rich unmarked() {
        boolean bold = isAll(Look::bold);
        boolean italic = isAll(Look::italic);
        boolean underline = isAll(Look::underline);
        return new Rich(atoms.stream()
                .map(atom -> new Atom(atom.sign, atom.look.without(bold, italic, underline), atom.thing))
                .toList());
    }

    /// Formulas typed as `$…$` become formulas. What reads like prose between two dollar signs stays prose.
    Rich withLatex() {
        var matcher = LATEX.matcher(text());
        var made = new ArrayList<Atom>();
        int from = 0;
        while (matcher.find()) {
            var latex = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (PROSE.matcher(latex.replaceAll("\\\\(text|mathrm|mbox)\\{[^}]*}", ""))
                            .find()
                    || latex.isBlank()) {
                continue;
            }
            made.addAll(atoms.subList(from, matcher.start()));
            var look = atoms.get(matcher.start()).look;
            made.add(new Atom(OBJECT, look, new Thing.Equation(Formula.ofLatex(latex), look.bold())));
            from = matcher.end();
        }
        if (from == 0) {
            return this;
        }
        made.addAll(atoms.subList(from, length()));
        return new Rich(made);
    }
}
