package vn.lopmo.platform.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Formulas in one line, as one would type them: `(x + y)²`, `(a + b)/2`, `√(x + 1)`. For sentences and sheets, where
/// there is no other way to set them.
final class FormulaText {
    private static final String PLAIN = "0123456789+-−=()abcdefghijklmnoprstuvwxyz′°";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ′°";
    private static final String LOW_PLAIN = "0123456789+-−=()aehijklmnoprstuvx";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private static final Set<String> SPACED =
            Set.of("=", "<", ">", "≤", "≥", "≠", "≈", "⇒", "⇔", "→", "∈", "∉", "⊂", "+", "−", "±", "×", "⋅", ":");
    private static final Set<String> SIGNS = Set.of("+", "−", "±");
    /// What stands over a letter.
    private static final Map<String, String> ACCENTS =
            Map.of("→", "\u20D7", "¯", "\u0305", "‾", "\u0305", "^", "\u0302", "ˆ", "\u0302");

    private FormulaText() {}

    /// @param math an element of MathML
    static String of(Element math) {
        return VietnameseText.tidy(line(math));
    }

    static String raised(String text) {
        return moved(text, "^", character -> mapped(character, PLAIN, RAISED));
    }

    static String lowered(String text) {
        return moved(text, "_", character -> mapped(character, LOW_PLAIN, LOWERED));
    }

    private static String line(Element element) {
        return switch (element.normalName()) {
            case "mi", "mn", "mtext", "ms" -> element.text();
            case "mo" -> operator(element);
            case "mspace" -> " ";
            case "mfrac" -> whole(part(element, 0)) + "/" + whole(part(element, 1));
            case "msup" -> part(element, 0) + raised(part(element, 1));
            case "msub" -> part(element, 0) + lowered(part(element, 1));
            case "msubsup", "munderover" -> part(element, 0) + lowered(part(element, 1)) + raised(part(element, 2));
            case "munder" -> part(element, 0) + lowered(part(element, 1));
            case "mover" -> over(part(element, 0), part(element, 1).strip());
            case "msqrt" -> "√" + whole(children(element, ""));
            case "mroot" -> raised(part(element, 1)) + "√" + whole(part(element, 0));
            case "mfenced" -> "(" + children(element, ", ") + ")";
            case "mtable" -> children(element, "; ");
            case "mtr" -> children(element, ", ");
            default -> children(element, "");
        };
    }

    private static String children(Element element, String between) {
        return element.childNodes().stream().map(FormulaText::node).collect(Collectors.joining(between));
    }

    private static String node(Node node) {
        return switch (node) {
            case Element child -> line(child);
            case TextNode text when !text.isBlank() -> text.text();
            default -> "";
        };
    }

    private static String part(Element element, int at) {
        List<Element> parts = element.children();
        return at < parts.size() ? VietnameseText.tidy(line(parts.get(at))) : "";
    }

    /// A sign at the beginning belongs to what follows it.
    private static String operator(Element element) {
        var sign = element.text().strip().replace('-', '−');
        var before = element.previousElementSibling();
        boolean leading = before == null
                || before.normalName().equals("mo") && !before.text().strip().matches("[)\\]|}]");
        return SPACED.contains(sign) && !(leading && SIGNS.contains(sign)) ? " " + sign + " " : sign;
    }

    private static String over(String base, String mark) {
        var accent = ACCENTS.get(mark);
        return accent == null ? base + raised(mark) : base + accent;
    }

    /// In brackets, unless it is one number or letter.
    private static String whole(String text) {
        return text.codePoints().allMatch(one -> Character.isLetterOrDigit(one) || isRaisedOrLowered(one) || one == ',')
                ? text
                : "(" + text + ")";
    }

    private static boolean isRaisedOrLowered(int character) {
        return RAISED.indexOf(character) >= 0 || LOWERED.indexOf(character) >= 0;
    }

    private static String moved(String text, String sign, UnaryOperator<String> mapping) {
        var tight = text.replace(" ", "").replace('∘', '°').replace('\'', '′');
        var mapped =
                tight.codePoints().mapToObj(Character::toString).map(mapping).toList();
        if (mapped.stream().noneMatch(String::isEmpty)) {
            return String.join("", mapped);
        }
        return tight.codePointCount(0, tight.length()) == 1 ? sign + tight : sign + "(" + text + ")";
    }

    private static String mapped(String character, String from, String to) {
        int at = from.indexOf(character);
        return at < 0 ? "" : to.substring(at, at + 1);
    }
}
