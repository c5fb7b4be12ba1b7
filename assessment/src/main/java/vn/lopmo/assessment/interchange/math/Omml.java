package vn.lopmo.assessment.interchange.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Expr.Face;

/// Reads Word's equations (Office Math Markup, ECMA-376 part 1, section 22.1). Every `*Pr` child is optional there,
/// and so is nearly every other: what is absent is taken as empty, what is unknown is read through.
final class Omml {
    private Omml() {}

    static Expr read(Element parent) {
        var parts = new ArrayList<Expr>();
        var children = Dom.children(parent);
        for (int i = 0; i < children.size(); i++) {
            if (!isRun(children.get(i))) {
                parts.addAll(element(children.get(i)));
                continue;
            }
            // Word cuts "log" into three runs when it was typed slowly: neighbours that look the same are read as one
            var text = new StringBuilder(text(children.get(i)));
            while (i + 1 < children.size()
                    && isRun(children.get(i + 1))
                    && sameLook(children.get(i), children.get(i + 1))) {
                text.append(text(children.get(++i)));
            }
            parts.addAll(run(children.get(i), text.toString()));
        }
        return Expr.row(Run.gathered(parts));
    }

    private static boolean isRun(Element element) {
        return Dom.name(element).equals("r");
    }

    private static boolean sameLook(Element one, Element other) {
        return look(one).equals(look(other));
    }

    private static String look(Element run) {
        @Nullable Element properties = Dom.child(run, "rPr");
        return properties == null
                ? Face.ITALIC.name()
                : isOn(properties, "nor") ? "words" : face(properties).name();
    }

    private static String text(Element run) {
        var text = new StringBuilder();
        for (Element child : Dom.children(run)) {
            if (Dom.name(child).equals("t")) {
                text.append(child.getTextContent());
            }
        }
        return text.toString();
    }

    private static List<Expr> element(Element element) {
        var name = Dom.name(element);
        if (name.endsWith("Pr")) {
            return List.of();
        }
        return switch (name) {
            case "f" -> List.of(fraction(element));
            case "rad" -> List.of(root(element));
            case "sSup" -> List.of(new Expr.Scripts(part(element, "e"), null, part(element, "sup")));
            case "sSub" -> List.of(new Expr.Scripts(part(element, "e"), part(element, "sub"), null));
            case "sSubSup" -> List.of(new Expr.Scripts(part(element, "e"), part(element, "sub"), part(element, "sup")));
            case "sPre" -> List.of(new Expr.PreScripts(part(element, "e"), part(element, "sub"), part(element, "sup")));
            case "limLow" -> List.of(new Expr.Limits(part(element, "e"), part(element, "lim"), null));
            case "limUpp" -> List.of(new Expr.Limits(part(element, "e"), null, part(element, "lim")));
            case "d" -> List.of(delimited(element));
            case "m" -> List.of(matrix(element));
            case "eqArr" -> List.of(lines(element));
            case "nary" -> List.of(big(element));
            case "func" -> List.of(new Expr.Function(part(element, "fName"), part(element, "e")));
            case "acc" -> List.of(new Expr.Accent(value(element, "accPr", "chr", "\u0302"), part(element, "e")));
            case "bar" ->
                List.of(new Expr.Bar(value(element, "barPr", "pos", "bot").equals("top"), part(element, "e")));
            case "groupChr" -> List.of(grouped(element));
            case "borderBox" -> List.of(new Expr.Boxed(notation(element), part(element, "e")));
            case "phant" -> List.of(phantom(element));
            case "box" -> List.of(part(element, "e"));
            default -> List.of(read(element));
        };
    }

    private static List<Expr> run(Element run, String text) {
        @Nullable Element properties = Dom.child(run, "rPr");
        if (properties != null && isOn(properties, "nor")) {
            return List.of(new Expr.Words(text));
        }
        return Run.tokens(text, properties == null ? Face.ITALIC : face(properties));
    }

    private static Face face(Element properties) {
        var script = child(properties, "scr", "");
        if (!script.isEmpty() && !script.equals("roman")) {
            return switch (script) {
                case "double-struck" -> Face.DOUBLE;
                case "script" -> Face.SCRIPT;
                case "fraktur" -> Face.FRAKTUR;
                default -> Face.UPRIGHT;
            };
        }
        return switch (child(properties, "sty", "i")) {
            case "p" -> Face.UPRIGHT;
            case "b", "bi" -> Face.BOLD;
            default -> Face.ITALIC;
        };
    }

