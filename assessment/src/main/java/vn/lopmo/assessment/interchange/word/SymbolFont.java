package vn.lopmo.assessment.interchange.word;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;

/// Letters of the old Symbol font, which Word stores by their place in it.
final class SymbolFont {
    private static final String GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    private static final String GREEK_CAPITAL = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry(0xA3, "≤"),
            Map.entry(0xB3, "≥"),
            Map.entry(0xB9, "≠"),
            Map.entry(0xBB, "≈"),
            Map.entry(0xB1, "±"),
            Map.entry(0xB4, "×"),
            Map.entry(0xB0, "°"),
            Map.entry(0xA5, "∞"),
            Map.entry(0xCE, "∈"),
            Map.entry(0xCF, "∉"),
            Map.entry(0xC7, "∩"),
            Map.entry(0xC8, "∪"),
            Map.entry(0xCC, "⊂"),
            Map.entry(0xC6, "∅"),
            Map.entry(0xDE, "⇒"),
            Map.entry(0xDB, "⇔"),
            Map.entry(0xAE, "→"),
            Map.entry(0xAC, "←"),
            Map.entry(0xAB, "↔"),
            Map.entry(0x5E, "⊥"),
            Map.entry(0xD0, "∠"),
            Map.entry(0xD6, "√"),
            Map.entry(0xB7, "•"),
            Map.entry(0xD7, "⋅"),
            Map.entry(0x44, "Δ"),
            Map.entry(0x57, "Ω"),
            Map.entry(0x2D, "−"),
            Map.entry(0xA2, "′"),
            Map.entry(0xF2, "∫"),
            Map.entry(0xE5, "∑"));

    private SymbolFont() {}

    static String read(Element sym) {
        @Nullable String font = Dom.attribute(sym, "font");
        @Nullable String code = Dom.attribute(sym, "char");
        if (code == null || code.length() > 4) {
            return "";
        }
        int place;
        try {
            place = Integer.parseInt(code, 16);
        } catch (NumberFormatException odd) {
            return "";
        }
        int letter = place & 0xFF;
        boolean symbol = font != null && font.toLowerCase(Locale.ROOT).equals("symbol");
        return symbol ? symbol(letter) : place >= 0xF000 ? "" : Character.toString(place);
    }

    private static String symbol(int letter) {
        if (letter >= 'a' && letter <= 'z') {
            return String.valueOf(GREEK_SMALL.charAt(letter - 'a'));
        }
        if (letter >= 'A' && letter <= 'Z') {
            return String.valueOf(GREEK_CAPITAL.charAt(letter - 'A'));
        }
        return OTHERS.getOrDefault(letter, letter < 0x80 ? Character.toString(letter) : "");
    }
}
