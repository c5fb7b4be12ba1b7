package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Marks in a text what was searched for, whatever accents it was typed with. What comes out is escaped HTML with
/// `<mark>` and nothing else.
final class Marks {
    private static final int WINDOW = 32;
    private static final int BEFORE = 6;

    private final Set<String> wanted;

    Marks(List<String> foldedSyllables) {
        this.wanted = Set.copyOf(foldedSyllables);
    }

    /// The whole text.
    String all(String text) {
        var syllables = Syllable.of(text);
        return render(text, 0, text.length(), runs(syllables));
    }

    /// The stretch of it that holds the most of what was wanted; empty if it holds none.
    String best(String text) {
        var syllables = Syllable.of(text);
        var runs = runs(syllables);
        if (runs.isEmpty()) {
            return "";
        }
        int first = Math.max(0, bestStart(syllables, runs) - BEFORE);
        int last = Math.min(syllables.size(), first + WINDOW) - 1;
        int start = syllables.get(first).start();
        int end = syllables.get(last).end();
        return (first > 0 ? "…" : "") + render(text, start, end, runs) + (last < syllables.size() - 1 ? "…" : "");
    }

    /// From syllable `first` to syllable `last`, both included.
    private record Run(int first, int last, int start, int end) {
        int length() {
            return last - first + 1;
        }
    }

    /// Wanted syllables that follow each other are one run. Where words of several syllables were found, single ones
    /// are left alone: in Vietnamese they belong to another word as often as not.
    private List<Run> runs(List<Syllable> syllables) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < syllables.size(); i++) {
            if (wanted.contains(syllables.get(i).folded())) {
                int last = i;
                while (last + 1 < syllables.size()
                        && wanted.contains(syllables.get(last + 1).folded())
                        && syllables.get(last + 1).sentence()
                                == syllables.get(i).sentence()) {
                    last++;
                }
                runs.add(new Run(
                        i, last, syllables.get(i).start(), syllables.get(last).end()));
                i = last;
            }
        }
        var words = runs.stream().filter(run -> run.length() > 1).toList();
        return words.isEmpty() || wanted.size() < 2 ? runs : words;
    }

    private static int bestStart(List<Syllable> syllables, List<Run> runs) {
        int best = 0;
        int bestWorth = -1;
        for (Run from : runs) {
            int worth = worth(syllables, runs, from.first());
            if (worth > bestWorth) {
                bestWorth = worth;
                best = from.first();
            }
        }
        return best;
    }

    /// Different syllables count for much, repeated ones for little, long runs for more.
    private static int worth(List<Syllable> syllables, List<Run> runs, int first) {
        var seen = new HashSet<String>();
        int worth = 0;
        for (Run run : runs) {
            if (run.first() >= first && run.last() < first + WINDOW - BEFORE) {
                for (int i = run.first(); i <= run.last(); i++) {
                    worth += seen.add(syllables.get(i).folded()) ? 10 : 1;
                }
                worth += 3 * run.length();
            }
        }
        return worth;
    }

    private static String render(String text, int start, int end, List<Run> runs) {
        var html = new StringBuilder();
        int at = start;
        for (Run run : runs) {
            if (run.start() >= at && run.end() <= end) {
                html.append(escaped(text.substring(at, run.start())));
                html.append("<mark>")
                        .append(escaped(text.substring(run.start(), run.end())))
                        .append("</mark>");
                at = run.end();
            }
        }
        return html.append(escaped(text.substring(at, end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
