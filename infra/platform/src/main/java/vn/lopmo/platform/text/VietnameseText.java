package vn.lopmo.platform.text;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/// The one normaliser of Vietnamese text: everything that is stored, compared or sorted goes through here. Safe for any
/// number of threads.
public final class VietnameseText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private VietnameseText() {}

    /// Composed form (NFC), outer white space gone, inner white space single.
    public static String tidy(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /// What was typed on several lines, in NFC and without outer white space: lines stay lines, what no eye can
    /// see goes.
    public static String lines(String text) {
        return UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n"))
                .replaceAll("")
                .strip();
    }

    /// Lower case without any mark, `đ` as `d`: for matching what was typed without accents, and for headers of
    /// spreadsheets.
    public static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    }

    /// People in the order of a Vietnamese register: by given name (the last word), then by the words before it.
    public static Comparator<String> byGivenName() {
        var collator = (Collator) Collator.getInstance(Locale.of("vi", "VN")).clone();
        return Comparator.comparing(VietnameseText::givenName, collator::compare)
                .thenComparing(collator::compare);
    }

    /// The last word of a full name: `Ngọc` of `Nguyễn Hoàng Bảo Ngọc`.
    public static String givenName(String fullName) {
        var name = tidy(fullName);
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
