package vn.lopmo.content.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Folded syllables that sound alike in one region or another, and are mistaken for each other in writing: `xuất` for
/// `suất`, `chuyện` for `truyện`, `lăm` for `năm`, `khắt` for `khắc`.
final class SoundAlikes {
    private static final List<List<String>> BEGINNINGS = List.of(
            List.of("s", "x"),
            List.of("ch", "tr"),
            List.of("d", "gi", "r", "v"),
            List.of("l", "n"),
            List.of("c", "k", "q"),
            List.of("g", "gh"),
            List.of("ng", "ngh"),
            List.of("h", "qu"));
    private static final List<List<String>> ENDS = List.of(
            List.of("n", "ng", "nh"),
            List.of("c", "t", "ch"),
            List.of("i", "y"),
            List.of("ieu", "iu"),
            List.of("uou", "uu"));

    private SoundAlikes() {}

    static Set<String> of(String folded) {
        var alike = new LinkedHashSet<String>();
        for (var group : BEGINNINGS) {
            for (String one : group) {
                var rest = folded.startsWith(one) ? folded.substring(one.length()) : "";
                if (!rest.isEmpty() && "aeiouy".indexOf(rest.charAt(0)) >= 0) {
                    group.forEach(other -> alike.add(other + rest));
                }
            }
        }
        for (var group : ENDS) {
            for (String one : group) {
                var rest = folded.endsWith(one) ? folded.substring(0, folded.length() - one.length()) : "";
                if (!rest.isEmpty()) {
                    group.forEach(other -> alike.add(rest + other));
                }
            }
        }
        alike.remove(folded);
        alike.removeIf(syllable -> !KeyRemnants.isSyllable(syllable));
        return alike;
    }
}
