package vn.lopmo.assessment.interchange.math;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.math.Expr.Face;

/// Writes an equation as presentation MathML Core, which browsers show without any script.
final class MathMl {
    private MathMl() {}

    static String write(Expr expr) {
        return "<math>" + one(expr) + "</math>";
    }

    private static String one(Expr expr) {
        return switch (expr) {
            case Expr.Row(var parts) -> "<mrow>" + all(parts) + "</mrow>";
            case Expr.Name(var text, var face) -> name(text, face);
            case Expr.Number(var text) -> "<mn>" + escape(text) + "</mn>";
            case Expr.Operator(var text) -> "<mo>" + escape(text) + "</mo>";
            case Expr.Words(var text) -> "<mtext>" + escape(text) + "</mtext>";
            case Expr.Fraction(var over, var under, var line) -> fraction(over, under, line);
            case Expr.Root(var body, var degree) ->
                degree == null ? tag("msqrt", one(body)) : tag("mroot", one(body) + one(degree));
            case Expr.Scripts(var base, var sub, var sup) -> scripts("msub", "msup", "msubsup", one(base), sub, sup);
            case Expr.PreScripts(var base, var sub, var sup) ->
                tag("mmultiscripts", one(base) + "<mprescripts></mprescripts>" + one(sub) + one(sup));
            case Expr.Limits(var base, var under, var over) ->
                scripts("munder", "mover", "munderover", one(base), under, over);
            case Expr.Fence fence -> fence(fence);
            case Expr.Grid(var rows, var left) -> grid(rows, left);
            case Expr.Big big -> big(big);
            case Expr.Accent(var mark, var body) ->
                "<mover accent=\"true\">" + one(body) + stretchy(accent(mark)) + "</mover>";
            case Expr.Bar(var over, var body) -> tag(over ? "mover" : "munder", one(body) + stretchy(over ? "¯" : "_"));
            case Expr.Stretched(var mark, var over, var body) ->
                tag(over ? "mover" : "munder", one(body) + stretchy(mark));
            case Expr.Boxed(var notation, var body) ->
                "<menclose notation=\"" + notation + "\">" + one(body) + "</menclose>";
            case Expr.Phantom(var body) -> tag("mphantom", one(body));
            case Expr.Function(var name, var argument) -> tag("mrow", one(name) + "<mo>\u2061</mo>" + one(argument));
        };
    }

    private static String all(List<Expr> parts) {
        return parts.stream().map(MathMl::one).collect(Collectors.joining());
    }

    private static String name(String text, Face face) {
        return switch (face) {
            case ITALIC -> tag("mi", escape(text));
            case UPRIGHT -> "<mi mathvariant=\"normal\">" + escape(text) + "</mi>";
            case BOLD, DOUBLE, SCRIPT, FRAKTUR -> "<mi>" + escape(Alphabet.of(face, text)) + "</mi>";
        };
    }

    private static String fraction(Expr over, Expr under, Expr.Line line) {
        var inside = one(over) + one(under);
        return switch (line) {
            case PLAIN -> tag("mfrac", inside);
            case NONE -> "<mfrac linethickness=\"0\">" + inside + "</mfrac>";
            case SLANTED -> tag("mrow", one(over) + "<mo>/</mo>" + one(under));
        };
    }

    private static String scripts(
            String low, String high, String both, String base, @Nullable Expr sub, @Nullable Expr sup) {
        if (sub != null && sup != null) {
            return tag(both, base + one(sub) + one(sup));
        }
        if (sub != null) {
            return tag(low, base + one(sub));
        }
        return sup == null ? base : tag(high, base + one(sup));
    }

    private static String fence(Expr.Fence fence) {
        var inside = fence.parts().stream()
                .map(MathMl::one)
                .collect(Collectors.joining("<mo>" + escape(fence.separator()) + "</mo>"));
        return tag("mrow", bracket(fence.open(), "prefix") + inside + bracket(fence.close(), "postfix"));
    }

    private static String bracket(String text, String form) {
        return text.isEmpty()
                ? ""
                : "<mo fence=\"true\" stretchy=\"true\" form=\"" + form + "\">" + escape(text) + "</mo>";
    }

    private static String grid(List<List<Expr>> rows, boolean left) {
        var inside = rows.stream()
                .map(row -> tag(
                        "mtr", row.stream().map(cell -> tag("mtd", one(cell))).collect(Collectors.joining())))
                .collect(Collectors.joining());
        return (left ? "<mtable columnalign=\"left\">" : "<mtable>") + inside + "</mtable>";
    }

    private static String big(Expr.Big big) {
        var operator = "<mo largeop=\"true\">" + escape(big.operator()) + "</mo>";
        var head = big.above()
                ? scripts("munder", "mover", "munderover", operator, big.sub(), big.sup())
                : scripts("msub", "msup", "msubsup", operator, big.sub(), big.sup());
        return tag("mrow", head + one(big.body()));
    }

    /// Word names accents by combining characters; a browser needs the ones that stand alone.
    private static String accent(String mark) {
        return switch (mark) {
            case "\u20D7", "\u20D1" -> "→";
            case "\u20D6", "\u20D0" -> "←";
            case "\u20E1" -> "↔";
            case "\u0302" -> "^";
            case "\u0303" -> "~";
            case "\u0304", "\u0305" -> "¯";
            case "\u0307" -> "˙";
            case "\u0308" -> "¨";
            case "\u0306" -> "˘";
            case "\u030C" -> "ˇ";
            case "\u0301" -> "´";
            case "\u0300" -> "`";
            default -> mark;
        };
    }

    private static String stretchy(String text) {
        return "<mo stretchy=\"true\">" + escape(text) + "</mo>";
    }

    private static String tag(String name, String inside) {
        return "<" + name + ">" + inside + "</" + name + ">";
    }

    private static String escape(String text) {
        return Entities.escape(text);
    }
}
