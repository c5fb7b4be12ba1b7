package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
    private final int[] counts;
    private final boolean counting;
    private final float least;
    private long total;

    /// @param counting whether facets are wanted
    /// @param least the score from which a match counts; lesser ones are only kept behind the others
    Gathering(Searcher searcher, Choice choice, Order order, int wanted, boolean counting, float least)
            throws IOException {
        this.searcher = searcher;
        this.choice = choice;
        this.order = order;
        this.wanted = wanted;
        this.counting = counting;
        this.least = least;
        this.ranks = order == Order.TITLE ? searcher.titleRanks() : null;
        this.counts = new int[searcher.names().size()];
    }

    void takeMatches(List<Scan.Matches> matches) {
        for (int leaf = 0; leaf < matches.size(); leaf++) {
            var scores = matches.get(leaf).scores();
            var columns = searcher.columns(leaf);
            for (int place = 0; place < scores.length; place++) {
                if (scores[place] > 0) {
                    take(leaf, columns, place, scores[place]);
                }
            }
        }
    }

    void takeAll(List<FixedBitSet> within) {
        for (int leaf = 0; leaf < within.size(); leaf++) {
            var columns = searcher.columns(leaf);
            var places = within.get(leaf);
            for (int place = places.length() == 0 ? Integer.MAX_VALUE : places.nextSetBit(0);
                    place < places.length();
                    place = place + 1 < places.length() ? places.nextSetBit(place + 1) : Integer.MAX_VALUE) {
                take(leaf, columns, place, 0);
            }
        }
    }

    private void take(int leaf, Columns columns, int place, float score) {
        boolean counts = score >= least;
        if (!counts && order != Order.RELEVANCE) {
            return;
        }
        int missing = choice.isEmpty() ? 0 : choice.missing(columns, place);
        if (missing == 0) {
            total += counts ? 1 : 0;
            offer(leaf, columns, place, score);
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

    private void offer(int leaf, Columns columns, int place, float score) {
        double key =
                switch (order) {
                    case RELEVANCE -> score;
                    case NEWEST -> columns.published[place];
                    case TITLE -> ranks == null ? 0 : -ranks.get(leaf)[place];
                };
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

    /// From the best on.
    ///
    /// @param matches empty if nothing was looked for
    List<Best> best(List<Scan.Matches> matches) {
        var sorted = new ArrayList<>(kept);
        sorted.sort(WORST_FIRST.reversed());
        return sorted.stream().map(one -> best(one, matches)).toList();
    }

    private Best best(Kept one, List<Scan.Matches> matches) {
        int document = searcher.getLeafContexts().get(one.leaf).docBase;
        int own = document + searcher.columns(one.leaf).documents[one.place];
        if (matches.isEmpty()) {
            return new Best(own, 0, -1);
        }
        var ofLeaf = matches.get(one.leaf);
        int page = ofLeaf.pages()[one.place];
        return new Best(own, ofLeaf.scores()[one.place], page < 0 ? -1 : document + page);
    }

    Map<String, Map<String, Integer>> facets(Reach reach) {
        return FacetCounts.of(counts, searcher.names(), reach);
    }
}