    private static Expr fraction(Element element) {
        var line =
                switch (value(element, "fPr", "type", "bar")) {
                    case "noBar" -> Expr.Line.NONE;
                    case "skw", "lin" -> Expr.Line.SLANTED;
                    default -> Expr.Line.PLAIN;
                };
        return new Expr.Fraction(part(element, "num"), part(element, "den"), line);
    }

    private static Expr root(Element element) {
        var degree = part(element, "deg");
        return new Expr.Root(part(element, "e"), degree.isEmpty() ? null : degree);
    }

    private static Expr delimited(Element element) {
        var parts = new ArrayList<Expr>();
        for (Element child : Dom.children(element)) {
            if (Dom.name(child).equals("e")) {
                parts.add(read(child));
            }
        }
        return new Expr.Fence(
                value(element, "dPr", "begChr", "("),
                value(element, "dPr", "endChr", ")"),
                value(element, "dPr", "sepChr", "|"),
                parts);
    }

    private static Expr matrix(Element element) {
        var rows = new ArrayList<List<Expr>>();
        for (Element row : Dom.children(element)) {
            if (Dom.name(row).equals("mr")) {
                rows.add(Dom.children(row).stream().map(Omml::read).toList());
            }
        }
        return new Expr.Grid(rows, false);
    }

    private static Expr lines(Element element) {
        var rows = new ArrayList<List<Expr>>();
        for (Element row : Dom.children(element)) {
            if (Dom.name(row).equals("e")) {
                rows.add(List.of(read(row)));
            }
        }
        return new Expr.Grid(rows, true);
    }

    private static Expr big(Element element) {
        var operator = value(element, "naryPr", "chr", "∫");
        var place = value(element, "naryPr", "limLoc", Symbols.isIntegral(operator) ? "subSup" : "undOvr");
        var sub = part(element, "sub");
        var sup = part(element, "sup");
        return new Expr.Big(
                operator,
                sub.isEmpty() ? null : sub,
                sup.isEmpty() ? null : sup,
                part(element, "e"),
                place.equals("undOvr"));
    }

    private static Expr grouped(Element element) {
        var mark = value(element, "groupChrPr", "chr", "⏟");
        boolean over = value(element, "groupChrPr", "pos", "bot").equals("top");
        return new Expr.Stretched(mark, over, part(element, "e"));
    }

    private static String notation(Element element) {
        @Nullable Element properties = Dom.child(element, "borderBoxPr");
        if (properties == null) {
            return "box";
        }
        boolean up = isOn(properties, "strikeBLTR");
        boolean down = isOn(properties, "strikeTLBR");
        if (up || down) {
            return (up ? "updiagonalstrike " : "")
                    .concat(down ? "downdiagonalstrike" : "")
                    .strip();
        }
        return isOn(properties, "strikeH") ? "horizontalstrike" : "box";
    }

    private static Expr phantom(Element element) {
        @Nullable Element properties = Dom.child(element, "phantPr");
        boolean shown = properties != null && Dom.child(properties, "show") != null && isOn(properties, "show");
        return shown ? part(element, "e") : new Expr.Phantom(part(element, "e"));
    }

    private static Expr part(Element element, String name) {
        @Nullable Element part = Dom.child(element, name);
        return part == null ? Expr.NOTHING : read(part);
    }

    private static String value(Element element, String properties, String name, String otherwise) {
        @Nullable Element found = Dom.child(element, properties);
        return found == null ? otherwise : child(found, name, otherwise);
    }

    /// A child that is there without a value stands for the empty string, as the missing half of a fence does.
    private static String child(Element properties, String name, String otherwise) {
        @Nullable Element found = Dom.child(properties, name);
        return found == null ? otherwise : Objects.requireNonNullElse(Dom.attribute(found, "val"), "");
    }

    private static boolean isOn(Element properties, String name) {
        var value = child(properties, name, "off");
        return !value.equals("off") && !value.equals("0") && !value.equals("false");
    }
}
