package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.List;

/// One syllable of a text: where it stands, and its two spellings. Vietnamese is written in syllables; words are runs
/// of them.
///
/// @param start in characters of the text, as given
/// @param sentence counts up at the end of each sentence, because no word runs over it
record Syllable(int start, int end, String exact, String folded, int sentence) {
    /// Cuts a text into its syllables, once for all fields.
    static List<Syllable> of(CharSequence text) {
        var result = new ArrayList<Syllable>();
        int sentence = 0;
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end > at) {
                var spelt = Spelling.of(text.subSequence(at, end).toString());
                result.add(new Syllable(at, end, spelt.exact(), spelt.folded(), sentence));
                at = end;
            } else {
                sentence += endsSentence(text.charAt(at)) ? 1 : 0;
                at++;
            }
        }
        return result;
    }

    private static int endOfWord(CharSequence text, int from) {
        int at = from;
        while (at < text.length()) {
            int point = Character.codePointAt(text, at);
            boolean inside = Character.isLetterOrDigit(point)
                    || Character.getType(point) == Character.OTHER_NUMBER
                    || (at > from && Character.getType(point) == Character.NON_SPACING_MARK);
            if (!inside) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean endsSentence(char sign) {
        return ".!?;:…\n".indexOf(sign) >= 0;
    }
}
