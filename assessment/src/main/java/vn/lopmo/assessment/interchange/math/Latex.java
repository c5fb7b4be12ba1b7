package vn.lopmo.assessment.interchange.math;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.math.Expr.Face;

/// Writes an equation as LaTeX that KaTeX and MathLive read.
final class Latex {
    private static final String DOUBLE_LETTERS = "ℂℍℕℙℚℝℤ";
    private static final String DOUBLE_PLAIN = "CHNPQRZ";

    private Latex() {}

    static String write(Expr expr) {
        return one(expr).strip();
    }

    private static String one(Expr expr) {
        return switch (expr) {
            case Expr.Row(var parts) -> all(parts);
            case Expr.Name(var text, var face) -> name(text, face);
            case Expr.Number(var text) -> text.replace(",", "{,}");
            case Expr.Operator(var text) -> operator(text);
            case Expr.Words(var text) -> "\\text{" + escaped(text) + "}";
            case Expr.Fraction(var over, var under, var line) -> fraction(one(over), one(under), line);
            case Expr.Root(var body, var degree) ->
                "\\sqrt" + (degree == null ? "" : "[" + one(degree) + "]") + group(body);
            case Expr.Scripts(var base, var sub, var sup) -> base(base) + low(sub) + high(sup);
            case Expr.PreScripts(var base, var sub, var sup) -> "{}" + low(sub) + high(sup) + one(base);
            case Expr.Limits(var base, var under, var over) -> limits(base, under, over);
            case Expr.Fence fence -> fence(fence);
            case Expr.Grid(var rows, var left) -> grid(rows, left ? "aligned" : "matrix");
            case Expr.Big(var operator, var sub, var sup, var body, var above) ->
                join(
                        operator(operator).strip()
                                + (above && Symbols.isIntegral(operator) ? "\\limits" : "")
                                + low(sub)
                                + high(sup),
                        one(body));
            case Expr.Accent(var mark, var body) -> accent(mark, body);
            case Expr.Bar(var over, var body) -> (over ? "\\overline" : "\\underline") + group(body);
            case Expr.Stretched(var mark, var over, var body) -> stretched(mark, over, body);
            case Expr.Boxed(var notation, var body) -> boxed(notation) + group(body);
            case Expr.Phantom(var body) -> "\\phantom" + group(body);
            case Expr.Function(var name, var argument) -> join(function(name), one(argument));
        };
    }

    private static String all(List<Expr> parts) {
        return parts.stream().map(Latex::one).reduce("", Latex::join);
    }

