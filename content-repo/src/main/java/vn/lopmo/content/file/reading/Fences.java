package vn.lopmo.content.file.reading;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Turns `mfenced`, which MathML Core left behind and browsers draw without its brackets, into the row of operators
/// that it stands for (MathML 3, section 3.3.8.2).
final class Fences {
    private static final String NAME = "mfenced";

    private Fences() {}

    static void draw(Document document) {
        for (var element : document.getAllElements()) {
            if (element.tagName().endsWith(NAME)) {
                draw(element);
            }
        }
    }

    private static void draw(Element fenced) {
        var name = fenced.tagName();
        var prefix = name.substring(0, name.length() - NAME.length());
        var open = attribute(fenced, "open", "(");
        var close = attribute(fenced, "close", ")");
        var separators = attribute(fenced, "separators", ",").replaceAll("\\s+", "");
        List<Element> between = List.copyOf(fenced.children());
        for (int i = 0; i + 1 < between.size() && !separators.isEmpty(); i++) {
            char sign = separators.charAt(Math.min(i, separators.length() - 1));
            between.get(i).after(operator(prefix, String.valueOf(sign)).attr("separator", "true"));
        }
        if (!open.isBlank()) {
            fenced.prependChild(operator(prefix, open.strip()).attr("fence", "true"));
        }
        if (!close.isBlank()) {
            fenced.appendChild(operator(prefix, close.strip()).attr("fence", "true"));
        }
        fenced.clearAttributes();
        fenced.tagName(prefix + "mrow");
    }

    private static Element operator(String prefix, String sign) {
        return new Element(prefix + "mo").text(sign);
    }

    private static String attribute(Element fenced, String name, String otherwise) {
        return fenced.hasAttr(name) ? fenced.attr(name) : otherwise;
    }
}
