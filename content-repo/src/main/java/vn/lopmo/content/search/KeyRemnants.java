package vn.lopmo.content.search;

import java.util.Optional;
import java.util.regex.Pattern;

/// Undoes what is left on the screen when a Telex or VNI keyboard was off: `nguyeenx`, `ddieenj`, `to1an`. Only a word
/// that is no Vietnamese syllable, and becomes one, is taken for such.
final class KeyRemnants {
    private static final Pattern SYLLABLE = Pattern.compile("(qu|gi|ngh|ng|nh|gh|ch|kh|ph|th|tr|[bcdghklmnprstvx])?"
            + "(i|ie|ye|e|a|o|u|uo|uye|ua|ia|uya|y|oa|oe|ue|uy|ai|ao|au|ay|eo|eu|ieu|yeu|iu|oi|oai|oay|oeo|ui|uoi|uou|uu|uay)"
            + "(c|ch|m|n|ng|nh|p|t)?");
    private static final Pattern TONE = Pattern.compile("(?<=[aeiouyw][a-z]{0,3})[sfrxj](?=[a-z]{0,2}$)");
    private static final Pattern INSIDE = Pattern.compile("[a-z]+[1-9]+[a-z]+[1-9a-z]*|[a-z]+[6-9][1-5]?|[a-z]+[1-5]");

    private KeyRemnants() {}

    /// The folded syllable that was meant.
    static Optional<String> undo(String folded) {
        if (folded.length() < 2 || isSyllable(folded)) {
            return Optional.empty();
        }
        var telex = TONE.matcher(folded)
                .replaceFirst("")
                .replaceFirst("^dd", "d")
                .replace("aa", "a")
                .replace("ee", "e")
                .replace("oo", "o")
                .replace("w", "");
        if (isSyllable(telex)) {
            return Optional.of(telex);
        }
        return undoNumbers(folded);
    }

    /// VNI alone.
    static Optional<String> undoNumbers(String folded) {
        var letters = folded.replaceAll("[0-9]", "");
        return INSIDE.matcher(folded).matches() && isSyllable(letters) ? Optional.of(letters) : Optional.empty();
    }

    static boolean isSyllable(String folded) {
        return SYLLABLE.matcher(folded).matches();
    }
}
