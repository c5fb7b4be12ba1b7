package vn.lopmo.content.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two spellings of a syllable that the index knows. Both are made from NFC, with the tone mark in one place (hoà
/// is hòa) and `i` for a lone `y` (lý is lí), so that people who were taught either way find the same. Safe for any
/// number of threads.
///
/// Vietnamese has some seven thousand syllables, so nearly all of a text was spelt out before: they are remembered.
final class Spelling {
    private static final int REMEMBERED = 1 << 15;
    private static final int LONGEST_REMEMBERED = 24;
    private static final @Nullable Both[] KNOWN = new Both[REMEMBERED];

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /// Tone marks alone, decomposed: grave, acute, tilde, hook above, dot below.
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final Pattern TONE_ON_SECOND = Pattern.compile("(?<!q)(?:(o)([ae])|(u)(y))([" + TONES + "])$");
    private static final Pattern LONE_Y = Pattern.compile("^(h|k|l|m|s|t|qu)y([" + TONES + "]?)$");

    private Spelling() {}

    /// A syllable in both spellings. Written and read without a lock: it is immutable, and one that is lost is made
    /// again.
    record Both(String written, String exact, String folded) {}

    static Both of(String written) {
        if (written.length() > LONGEST_REMEMBERED) {
            return new Both(written, exact(written), folded(written));
        }
        int hash = written.hashCode();
        int place = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
        var known = KNOWN[place];
        if (known == null || !known.written.equals(written)) {
            known = new Both(written, exact(written), folded(written));
            KNOWN[place] = known;
        }
        return known;
    }

    /// In lower case, every mark kept.
    static String exact(String syllable) {
        var lower = Normalizer.normalize(syllable, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return LONE_Y.matcher(lower).replaceFirst("$1i");
        }
        var apart = Normalizer.normalize(lower.replace('ð', 'đ'), Normalizer.Form.NFD);
        apart = LONE_Y.matcher(firstVowelTone(apart)).replaceFirst("$1i$2");
        return Normalizer.normalize(apart, Normalizer.Form.NFC);
    }

    /// In lower case without any mark, `đ` as `d`, small digits (H₂O) as digits.
    static String folded(String syllable) {
        var exact = exact(syllable);
        if (isAscii(exact)) {
            return exact;
        }
        var apart = Normalizer.normalize(exact.replace('đ', 'd'), Normalizer.Form.NFKD);
        return LONE_Y.matcher(MARKS.matcher(apart).replaceAll("")).replaceFirst("$1i");
    }

    /// Moves the tone of a final `oa`, `oe`, `uy` to its first vowel: `hoà` to `hòa`, as most print it.
    private static String firstVowelTone(String apart) {
        var second = TONE_ON_SECOND.matcher(apart);
        if (!second.find()) {
            return apart;
        }
        var first = second.group(1) == null ? second.group(3) : second.group(1);
        var then = second.group(2) == null ? second.group(4) : second.group(2);
        return apart.substring(0, second.start()) + first + second.group(5) + then;
    }

    /// Whether somebody took the trouble to type a mark or a `đ`.
    static boolean isAccented(String syllable) {
        var lower = syllable.toLowerCase(Locale.ROOT);
        return lower.indexOf('đ') >= 0
                || MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .find();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
