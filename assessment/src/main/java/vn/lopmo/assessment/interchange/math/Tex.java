package vn.lopmo.assessment.interchange.math;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.math.Expr.Face;

/// Reads the LaTeX that teachers type into Word: the common part of mathematics, forgiving. A command that it does not
/// know is shown by its name; nothing ever fails.
final class Tex {
    private static final int DEEPEST = 60;

    private final String source;
    private int at;
    private int depth;

    Tex(String source) {
        this.source = source;
    }

    Expr read() {
        var parts = new ArrayList<Expr>();
        while (at < source.length()) {
            parts.addAll(row());
            if (at < source.length() && source.charAt(at) == '}') {
                // opened nowhere, as in `R\{0}`: shown as typed
                parts.add(new Expr.Operator("}"));
            }
            at++;
        }
        return Expr.row(parts);
    }

    /// Up to a closing brace, `&`, `\\`, `\right`, `\end` or the end.
    private List<Expr> row() {
        var parts = new ArrayList<Expr>();
        if (++depth <= DEEPEST) {
            while (!isAtEnd()) {
                piece(parts);
            }
        }
        depth--;
        return Run.gathered(parts);
    }

    private boolean isAtEnd() {
        skipSpace();
        return at >= source.length()
                || source.charAt(at) == '}'
                || source.charAt(at) == '&'
                || source.startsWith("\\\\", at)
                || source.startsWith("\\right", at)
                        && !source.startsWith("\\rightarrow", at)
                        && !source.startsWith("\\rightleft", at)
                || source.startsWith("\\end", at);
    }

    private void piece(List<Expr> parts) {
        char next = source.charAt(at);
        if (next == '_' || next == '^') {
            at++;
            var base = parts.isEmpty() ? Expr.NOTHING : parts.removeLast();
            parts.add(script(base, next == '_', argument()));
        } else if (next == '\'') {
            at++;
            var base = parts.isEmpty() ? Expr.NOTHING : parts.removeLast();
            parts.add(script(base, false, new Expr.Operator("′")));
        } else {
            parts.addAll(atom());
        }
    }

    private static Expr script(Expr base, boolean low, Expr script) {
        return switch (base) {
            case Expr.Scripts(var inner, var sub, var sup)
            when low ? sub == null : sup == null -> new Expr.Scripts(inner, low ? script : sub, low ? sup : script);
            case Expr.Big(var operator, var sub, var sup, var body, var above) ->
                new Expr.Big(operator, low ? script : sub, low ? sup : script, body, above);
            case Expr.Limits(var inner, var under, var over)
            when low && under == null -> new Expr.Limits(inner, script, over);
            case Expr.Name(var text, var face)
            when low && List.of("lim", "max", "min").contains(text) -> new Expr.Limits(base, script, null);
            default -> new Expr.Scripts(base, low ? script : null, low ? null : script);
        };
    }

    private List<Expr> atom() {
        char next = source.charAt(at);
        if (next == '{') {
            at++;
            var inside = row();
            at++;
            return List.of(Expr.row(inside));
        }
        if (next == '\\') {
            return List.of(command());
        }
        int from = at;
        if (Character.isDigit(next)) {
            while (at < source.length() && isNumber()) {
                at++;
            }
        } else {
            at++;
        }
        return Run.tokens(source.substring(from, at), Face.ITALIC);
    }

