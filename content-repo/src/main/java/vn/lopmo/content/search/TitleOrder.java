package vn.lopmo.content.search;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/// Keys whose bytes stand in the order of a Vietnamese dictionary: syllable by syllable, `a ă â … d đ … o ô ơ`,
/// then the tones level, falling, asking, tumbling, rising, heavy; numbers by their worth (Bài 2 before Bài 10).
final class TitleOrder {
    private static final int END_OF_LETTERS = 1;
    private static final int BETWEEN_SYLLABLES = 2;
    private static final int NUMBER = 3;
    private static final int LETTERS = 16;
    private static final int VARIANTS = 4;
    /// Grave, hook above, tilde, acute, dot below: in this order after no tone at all.
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final char BREVE = '\u0306';
    private static final char CIRCUMFLEX = '\u0302';
    private static final char HORN = '\u031B';

    private final BytesRefBuilder letters = new BytesRefBuilder();
    private final BytesRefBuilder tones = new BytesRefBuilder();

    private TitleOrder() {}

    static BytesRef key(String title) {
        var order = new TitleOrder();
        Syllable.of(title).forEach(syllable -> order.add(syllable.exact()));
        order.letters.append((byte) END_OF_LETTERS);
        order.letters.append(order.tones);
        return order.letters.toBytesRef();
    }

    private void add(String syllable) {
        if (letters.length() > 0) {
            letters.append((byte) BETWEEN_SYLLABLES);
        }
        if (syllable.chars().allMatch(Character::isDigit)) {
            addNumber(syllable.replaceFirst("^0+(?=.)", ""));
        } else {
            addWord(Normalizer.normalize(syllable.toLowerCase(Locale.ROOT), Normalizer.Form.NFD));
        }
    }

    private void addNumber(String digits) {
        letters.append((byte) NUMBER);
        letters.append((byte) digits.length());
        digits.chars().forEach(digit -> letters.append((byte) digit));
        tones.append((byte) 0);
    }

    private void addWord(String apart) {
        int tone = 0;
        for (int i = 0; i < apart.length(); i++) {
            char sign = apart.charAt(i);
            int asTone = TONES.indexOf(sign);
            if (asTone >= 0) {
                tone = asTone + 1;
            } else if (Character.getType(sign) != Character.NON_SPACING_MARK) {
                letters.append((byte) (LETTERS + rank(sign, apart, i + 1)));
            }
        }
        tones.append((byte) tone);
    }

    private static int rank(char letter, String apart, int next) {
        char plain = letter == 'đ' ? 'd' : letter;
        if (plain < 'a' || plain > 'z') {
            return Math.min(('z' - 'a' + 1) * VARIANTS + plain % 100, 230);
        }
        return (plain - 'a') * VARIANTS + (letter == 'đ' ? 1 : variant(apart, next));
    }

    /// Of the marks behind a letter, the one that makes it another letter.
    private static int variant(String apart, int next) {
        for (int i = next; i < apart.length(); i++) {
            char mark = apart.charAt(i);
            if (Character.getType(mark) != Character.NON_SPACING_MARK) {
                return 0;
            }
            switch (mark) {
                case BREVE -> {
                    return 1;
                }
                case CIRCUMFLEX -> {
                    return 2;
                }
                case HORN -> {
                    return 3;
                }
                default -> {}
            }
        }
        return 0;
    }
}
