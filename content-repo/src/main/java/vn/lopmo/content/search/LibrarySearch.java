package vn.lopmo.content.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

    /// @param total of what all of the wish fits, or, where nothing is, of what part of it fits
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
    private record Looked(Wish wish, @Nullable Scan scan, List<Scan.Matches> matches, int fitting, boolean guessed) {
        /// Where something fits the whole wish, only such is counted.
        float least() {
            return fitting > 0 ? Scan.COMPLETE : 0;
        }

        long fewer(long total) {
            return guessed || fitting == 0 ? 0 : total;
        }
    }

    Found search(Searcher searcher, Asked asked, Reach reach) throws IOException {
        var lookup = new Lookup(searcher);
        var wish = Wish.of(asked.words(), known(lookup));
        var within = searcher.within(reach);
        if (wish.isEmpty()) {
            return found(searcher, asked, reach, new Looked(wish, null, List.of(), 0, false), within);
        }
        return found(searcher, asked, reach, look(lookup, wish, within), within);
    }

    private Found found(Searcher searcher, Asked asked, Reach reach, Looked looked, List<FixedBitSet> within)
            throws IOException {
        var wish = looked.wish;
        var choice = Choice.of(asked.chosen(), searcher.names());
        var gathering = new Gathering(searcher, choice, order(asked, wish), asked.wanted(), asked.counting());
        if (looked.scan == null) {
            gathering.takeAll(within);
        } else {
            gathering.takeMatches(looked.matches, looked.fitting > 0);
        }
        var best = looked.scan == null ? gathering.first() : gathering.best(looked.scan, looked.matches);
        var shown = best.stream()
                .skip((long) asked.page() * asked.size())
                .filter(one -> one.score() >= looked.least() || (asked.page() == 0 && gathering.total() < Scan.FULL))
                .toList();
        var found = hits.of(searcher, shown, wish);
        var better = looked.fewer(gathering.total()) < FEW && !wish.isEmpty()
                ? new DidYouMean(searcher, within, hits).better(wish, choice, looked.fewer(gathering.total()))
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

    /// Exactly; if nothing is found, with words like those that stand nowhere. What only half of the words fit is kept
    /// behind that, for a page of results that is not full.
    private static Looked look(Lookup lookup, Wish wish, List<FixedBitSet> within) throws IOException {
        var guessed = unknown(wish, lookup);
        var scan = scan(lookup, wish, guessed, true, within);
        var matches = scan.run();
        int fitting = count(matches);
        var unseen = unseen(wish, scan.seen());
        if (fitting == 0 && !guessed.containsAll(unseen)) {
            guessed.addAll(unseen);
            scan = scan(lookup, wish, guessed, true, within);
            matches = scan.run();
            fitting = count(matches);
        }
        return new Looked(wish, scan, matches, fitting, !guessed.isEmpty());
    }

    private static int count(List<Scan.Matches> matches) {
        int count = 0;
        for (var ofLeaf : matches) {
            count += ofLeaf.complete().cardinality();
        }
        return count;
    }

    /// @param partly whether what is only partly fit is wanted, too
    static Scan scan(Lookup lookup, Wish wish, Set<String> guessed, boolean partly, List<FixedBitSet> within)
            throws IOException {
        var need = WishClauses.need(wish, false);
        return new Scan(
                lookup,
                WishClauses.of(wish, guessed),
                need,
                partly ? WishClauses.need(wish, true) : need,
                within,
                WishClauses.worth(wish, lookup));
    }

    private static Set<String> unknown(Wish wish, Lookup lookup) {
        var known = known(lookup);
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

    private static Predicate<String> known(Lookup lookup) {
        return word -> {
            try {
                return lookup.frequency(Fields.TEXT, word) > 0
                        || lookup.frequency(Fields.TITLE, word) > 0
                        || lookup.frequency(Fields.ABOUT, word) > 0;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }
}