    private boolean isNumber() {
        char here = source.charAt(at);
        boolean point =
                (here == '.' || here == ',') && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1));
        return Character.isDigit(here) || point;
    }

    private Expr command() {
        var name = commandName();
        return switch (name) {
            case "frac", "dfrac", "tfrac", "cfrac" -> new Expr.Fraction(argument(), argument(), Expr.Line.PLAIN);
            case "binom", "dbinom" ->
                new Expr.Fence("(", ")", "", List.of(new Expr.Fraction(argument(), argument(), Expr.Line.NONE)));
            case "sqrt" -> root();
            case "left" -> fence();
            case "begin" -> environment();
            case "text", "mbox", "textrm", "textbf", "textit" -> new Expr.Words(raw());
            case "mathrm", "operatorname", "rm" -> new Expr.Name(raw(), Face.UPRIGHT);
            case "mathbb" -> new Expr.Name(raw(), Face.DOUBLE);
            case "mathbf", "boldsymbol", "bf" -> faced(raw());
            case "mathcal", "mathscr" -> new Expr.Name(raw(), Face.SCRIPT);
            case "mathfrak" -> new Expr.Name(raw(), Face.FRAKTUR);
            case "overline" -> new Expr.Bar(true, argument());
            case "underline" -> new Expr.Bar(false, argument());
            case "vec", "overrightarrow" -> new Expr.Accent("\u20D7", argument());
            case "hat", "widehat" -> new Expr.Accent("\u0302", argument());
            case "tilde", "widetilde" -> new Expr.Accent("\u0303", argument());
            case "bar" -> new Expr.Accent("\u0304", argument());
            case "dot" -> new Expr.Accent("\u0307", argument());
            case "ddot" -> new Expr.Accent("\u0308", argument());
            case "overset", "stackrel" -> swapped(argument(), argument(), true);
            case "underset" -> swapped(argument(), argument(), false);
            case "overbrace" -> new Expr.Stretched("⏞", true, argument());
            case "underbrace" -> new Expr.Stretched("⏟", false, argument());
            case "boxed" -> new Expr.Boxed("box", argument());
            case "displaystyle", "limits", "nolimits", ",", ";", ":", "!", " ", "quad", "qquad", "dsp", "allowbreak" ->
                Expr.NOTHING;
            default -> symbol(name);
        };
    }

    private static Expr faced(String letters) {
        return new Expr.Name(letters, Face.BOLD);
    }

    private static Expr swapped(Expr mark, Expr base, boolean over) {
        return new Expr.Limits(base, over ? null : mark, over ? mark : null);
    }

    private static Expr symbol(String name) {
        if (Symbols.FUNCTIONS.contains(name)) {
            return new Expr.Name(name, Face.UPRIGHT);
        }
        @Nullable String character = Symbols.character(name);
        if (character == null) {
            return name.length() == 1 ? new Expr.Operator(name) : new Expr.Name(name, Face.UPRIGHT);
        }
        if (Symbols.isIntegral(character) || "∑∏∐⋃⋂".contains(character)) {
            return new Expr.Big(character, null, null, Expr.NOTHING, !Symbols.isIntegral(character));
        }
        return Symbols.isLetter(character) ? new Expr.Name(character, Face.ITALIC) : new Expr.Operator(character);
    }

    private String commandName() {
        int from = ++at;
        while (at < source.length() && Character.isLetter(source.charAt(at))) {
            at++;
        }
        if (at == from && at < source.length()) {
            at++;
        }
        return source.substring(from, at);
    }

    private Expr root() {
        skipSpace();
        @Nullable Expr degree = null;
        if (at < source.length() && source.charAt(at) == '[') {
            int end = source.indexOf(']', at);
            if (end > 0) {
                degree = new Tex(source.substring(at + 1, end)).read();
                at = end + 1;
            }
        }
        return new Expr.Root(argument(), degree);
    }

    private Expr fence() {
        var open = delimiter();
        var inside = new ArrayList<>(row());
        if (source.startsWith("\\right", at)) {
            at += "\\right".length();
            return new Expr.Fence(open, delimiter(), "", List.of(Expr.row(inside)));
        }
        return new Expr.Fence(open, "", "", List.of(Expr.row(inside)));
    }

    private String delimiter() {
        skipSpace();
        if (at >= source.length()) {
            return "";
        }
        if (source.charAt(at) == '\\') {
            var name = commandName();
            @Nullable String character = Symbols.character(name);
            return character == null ? name : character;
        }
        var one = source.substring(at, ++at);
        return one.equals(".") ? "" : one;
    }

    private Expr environment() {
        var name = raw();
        if (name.equals("array")) {
            raw();
        }
        var rows = new ArrayList<List<Expr>>();
        var cells = new ArrayList<Expr>();
        while (at < source.length() && !source.startsWith("\\end", at)) {
            cells.add(Expr.row(row()));
            if (at < source.length() && source.charAt(at) == '&') {
                at++;
            } else if (source.startsWith("\\\\", at)) {
                at += 2;
                rows.add(List.copyOf(cells));
                cells.clear();
            } else if (!source.startsWith("\\end", at)) {
                at++;
            }
        }
        rows.add(List.copyOf(cells));
        if (source.startsWith("\\end", at)) {
            at += "\\end".length();
            raw();
        }
        return fenced(name, new Expr.Grid(rows, name.equals("cases") || name.startsWith("align")));
    }

    private static Expr fenced(String name, Expr grid) {
        return switch (name) {
            case "pmatrix" -> new Expr.Fence("(", ")", "", List.of(grid));
            case "bmatrix" -> new Expr.Fence("[", "]", "", List.of(grid));
            case "vmatrix" -> new Expr.Fence("|", "|", "", List.of(grid));
            case "cases" -> new Expr.Fence("{", "", "", List.of(grid));
            default -> grid;
        };
    }

    private Expr argument() {
        skipSpace();
        if (at >= source.length() || isAtEnd() || depth > DEEPEST) {
            return Expr.NOTHING;
        }
        if (Character.isDigit(source.charAt(at))) {
            return new Expr.Number(source.substring(at, ++at));
        }
        depth++;
        var one = Expr.row(atom());
        depth--;
        return one;
    }

    /// The text of an argument as it stands.
    private String raw() {
        skipSpace();
        if (at >= source.length() || source.charAt(at) != '{') {
            return at < source.length() ? source.substring(at, ++at) : "";
        }
        int from = ++at;
        int open = 1;
        while (at < source.length() && open > 0) {
            char here = source.charAt(at++);
            open += here == '{' ? 1 : here == '}' ? -1 : 0;
        }
        return source.substring(from, open == 0 ? at - 1 : at);
    }

    private void skipSpace() {
        while (at < source.length() && (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '~')) {
            at++;
        }
    }
}
