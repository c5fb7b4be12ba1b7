package vn.lopmo.content.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the library writes what was looked for without marks.
final class Surface {
    private Surface() {}

    /// Of the first hit that holds these syllables in a row; null if none does.
    static @Nullable String of(List<String> folded, List<Hits.Hit> hits) {
        for (var hit : hits) {
            var found = in(hit.card().title(), folded);
            if (found == null) {
                found = in(hit.text(), folded);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String in(String text, List<String> folded) {
        if (folded.isEmpty()) {
            return null;
        }
        var syllables = Syllable.of(text);
        for (int i = 0; i + folded.size() <= syllables.size(); i++) {
            if (stands(folded, syllables, i)) {
                int end = syllables.get(i + folded.size() - 1).end();
                return text.substring(syllables.get(i).start(), end)
                        .replaceAll("\\s+", " ")
                        .toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static boolean stands(List<String> folded, List<Syllable> syllables, int from) {
        for (int i = 0; i < folded.size(); i++) {
            var syllable = syllables.get(from + i);
            if (!syllable.folded().equals(folded.get(i))
                    || syllable.sentence() != syllables.get(from).sentence()) {
                return false;
            }
        }
        return true;
    }
}
