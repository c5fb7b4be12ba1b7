package vn.lopmo.content.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// A formula in presentation MathML (3rd edition, chapter 3), built anew so that each element has the parts that it
/// must have: a fraction two, a limit three. What does not fit stands in a row, where nothing of it is lost.
final class BookFormula {
    private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";
    private static final Set<String> TOKENS = Set.of("mi", "mn", "mo", "ms", "mtext");
    private static final Set<String> ROWS =
            Set.of("mrow", "msqrt", "mstyle", "merror", "mpadded", "mphantom", "menclose", "mtd");
    private static final Map<String, Integer> PARTS = Map.of(
            "mfrac", 2, "mroot", 2, "msub", 2, "msup", 2, "munder", 2, "mover", 2, "msubsup", 3, "munderover", 3);

    private static final String LENGTH = "-?(\\d+(\\.\\d+)?|\\.\\d+)(em|ex|px|pt|pc|cm|mm|in|%)|0";
    private static final String YES_NO = "true|false";
    private static final Map<String, Pattern> ATTRIBUTES = patterns(Map.ofEntries(
            Map.entry("stretchy", YES_NO),
            Map.entry("fence", YES_NO),
            Map.entry("separator", YES_NO),
            Map.entry("accent", YES_NO),
            Map.entry("accentunder", YES_NO),
            Map.entry("largeop", YES_NO),
            Map.entry("movablelimits", YES_NO),
            Map.entry("symmetric", YES_NO),
            Map.entry("displaystyle", YES_NO),
            Map.entry("bevelled", YES_NO),
            Map.entry("form", "prefix|infix|postfix"),
            Map.entry("display", "inline|block"),
            Map.entry(
                    "mathvariant",
                    "normal|bold|italic|bold-italic|double-struck|bold-fraktur|script|bold-script|fraktur|sans-serif"
                            + "|bold-sans-serif|sans-serif-italic|sans-serif-bold-italic|monospace"),
            Map.entry("columnalign", "(left|center|right)( (left|center|right))*"),
            Map.entry("columnspan", "[1-9]\\d{0,2}"),
            Map.entry("rowspan", "[1-9]\\d{0,2}"),
            Map.entry("scriptlevel", "[+-]?\\d{1,2}"),
            Map.entry(
                    "notation",
                    "longdiv|actuarial|radical|box|roundedbox|circle|left|right|top|bottom|updiagonalstrike"
                            + "|downdiagonalstrike|verticalstrike|horizontalstrike"),
            Map.entry("linethickness", LENGTH + "|thin|medium|thick"),
            Map.entry("width", LENGTH),
            Map.entry("height", LENGTH),
            Map.entry("depth", LENGTH),
            Map.entry("lspace", LENGTH),
            Map.entry("rspace", LENGTH),
            Map.entry("voffset", LENGTH),
            Map.entry("minsize", LENGTH),
            Map.entry("maxsize", LENGTH),
            Map.entry("mathsize", LENGTH + "|small|normal|big")));

    private BookFormula() {}

    /// @param latex how it was typed, read out where MathML is not understood; "" if nobody knows
    static Element of(Element math, String latex) {
        var built = attributes(math, new Element("math")).attr("xmlns", NAMESPACE);
        var words = math.attr("alttext").isEmpty() ? latex : math.attr("alttext");
        if (!words.isBlank()) {
            built.attr("alttext", Xml.clean(words).strip());
        }
        return fill(built, parts(math));
    }

    private static Element built(Element from) {
        var name = from.normalName();
        if (TOKENS.contains(name)) {
            return attributes(from, new Element(name)).appendText(Xml.clean(from.text()));
        }
        if (ROWS.contains(name)) {
            return fill(attributes(from, new Element(name)), parts(from));
        }
        var number = PARTS.get(name);
        if (number != null) {
            return counted(from, number);
        }
        return switch (name) {
            case "mspace" -> attributes(from, new Element("mspace"));
            case "mtable" -> table(from);
            case "mmultiscripts" -> scripts(from);
            case "mfenced" -> fenced(from);
            case "semantics" -> row(parts(from).stream().limit(1).toList());
            default -> row(parts(from));
        };
    }

    private static List<Element> parts(Element from) {
        var parts = new ArrayList<Element>();
        for (Node node : from.childNodes()) {
            if (node instanceof Element element) {
                parts.add(built(element));
            } else if (node instanceof TextNode text && !text.isBlank()) {
                parts.add(new Element("mtext").appendText(Xml.clean(text.text().strip())));
            }
        }
        return parts;
    }

    private static Element counted(Element from, int number) {
        var parts = new ArrayList<>(parts(from));
        if (parts.size() > number) {
            return row(parts);
        }
        while (parts.size() < number) {
            parts.add(new Element("mrow"));
        }
        return fill(attributes(from, new Element(from.normalName())), parts);
    }

    private static Element table(Element from) {
        var table = attributes(from, new Element("mtable"));
        for (var each : from.children()) {
            var row = table.appendElement("mtr");
            var cells = each.normalName().equals("mtr") ? each.children() : List.of(each);
            for (var cell : cells) {
                boolean isCell = cell.normalName().equals("mtd");
                row.appendChild(isCell ? built(cell) : fill(new Element("mtd"), List.of(built(cell))));
            }
        }
        return table;
    }

    /// A base with pairs of scripts behind it, then pairs before it.
    private static Element scripts(Element from) {
        var names = from.children().stream().map(Element::normalName).toList();
        int before = names.indexOf("mprescripts");
        int behind = before < 0 ? names.size() : before;
        boolean paired = behind % 2 == 1
                && (before < 0 || (names.size() - before) % 2 == 1)
                && names.lastIndexOf("mprescripts") == before;
        if (!paired) {
            return row(parts(from));
        }
        var built = new Element("mmultiscripts");
        for (var each : from.children()) {
            boolean isMark = Set.of("none", "mprescripts").contains(each.normalName());
            built.appendChild(isMark ? new Element(each.normalName()) : built(each));
        }
        return built;
    }

    /// Brackets written out, as browsers no longer draw them.
    private static Element fenced(Element from) {
        var parts = parts(from);
        var row = new ArrayList<Element>();
        row.add(operator(from.hasAttr("open") ? from.attr("open") : "("));
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                row.add(operator(","));
            }
            row.add(parts.get(i));
        }
        row.add(operator(from.hasAttr("close") ? from.attr("close") : ")"));
        return row(row);
    }

    private static Element operator(String sign) {
        return new Element("mo").appendText(Xml.clean(sign));
    }

    private static Element row(List<Element> parts) {
        return parts.size() == 1 ? parts.getFirst() : fill(new Element("mrow"), parts);
    }

    private static Element fill(Element to, List<Element> parts) {
        parts.forEach(to::appendChild);
        return to;
    }

    private static Element attributes(Element from, Element to) {
        from.attributes().forEach(attribute -> {
            var allowed = ATTRIBUTES.get(attribute.getKey());
            if (allowed != null && allowed.matcher(attribute.getValue()).matches()) {
                to.attr(attribute.getKey(), attribute.getValue());
            }
        });
        return to;
    }

    private static Map<String, Pattern> patterns(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> Pattern.compile(each.getValue())));
    }
}