    /// A command that ends in a letter needs a space before a letter.
    private static String join(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left + right;
        }
        int backslash = left.lastIndexOf('\\');
        boolean open = backslash >= 0
                && backslash + 1 < left.length()
                && left.substring(backslash + 1).chars().allMatch(Character::isLetter);
        return open && Character.isLetter(right.charAt(0)) ? left + " " + right : left + right;
    }

    private static String name(String text, Face face) {
        int struck = text.length() == 1 ? DOUBLE_LETTERS.indexOf(text) : -1;
        if (struck >= 0) {
            return "\\mathbb{" + DOUBLE_PLAIN.charAt(struck) + "}";
        }
        var command = Symbols.command(text);
        var plain = command == null ? text : command;
        if (text.equals("′") || text.equals("″")) {
            return text.equals("′") ? "'" : "''";
        }
        return switch (face) {
            case ITALIC -> plain;
            case UPRIGHT ->
                Symbols.FUNCTIONS.contains(text) && !text.equals("arg") ? "\\" + text : upright(plain, command);
            case BOLD -> "\\mathbf{" + plain + "}";
            case DOUBLE -> "\\mathbb{" + plain + "}";
            case SCRIPT -> "\\mathcal{" + plain + "}";
            case FRAKTUR -> "\\mathfrak{" + plain + "}";
        };
    }

    private static String upright(String plain, @Nullable String command) {
        return command == null ? "\\mathrm{" + plain + "}" : plain;
    }

    private static String operator(String text) {
        return switch (text) {
            case "−" -> "-";
            case "{" -> "\\{";
            case "}" -> "\\}";
            case "%" -> "\\%";
            case "#" -> "\\#";
            case "&" -> "\\&";
            case "_" -> "\\_";
            case "$" -> "\\$";
            case "\\" -> "\\backslash";
            case "^" -> "\\hat{}";
            default -> {
                var command = Symbols.command(text);
                yield command == null ? text : command;
            }
        };
    }

    private static String fraction(String over, String under, Expr.Line line) {
        return switch (line) {
            case PLAIN -> "\\frac{" + over + "}{" + under + "}";
            case NONE -> "\\genfrac{}{}{0pt}{}{" + over + "}{" + under + "}";
            case SLANTED -> "{" + over + "}/{" + under + "}";
        };
    }

    private static String base(Expr base) {
        return switch (base) {
            case Expr.Name n -> one(base);
            case Expr.Number n -> one(base);
            case Expr.Fence f -> one(base);
            case Expr.Operator o -> one(base);
            default -> base.isEmpty() ? "{}" : group(base);
        };
    }

    private static String low(@Nullable Expr sub) {
        return sub == null ? "" : "_" + group(sub);
    }

    private static String high(@Nullable Expr sup) {
        if (sup == null) {
            return "";
        }
        return isPrime(sup) ? "'" : "^" + group(sup);
    }

    private static boolean isPrime(Expr expr) {
        return expr instanceof Expr.Operator(var sign) && sign.equals("′")
                || expr instanceof Expr.Name(var letter, var face) && letter.equals("′");
    }

    private static String group(Expr expr) {
        return "{" + one(expr).strip() + "}";
    }

    private static String limits(Expr base, @Nullable Expr under, @Nullable Expr over) {
        if (base instanceof Expr.Name(var text, var face) && Symbols.FUNCTIONS.contains(text)) {
            return "\\" + text + low(under) + high(over);
        }
        if (base instanceof Expr.Stretched) {
            return one(base) + low(under) + high(over);
        }
        var lower = under == null ? one(base) : "\\underset" + group(under) + group(base);
        return over == null ? lower : "\\overset" + group(over) + "{" + lower + "}";
    }

    private static String fence(Expr.Fence fence) {
        var binomial = fence.parts().size() == 1
                && fence.open().equals("(")
                && fence.parts().getFirst() instanceof Expr.Fraction(var n, var k, var line)
                && line == Expr.Line.NONE;
        if (binomial && fence.parts().getFirst() instanceof Expr.Fraction(var n, var k, var line)) {
            return "\\binom" + group(n) + group(k);
        }
        var inside = fence.parts().stream()
                .map(Latex::one)
                .collect(Collectors.joining(fence.separator().equals("|") ? "\\middle|" : operator(fence.separator())));
        return "\\left" + bracket(fence.open()) + inside + "\\right" + bracket(fence.close());
    }

    private static String bracket(String text) {
        if (text.isEmpty()) {
            return ".";
        }
        var written = operator(text);
        return written.length() > 1 && Character.isLetter(written.charAt(written.length() - 1))
                ? written + " "
                : written;
    }

    private static String grid(List<List<Expr>> rows, String environment) {
        var inside = rows.stream()
                .map(row -> row.stream().map(Latex::cell).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ "));
        return "\\begin{" + environment + "}" + inside + "\\end{" + environment + "}";
    }

    /// In Word's lines of equations `&` is where they align.
    private static String cell(Expr cell) {
        return one(cell).strip().replace("\\&", "&");
    }

    private static String accent(String mark, Expr body) {
        var command = Symbols.mark(mark);
        boolean wide = one(body).length() > 1;
        if (command == null) {
            return "\\overset{" + operator(mark) + "}" + group(body);
        }
        var name =
                switch (command) {
                    case "vec" -> wide ? "overrightarrow" : command;
                    case "hat", "tilde" -> wide ? "wide" + command : command;
                    case "bar" -> wide ? "overline" : command;
                    default -> command;
                };
        return "\\" + name + group(body);
    }

    private static String stretched(String mark, boolean over, Expr body) {
        return switch (mark) {
            case "⏞" -> "\\overbrace" + group(body);
            case "⏟" -> "\\underbrace" + group(body);
            case "→" -> over ? "\\overrightarrow" + group(body) : "\\underset{\\to}" + group(body);
            case "←" -> over ? "\\overleftarrow" + group(body) : "\\underset{\\leftarrow}" + group(body);
            default -> (over ? "\\overset{" : "\\underset{") + operator(mark) + "}" + group(body);
        };
    }

    private static String boxed(String notation) {
        if (notation.contains(" ")) {
            return "\\xcancel";
        }
        return switch (notation) {
            case "updiagonalstrike" -> "\\cancel";
            case "downdiagonalstrike" -> "\\bcancel";
            case "horizontalstrike" -> "\\sout";
            default -> "\\boxed";
        };
    }

    private static String function(Expr name) {
        return name instanceof Expr.Name(var text, var face) && !Symbols.FUNCTIONS.contains(text)
                ? "\\operatorname{" + text + "}"
                : one(name);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\textbackslash ").replaceAll("([{}%#&_$])", "\\\\$1");
    }
}
