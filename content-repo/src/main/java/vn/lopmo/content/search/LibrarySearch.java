package vn.lopmo.content.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Finds published materials within a reader's reach, by themselves and by the pages of their files. Reach is part of
/// the question, so that counts, facets and what is offered instead obey it as results do. Safe for any number of
/// threads.
final class LibrarySearch {
    /// Fewer results than these, and something better is looked for to offer.
    private static final int FEW = 3;

    private final Hits hits;

    LibrarySearch(ObjectMapper json) {
        this.hits = new Hits(json);
    }

    /// @param chosen the facets' values chosen, by facet
    /// @param counting whether facets are wanted
    record Asked(
            String words,
            Map<String, List<String>> chosen,
            Gathering.@Nullable Order order,
            boolean counting,
            int page,
            int size) {
        int wanted() {
            return (page + 1) * size;
        }
    }

    /// @param understood what was typed without marks, as the library writes it
    /// @param better another way to write it that finds more
    record Found(
            long total,
            List<Hits.Hit> hits,
            Map<String, Map<String, Integer>> facets,
            boolean folded,
            @Nullable String understood,
            @Nullable Better better) {}

    record Better(String words, long total) {}

    /// What was looked for in the end, and what it matched.
    ///
    /// @param guessed whether a word was replaced by ones like it
    private record Looked(Wish wish, List<Scan.Matches> matches, boolean any, boolean guessed) {}

    Found search(Searcher searcher, Asked asked, Reach reach) throws IOException {
        var wish = Wish.of(asked.words(), known(searcher.getIndexReader()));
        var within = searcher.within(reach);
        if (wish.isEmpty()) {
            return found(searcher, asked, reach, new Looked(wish, List.of(), true, false), within);
        }
        return found(searcher, asked, reach, look(searcher, wish, within), within);
    }

    private Found found(Searcher searcher, Asked asked, Reach reach, Looked looked, List<FixedBitSet> within)
            throws IOException {
        var wish = looked.wish;
        var choice = Choice.of(asked.chosen(), searcher.names());
        var gathering = new Gathering(searcher, choice, order(asked, wish), asked.wanted(), asked.counting());
        if (wish.isEmpty()) {
            gathering.takeAll(within);
        } else {
            gathering.takeMatches(looked.matches);
        }
        var best = gathering.best(looked.matches);
        var shown = best.subList(Math.min(best.size(), asked.page() * asked.size()), best.size());
        var found = hits.of(searcher, shown, wish);
        var better = looked.guessed || gathering.total() < FEW
                ? new DidYouMean(searcher, within, hits).better(wish, choice, gathering.total())
                : null;
        return new Found(
                gathering.total(),
                found,
                gathering.facets(reach),
                wish.folded(),
                wish.folded() ? Surface.of(wish.folds(), found) : null,
                better);
    }

    private static Gathering.Order order(Asked asked, Wish wish) {
        if (asked.order() != null && (asked.order() != Gathering.Order.RELEVANCE || !wish.isEmpty())) {
            return asked.order();
        }
        return wish.isEmpty() ? Gathering.Order.NEWEST : Gathering.Order.RELEVANCE;
    }

    /// Exactly; if nothing is found, with words like those that stand nowhere; if still nothing, half of the words are
    /// enough.
    private static Looked look(Searcher searcher, Wish wish, List<FixedBitSet> within) throws IOException {
        var guessed = unknown(wish, searcher.getIndexReader());
        var scan = scan(searcher, wish, guessed, WishClauses.need(wish, false), within);
        var matches = scan.run();
        if (any(matches)) {
            return new Looked(wish, matches, true, !guessed.isEmpty());
        }
        var unseen = unseen(wish, scan.seen());
        if (!guessed.containsAll(unseen)) {
            guessed.addAll(unseen);
            matches = scan(searcher, wish, guessed, WishClauses.need(wish, false), within).run();
        }
        if (!any(matches) && wish.words().size() > 1) {
            matches = scan(searcher, wish, guessed, WishClauses.need(wish, true), within).run();
        }
        return new Looked(wish, matches, any(matches), !guessed.isEmpty());
    }

    static Scan scan(Searcher searcher, Wish wish, Set<String> guessed, Need need, List<FixedBitSet> within)
            throws IOException {
        var clauses = WishClauses.of(wish, guessed);
        return new Scan(searcher, clauses, need, within, WishClauses.worth(wish, searcher.getIndexReader()));
    }

    private static boolean any(List<Scan.Matches> matches) {
        for (var ofLeaf : matches) {
            for (float score : ofLeaf.scores()) {
                if (score > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> unknown(Wish wish, IndexReader reader) {
        var known = known(reader);
        var unknown = new HashSet<String>();
        for (String word : wish.folds()) {
            if (isGuessable(word) && !known.test(word)) {
                unknown.add(word);
            }
        }
        return unknown;
    }

    /// Words that the reader's part of the library does not hold, whatever else the index may.
    private static Set<String> unseen(Wish wish, int seen) {
        var unseen = new HashSet<String>();
        for (int i = 0; i < wish.words().size(); i++) {
            if ((seen & (1 << i)) == 0 && isGuessable(wish.words().get(i).folded())) {
                unseen.add(wish.words().get(i).folded());
            }
        }
        return unseen;
    }

    private static boolean isGuessable(String word) {
        return word.length() > 3 && Abbreviations.of(word).isEmpty();
    }

    private static Predicate<String> known(IndexReader reader) {
        return word -> {
            try {
                return reader.docFreq(new Term(Fields.TEXT, word)) > 0
                        || reader.docFreq(new Term(Fields.TITLE, word)) > 0
                        || reader.docFreq(new Term(Fields.ABOUT, word)) > 0;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }
}
