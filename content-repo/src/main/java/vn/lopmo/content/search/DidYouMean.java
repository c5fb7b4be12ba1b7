package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Looks for a better way to write a wish that found little: a slip of the finger, a syllable written as it sounds, two
/// syllables run together. What is offered was found within the reader's reach, and is written as it stands there. One
/// thread's own.
final class DidYouMean {
    private static final int MOST_TRIED = 3;
    private static final int MOST_LIKE = 8;
    private static final List<String> PAIRS = List.of(Fields.TEXT_PAIRS, Fields.TITLE_PAIRS, Fields.ABOUT_PAIRS);
    private static final List<String> WORDS = List.of(Fields.TEXT, Fields.TITLE, Fields.ABOUT);

    private final Searcher searcher;
    private final IndexReader reader;
    private final Lookup lookup;
    private final List<FixedBitSet> within;
    private final Hits hits;

    DidYouMean(Searcher searcher, List<FixedBitSet> within, Hits hits) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.lookup = new Lookup(searcher);
        this.within = within;
        this.hits = hits;
    }

    /// @param weight how much the words around it speak for it
    private record Candidate(Wish wish, int changed, int length, double weight) {}

    private record Tried(Candidate candidate, long total, Gathering gathering, Scan scan, List<Scan.Matches> matches) {}

    /// The likeliest that finds more than `total`; null if none does.
    LibrarySearch.@Nullable Better better(Wish wish, Choice choice, long total) throws IOException {
        if (!wish.phrases().isEmpty() || wish.words().isEmpty()) {
            return null;
        }
        for (var candidate : candidates(wish)) {
            var tried = tried(candidate, choice);
            if (tried.total > total) {
                return new LibrarySearch.Better(written(wish, tried), tried.total);
            }
        }
        return null;
    }

    private List<Candidate> candidates(Wish wish) throws IOException {
        var candidates = new ArrayList<Candidate>();
        for (int place = 0; place < wish.words().size(); place++) {
            var word = wish.words().get(place).folded();
            long frequency = frequency(WORDS, word);
            for (String other : likely(word, frequency)) {
                add(wish, place, List.of(other), frequency, candidates);
            }
            for (int cut = 1; frequency == 0 && cut < word.length(); cut++) {
                var halves = List.of(word.substring(0, cut), word.substring(cut));
                if (halves.stream().allMatch(KeyRemnants::isSyllable)) {
                    add(wish, place, halves, frequency, candidates);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed());
        return candidates.subList(0, Math.min(MOST_TRIED, candidates.size()));
    }

    private Set<String> likely(String word, long frequency) throws IOException {
        var likely = new LinkedHashSet<>(SoundAlikes.of(word));
        if (frequency == 0 && word.length() > 2) {
            for (String field : WORDS) {
                likely.addAll(like(field, word));
            }
        }
        return likely;
    }

    private List<String> like(String field, String word) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return List.of();
        }
        var like = new ArrayList<String>();
        var near = new FuzzyTermsEnum(terms, new Term(field, word), word.length() < 6 ? 1 : 2, 1, true);
        for (var term = near.next(); term != null && like.size() < MOST_LIKE * 8; term = near.next()) {
            like.add(term.utf8ToString());
        }
        return like;
    }

    /// A change must be spoken for by a neighbour that it forms a known pair with; a wish of one word by the library.
    private void add(Wish wish, int place, List<String> syllables, long frequency, List<Candidate> candidates)
            throws IOException {
        var changed = wish.with(place, syllables);
        double weight = 0;
        for (int i = Math.max(0, place - 1); i < Math.min(changed.words().size() - 1, place + syllables.size()); i++) {
            long now = pair(changed, i);
            weight += now == 0 ? -1 : Math.log(1 + now) + 1;
        }
        double before = 0;
        for (int i = Math.max(0, place - 1); i < Math.min(wish.words().size() - 1, place + 1); i++) {
            before += Math.log(1 + pair(wish, i)) + (pair(wish, i) > 0 ? 1 : -1);
        }
        if (wish.words().size() == 1 && syllables.size() == 1) {
            weight = frequency == 0 ? Math.log(1 + frequency(WORDS, syllables.getFirst())) : 0;
            before = 0;
        }
        if (weight > before && weight > 0) {
            candidates.add(new Candidate(changed, place, syllables.size(), weight - before));
        }
    }

    private long pair(Wish wish, int at) throws IOException {
        return frequency(
                PAIRS,
                Terms.pair(
                        wish.words().get(at).folded(), wish.words().get(at + 1).folded()));
    }

    private long frequency(List<String> fields, String term) throws IOException {
        long all = 0;
        for (String field : fields) {
            all += lookup.frequency(field, term);
        }
        return all;
    }

    private Tried tried(Candidate candidate, Choice choice) throws IOException {
        var scan = LibrarySearch.scan(lookup, candidate.wish, Set.of(), false, within);
        var matches = scan.run();
        var gathering = new Gathering(searcher, choice, Gathering.Order.RELEVANCE, 3, false);
        gathering.takeMatches(matches, false);
        return new Tried(candidate, gathering.total(), gathering, scan, matches);
    }

    /// Words that were left alone as they were typed, the others as the best hit writes them.
    private String written(Wish typed, Tried best) throws IOException {
        var candidate = best.candidate;
        var found = hits.of(searcher, best.gathering.best(best.scan, best.matches), candidate.wish);
        var whole = Surface.of(candidate.wish.folds(), found);
        if (whole != null) {
            return whole;
        }
        var words = new ArrayList<String>();
        for (int i = 0; i < typed.words().size(); i++) {
            words.add(
                    i == candidate.changed
                            ? changed(candidate, found)
                            : typed.words().get(i).typed());
        }
        return String.join(" ", words);
    }

    private static String changed(Candidate candidate, List<Hits.Hit> found) {
        var folds = candidate.wish.folds();
        int from = candidate.changed;
        int to = from + candidate.length;
        var own = folds.subList(from, to);
        var withNext = to < folds.size() ? Surface.of(folds.subList(from, to + 1), found) : null;
        if (withNext != null) {
            return withNext.substring(0, withNext.lastIndexOf(' '));
        }
        var withLast = from > 0 ? Surface.of(folds.subList(from - 1, to), found) : null;
        if (withLast != null) {
            return withLast.substring(withLast.indexOf(' ') + 1);
        }
        var alone = Surface.of(own, found);
        return alone == null ? String.join(" ", own) : alone;
    }
}
