package vn.lopmo.assessment.item;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.lopmo.platform.text.VietnameseText;

/// Compares short answers as a marker would: numbers by their value however they are written (`2,5` `2.50` `+2,5`
/// `−1` with any dash), other text without regard to case and spacing, but with its accents.
final class ShortText {
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE63\\uFF0D]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private ShortText() {}

    static boolean same(String key, String answer) {
        return canonical(key).equals(canonical(answer));
    }

    static String canonical(String text) {
        var dashed = DASHES.matcher(text).replaceAll("-");
        var bare = SPACES.matcher(dashed).replaceAll("").replace(',', '.');
        if (NUMBER.matcher(bare).matches()) {
            var number = new BigDecimal(bare);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return VietnameseText.tidy(dashed).toLowerCase(Locale.ROOT);
    }
}
