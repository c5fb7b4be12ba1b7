package vn.lopmo.content.file.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two ways in which Vietnamese was written before Unicode: letters of western fonts drawn as Vietnamese ones.
/// Which way it is, the font's name tells (`.VnTime`: TCVN3, `VNI-Times`: VNI); without a font the words themselves
/// do, if
/// hardly any of them is Vietnamese as it stands and nearly all are when they are turned.
enum OldEncoding {
    /// TCVN 5712:1993, one sign a letter. Capitals with marks have no codes: fonts that end in H draw all letters as
    /// capitals.
    TCVN3 {
        @Override
        String toUnicode(String text) {
            var result = new StringBuilder(text.length());
            text.chars().forEach(letter -> result.append(TCVN3_LETTERS.getOrDefault((char) letter, (char) letter)));
            return result.toString();
        }
    },
    /// VNI for Windows: a vowel, and behind it a sign for its marks.
    VNI {
        @Override
        String toUnicode(String text) {
            var result = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                var pair = i + 1 < text.length() ? VNI_LETTERS.get(lower(text.substring(i, i + 2))) : null;
                var letter = pair != null ? pair : VNI_LETTERS.get(lower(text.substring(i, i + 1)));
                if (letter == null) {
                    result.append(text.charAt(i));
                } else {
                    boolean capital = Character.isUpperCase(text.charAt(i));
                    result.append(capital ? letter.toUpperCase(Locale.ROOT) : letter);
                    i += pair != null ? 1 : 0;
                }
            }
            return result.toString();
        }
    };

    private static final Map<Character, Character> TCVN3_LETTERS = letters(
            "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8\u00c9\u00cb"
                    + "\u00ae\u00cc\u00d0\u00ce\u00cf\u00d1\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7\u00dd\u00d8\u00dc"
                    + "\u00de\u00df\u00e3\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9\u00ac\u00ea\u00ed\u00eb"
                    + "\u00ec\u00ee\u00ef\u00f3\u00f1\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd\u00fb"
                    + "\u00fc\u00fe\u00a1\u00a2\u00a7\u00a3\u00a4\u00a5\u00a6",
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ");
    private static final Map<String, String> VNI_LETTERS = vni();
    private static final Pattern WORDS = Pattern.compile("[^\\s\\p{Punct}\\d“”‘’–…]+");
    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
            + "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?");
    private static final int FEWEST_WORDS = 3;

    abstract String toUnicode(String text);

    /// By the font's name; empty for a font of our days.
    static Optional<OldEncoding> ofFont(@Nullable String font) {
        if (font == null) {
            return Optional.empty();
        }
        var name = lower(font.strip());
        if (name.startsWith(".vn")) {
            return Optional.of(TCVN3);
        }
        return name.startsWith("vni-") || name.startsWith("vni ") ? Optional.of(VNI) : Optional.empty();
    }

    /// A text written in that font, in Unicode.
    static String toUnicode(String text, @Nullable String font) {
        var encoding = ofFont(font);
        if (encoding.isEmpty()) {
            return text;
        }
        var turned = encoding.get().toUnicode(outOfSymbols(text));
        return encoding.get() == TCVN3 && font != null && font.strip().endsWith("H")
                ? turned.toUpperCase(Locale.ROOT)
                : turned;
    }

    /// By the words alone.
    static Optional<OldEncoding> guess(String text) {
        if (text.chars().noneMatch(letter -> letter > 0xA0 && letter <= 0xFF)) {
            return Optional.empty();
        }
        if (vietnamese(text, text) > 0.5) {
            return Optional.empty();
        }
        double tcvn3 = vietnamese(TCVN3.toUnicode(text), text);
        double vni = vietnamese(VNI.toUnicode(text), text);
        return Math.max(tcvn3, vni) < 0.8 ? Optional.empty() : Optional.of(vni > tcvn3 ? VNI : TCVN3);
    }

    /// The share of Vietnamese syllables among the words with signs beyond ASCII.
    private static double vietnamese(String text, String original) {
        int good = 0;
        int all = 0;
        var before = WORDS.matcher(original);
        while (before.find()) {
            all += before.group().chars().anyMatch(letter -> letter > 0x7F) ? 1 : 0;
        }
        var words = WORDS.matcher(text);
        while (words.find()) {
            var word = lower(words.group());
            boolean marked = word.chars().anyMatch(letter -> letter > 0x7F);
            good += marked && SYLLABLE.matcher(word).matches() ? 1 : 0;
        }
        return all < FEWEST_WORDS ? 0 : (double) good / all;
    }

    /// Word moves the letters of a font that it takes for one of symbols to U+F000 and up.
    private static String outOfSymbols(String text) {
        var result = new StringBuilder(text.length());
        text.chars()
                .forEach(letter ->
                        result.append((char) (letter >= 0xF020 && letter <= 0xF0FF ? letter - 0xF000 : letter)));
        return result.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Map<Character, Character> letters(String from, String to) {
        var letters = new HashMap<Character, Character>();
        for (int i = 0; i < from.length(); i++) {
            letters.put(from.charAt(i), to.charAt(i));
        }
        return letters;
    }

    private static Map<String, String> vni() {
        var letters = new HashMap<String, String>();
        pairs(letters, "a", "øùûõï", "àáảãạ");
        pairs(letters, "a", "êèéúüë", "ăằắẳẵặ");
        pairs(letters, "a", "âàáåãä", "âầấẩẫậ");
        pairs(letters, "e", "øùûõï", "èéẻẽẹ");
        pairs(letters, "e", "âàáåãä", "êềếểễệ");
        pairs(letters, "o", "øùûõï", "òóỏõọ");
        pairs(letters, "o", "âàáåãä", "ôồốổỗộ");
        pairs(letters, "ô", "øùûõï", "ờớởỡợ");
        pairs(letters, "u", "øùûõï", "ùúủũụ");
        pairs(letters, "ö", "øùûõï", "ừứửữự");
        pairs(letters, "y", "øùûõ", "ỳýỷỹ");
        pairs(letters, "", "ìíæóòôöîñ", "ìíỉĩịơưỵđ");
        return letters;
    }

    private static void pairs(Map<String, String> letters, String vowel, String signs, String meant) {
        for (int i = 0; i < signs.length(); i++) {
            letters.put(vowel + signs.charAt(i), meant.substring(i, i + 1));
        }
    }
}
