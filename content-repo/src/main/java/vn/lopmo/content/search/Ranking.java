package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/// Finds the best of what matched. Where much matched, those are scored first that can be the best ([Bounds]), and what
/// cannot come up to them any more is left alone: of tens of thousands of matches some hundred are scored, and the best
/// are the same. One thread's own, used once.
final class Ranking {
    /// So many are scored at once, then more and more.
    private static final int FIRST = 64;
    private static final int GROWTH = 8;

    private final Scan scan;
    private final List<Scan.Matches> matches;
    private final List<FixedBitSet> eligible;
    private final int wanted;
    private final PriorityQueue<Ranked> best = new PriorityQueue<>(Ranked.WORST_FIRST);
    private final List<Bounds> bounds = new ArrayList<>();

    /// @param place of the material, in its segment
    /// @param page document of the page that fits best, in the segment, or -1
    record Ranked(int leaf, int place, float score, long published, int page) {
        static final Comparator<Ranked> WORST_FIRST = Comparator.comparingDouble(Ranked::score)
                .thenComparingLong(Ranked::published)
                .thenComparing(ranked -> -ranked.leaf)
                .thenComparing(ranked -> -ranked.place);
    }

    /// @param eligible of each segment, the places of the matches that are asked for
    Ranking(Scan scan, List<Scan.Matches> matches, List<FixedBitSet> eligible, int wanted) {
        this.scan = scan;
        this.matches = matches;
        this.eligible = eligible;
        this.wanted = wanted;
    }

    /// From the best on.
    List<Ranked> best() throws IOException {
        int many = eligible.stream().mapToInt(FixedBitSet::cardinality).sum();
        if (wanted > 0 && many <= Math.max(FIRST, wanted)) {
            for (int leaf = 0; leaf < eligible.size(); leaf++) {
                score(leaf, eligible.get(leaf), matches.get(leaf).documents());
            }
        } else if (wanted > 0) {
            scoreBestFirst(many);
        }
        var sorted = new ArrayList<>(best);
        sorted.sort(Ranked.WORST_FIRST.reversed());
        return sorted;
    }

    private void scoreBestFirst(int many) throws IOException {
        long[] waiting = waiting(many);
        long below = Long.MAX_VALUE;
        for (int size = Math.max(FIRST, 2 * wanted); ; size = Math.min(size * GROWTH, many)) {
            long least = best.size() < wanted ? 0 : entry(worst(), 0);
            var next = new LongHeap(size);
            for (long each : waiting) {
                if (each >= least && each < below) {
                    next.insertWithOverflow(each);
                }
            }
            if (next.size() == 0) {
                return;
            }
            below = next.top();
            score(next);
        }
    }

    /// The score that something must have to be among the best.
    private float worst() {
        return best.size() < wanted ? 0 : best.element().score;
    }

    /// What a material can be worth, and which it is: ordered as the former is.
    private static long entry(float most, int number) {
        return (long) Float.floatToRawIntBits(most) << Integer.SIZE | number;
    }

    private long[] waiting(int many) throws IOException {
        var waiting = new long[many];
        int size = 0;
        for (int leaf = 0, number = 0; leaf < eligible.size(); leaf++) {
            var ofLeaf = new Bounds(scan, leaf, matches.get(leaf));
            bounds.add(ofLeaf);
            var places = eligible.get(leaf);
            float[] most = ofLeaf.ofMaterials();
            for (int place = Candidates.next(places, 0);
                    place != DocIdSetIterator.NO_MORE_DOCS;
                    place = Candidates.next(places, place + 1)) {
                waiting[size++] = entry(most[place], number + place);
            }
            number += places.length();
        }
        return waiting;
    }

    private void score(LongHeap next) throws IOException {
        var chosen = chosen(next);
        float least = worst();
        for (int leaf = 0; leaf < chosen.size(); leaf++) {
            var places = chosen.get(leaf);
            if (places != null) {
                var pages = bounds.get(leaf).noPages();
                for (int place = Candidates.next(places, 0);
                        place != DocIdSetIterator.NO_MORE_DOCS;
                        place = Candidates.next(places, place + 1)) {
                    bounds.get(leaf).addPages(place, least, pages);
                }
                score(leaf, places, pages);
            }
        }
    }

    private List<@Nullable FixedBitSet> chosen(LongHeap entries) {
        var numbers = new int[entries.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) entries.get(i + 1);
        }
        Arrays.sort(numbers);
        var chosen = new ArrayList<@Nullable FixedBitSet>();
        int from = 0;
        int i = 0;
        for (FixedBitSet places : eligible) {
            int to = from + places.length();
            @Nullable
            FixedBitSet ofLeaf = i < numbers.length && numbers[i] < to ? new FixedBitSet(places.length()) : null;
            for (; ofLeaf != null && i < numbers.length && numbers[i] < to; i++) {
                ofLeaf.set(numbers[i] - from);
            }
            chosen.add(ofLeaf);
            from = to;
        }
        return chosen;
    }

    private void score(int leaf, FixedBitSet places, FixedBitSet pages) throws IOException {
        var published = scan.searcher().columns(leaf).published;
        scan.score(leaf, places, pages, (place, score, page) -> {
            var one = new Ranked(leaf, place, score, published[place], page);
            if (best.size() < wanted) {
                best.add(one);
            } else if (Ranked.WORST_FIRST.compare(one, best.element()) > 0) {
                best.remove();
                best.add(one);
            }
        });
    }
}
