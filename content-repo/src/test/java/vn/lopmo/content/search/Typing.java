package vn.lopmo.content.search;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The ways in which one and the same wish reaches the search field.
enum Typing {
    AS_WRITTEN(words -> words),
    DECOMPOSED(words -> Normalizer.normalize(words, Normalizer.Form.NFD)),
    WITHOUT_MARKS(Typing::withoutMarks),
    HALF_MARKED(Typing::halfMarked),
    TELEX(words -> eachWord(words, Typing::telex)),
    VNI(words -> eachWord(words, Typing::vni));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");
    private static final Map<Character, Character> TELEX_TONES =
            Map.of('\u0301', 's', '\u0300', 'f', '\u0309', 'r', '\u0303', 'x', '\u0323', 'j');
    private static final Map<Character, Character> VNI_TONES =
            Map.of('\u0301', '1', '\u0300', '2', '\u0309', '3', '\u0303', '4', '\u0323', '5');
    private static final Map<Character, Character> VNI_MARKS = Map.of('\u0302', '6', '\u031B', '7', '\u0306', '8');

    private final UnaryOperator<String> typed;

    Typing(UnaryOperator<String> typed) {
        this.typed = typed;
    }

    String of(String words) {
        return typed.apply(words);
    }

    private static String withoutMarks(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /// Every other word.
    private static String halfMarked(String words) {
        var result = new StringBuilder();
        int n = 0;
        for (String word : words.split(" ")) {
            result.append(result.isEmpty() ? "" : " ").append(n++ % 2 == 0 ? word : withoutMarks(word));
        }
        return result.toString();
    }

    private static String eachWord(String words, UnaryOperator<String> change) {
        return WORD.matcher(Normalizer.normalize(words, Normalizer.Form.NFC))
                .replaceAll(word -> change.apply(word.group()));
    }

    /// `suất` is typed `suaats`.
    private static String telex(String word) {
        var keys = new StringBuilder();
        var tone = "";
        var apart = Normalizer.normalize(word.replace("đ", "dd").replace("Đ", "Dd"), Normalizer.Form.NFD);
        for (char sign : apart.toCharArray()) {
            if (TELEX_TONES.containsKey(sign)) {
                tone = String.valueOf(TELEX_TONES.get(sign));
            } else if (sign == '\u0302') {
                keys.append(Character.toLowerCase(keys.charAt(keys.length() - 1)));
            } else if (sign == '\u031B' || sign == '\u0306') {
                keys.append('w');
            } else {
                keys.append(sign);
            }
        }
        return keys + tone;
    }

    /// `suất` is typed `sua61t` or, as here, `suat61`.
    private static String vni(String word) {
        var keys = new StringBuilder();
        var after = new StringBuilder();
        var apart = Normalizer.normalize(word.replace("đ", "d9").replace("Đ", "D9"), Normalizer.Form.NFD);
        for (char sign : apart.toCharArray()) {
            if (VNI_MARKS.containsKey(sign) && after.indexOf(String.valueOf(VNI_MARKS.get(sign))) < 0) {
                after.insert(0, VNI_MARKS.get(sign));
            } else if (VNI_TONES.containsKey(sign)) {
                after.append(VNI_TONES.get(sign));
            } else if (Character.getType(sign) != Character.NON_SPACING_MARK) {
                keys.append(sign);
            }
        }
        return keys.append(after).toString();
    }
}
