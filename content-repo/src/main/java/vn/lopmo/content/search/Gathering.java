package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Goes over all matches once: keeps the best, and counts the values of facets sideways. A material that fits all
/// facets chosen but one counts for that one, so that what else could be chosen there keeps its number. One thread's
/// own, used once.
final class Gathering {
    enum Order {
        RELEVANCE,
        NEWEST,
        TITLE
    }

    /// @param page document of the page that fits best, or -1
    record Best(int document, float score, int page) {
        boolean isComplete() {
            return score == 0 || score >= Scan.COMPLETE;
        }
    }

    private record Kept(int leaf, int place, double key, long published) {}

    private static final Comparator<Kept> WORST_FIRST = Comparator.comparingDouble(Kept::key)
            .thenComparingLong(Kept::published)
            .thenComparing(kept -> -kept.leaf)
            .thenComparing(kept -> -kept.place);

    private final Searcher searcher;
    private final Choice choice;
    private final Order order;
    private final int wanted;
    private final @Nullable List<int[]> ranks;
    private final PriorityQueue<Kept> kept = new PriorityQueue<>(WORST_FIRST);
    /// Of each segment, the places of what fits all facets chosen: which of it is best is seen in the end.
    private final List<FixedBitSet> fitting = new ArrayList<>();
    private final int[] counts;
    private final boolean counting;
    private long total;

    /// @param counting whether facets are wanted
    Gathering(Searcher searcher, Choice choice, Order order, int wanted, boolean counting) throws IOException {
        this.searcher = searcher;
        this.choice = choice;
        this.order = order;
        this.wanted = wanted;
        this.counting = counting;
        this.ranks = order == Order.TITLE ? searcher.titleRanks() : null;
        this.counts = new int[searcher.names().size()];
    }

    /// @param completely whether what is only partly fit does not count: it is only kept behind the others
    void takeMatches(List<Scan.Matches> matches, boolean completely) {
        for (int leaf = 0; leaf < matches.size(); leaf++) {
            var found = matches.get(leaf);
            fitting.add(new FixedBitSet(found.places().length()));
            takeAll(leaf, completely ? found.complete() : found.places(), true);
            if (completely && order == Order.RELEVANCE) {
                var others = found.places().clone();
                others.andNot(found.complete());
                takeAll(leaf, others, false);
            }
        }
    }

    void takeAll(List<FixedBitSet> within) {
        for (int leaf = 0; leaf < within.size(); leaf++) {
            takeAll(leaf, within.get(leaf), true);
        }
    }

    private void takeAll(int leaf, FixedBitSet places, boolean counts) {
        var columns = searcher.columns(leaf);
        for (int place = Candidates.next(places, 0);
                place != DocIdSetIterator.NO_MORE_DOCS;
                place = Candidates.next(places, place + 1)) {
            take(leaf, columns, place, counts);
        }
    }

    private void take(int leaf, Columns columns, int place, boolean counts) {
        int missing = choice.isEmpty() ? 0 : choice.missing(columns, place);
        if (missing == 0) {
            total += counts ? 1 : 0;
            if (order == Order.RELEVANCE) {
                fitting.get(leaf).set(place);
            } else {
                offer(leaf, columns, place);
            }
        }
        if (counts && counting && Integer.bitCount(missing) <= 1) {
            count(columns, place, missing);
        }
    }

    private void count(Columns columns, int place, int missing) {
        int to = columns.facetsFrom[place + 1];
        for (int i = columns.facetsFrom[place]; i < to; i++) {
            int facet = columns.facets[i];
            if (missing == 0 || choice.bitOf(facet) == missing) {
                counts[facet]++;
            }
        }
    }

    private void offer(int leaf, Columns columns, int place) {
        double key = ranks == null ? columns.published[place] : -ranks.get(leaf)[place];
        if (kept.size() < wanted) {
            kept.add(new Kept(leaf, place, key, columns.published[place]));
        } else if (wanted > 0 && key >= kept.element().key) {
            var one = new Kept(leaf, place, key, columns.published[place]);
            if (WORST_FIRST.compare(one, kept.element()) > 0) {
                kept.remove();
                kept.add(one);
            }
        }
    }

    long total() {
        return total;
    }

    /// All of it, from the best or first on, where nothing was looked for.
    List<Best> first() {
        return sorted().map(one -> new Best(document(one.leaf, one.place), 0, -1))
                .toList();
    }

    /// From the best or first on.
    List<Best> best(Scan scan, List<Scan.Matches> matches) throws IOException {
        if (order != Order.RELEVANCE) {
            var scored = scored(scan, matches);
            return sorted().map(scored::get).toList();
        }
        var best = new ArrayList<Best>();
        for (var one : new Ranking(scan, matches, fitting, wanted).best()) {
            best.add(best(one.leaf(), one.place(), one.score(), one.page()));
        }
        return best;
    }

    /// What is kept by another order than relevance, each with its score and its best page: one pass over a segment.
    private Map<Kept, Best> scored(Scan scan, List<Scan.Matches> matches) throws IOException {
        var scored = new HashMap<Kept, Best>();
        for (int leaf = 0; leaf < matches.size(); leaf++) {
            int number = leaf;
            var columns = searcher.columns(leaf);
            var places = new FixedBitSet(columns.size());
            var pages = new FixedBitSet(matches.get(leaf).documents().length());
            var ofLeaf = new HashMap<Integer, Kept>();
            kept.stream().filter(one -> one.leaf == number).forEach(one -> {
                ofLeaf.put(one.place, one);
                places.set(one.place);
                pages.set(columns.firstOf(one.place), columns.documents[one.place] + 1);
            });
            if (!ofLeaf.isEmpty()) {
                pages.and(matches.get(leaf).documents());
                scan.score(
                        leaf,
                        places,
                        pages,
                        (place, score, page) -> scored.put(
                                Objects.requireNonNull(ofLeaf.get(place)), best(number, place, score, page)));
            }
        }
        return scored;
    }

    private Stream<Kept> sorted() {
        return kept.stream().sorted(WORST_FIRST.reversed());
    }

    private int document(int leaf, int place) {
        return searcher.getLeafContexts().get(leaf).docBase + searcher.columns(leaf).documents[place];
    }

    private Best best(int leaf, int place, float score, int page) {
        int base = searcher.getLeafContexts().get(leaf).docBase;
        return new Best(document(leaf, place), score, page < 0 ? -1 : base + page);
    }

    Map<String, Map<String, Integer>> facets(Reach reach) {
        return FacetCounts.of(counts, searcher.names(), reach);
    }
}
