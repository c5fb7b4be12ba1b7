package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/// Looks through the index: which materials within reach are matched, and then, of those somebody wants to see, how
/// well and by which page.
///
/// Lucene would join pages to materials document by document, and score whatever matches. Here [Candidates] find the
/// matches without scores, which is all that counts and facets ask for; only what may be shown is scored. One thread's
/// own, run once.
final class Scan {
    /// So many complete matches fill a page of results: what is only partly fit is not looked at any more.
    static final int FULL = 10;
    /// Added to the score of what fulfils all, so that it stands before what is only partly fit.
    static final float COMPLETE = 1_000;

    private final Searcher searcher;
    private final Need need;
    private final Need partly;
    private final List<FixedBitSet> within;
    private final List<Sought> ofMaterials = new ArrayList<>();
    private final List<Sought> ofPages = new ArrayList<>();
    private final Credits credits;
    private final Lookup lookup;
    private final Batches batches = new Batches();
    private final PageScores pageScores = new PageScores(ofPages, batches);
    private final List<Candidates> candidates = new ArrayList<>();
    private final Map<Integer, BestPages> bestPages = new HashMap<>();
    private int seen;

    /// What matched in one segment.
    ///
    /// @param documents pages and materials
    /// @param places of the materials that match
    /// @param complete those that fulfil all that was needed
    record Matches(FixedBitSet documents, FixedBitSet places, FixedBitSet complete) {}

    /// Takes a material with its score, from [#COMPLETE] on if it fulfils all, and its best page, or -1.
    interface Taking {
        void take(int place, float score, int page);
    }

    /// @param partly what is enough to be kept behind the matches
    /// @param worth of each word of the wish, by its bit
    Scan(Lookup lookup, List<Clause> clauses, Need need, Need partly, List<FixedBitSet> within, float[] worth)
            throws IOException {
        this.searcher = lookup.searcher();
        this.need = need;
        this.partly = partly;
        this.within = within;
        this.lookup = lookup;
        this.credits = new Credits(worth);
        for (Clause clause : clauses) {
            for (Query query : clause.onMaterials()) {
                ofMaterials.add(Sought.of(clause.bits(), query, lookup));
            }
            for (Query query : clause.onPages()) {
                ofPages.add(Sought.of(clause.bits(), query, lookup));
            }
        }
    }

    /// Of each segment.
    List<Matches> run() throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            var columns = searcher.columns(leaf.ord);
            var own = new OwnWords(leaf, columns, ofMaterials, batches);
            candidates.add(new Candidates(leaf, columns, within.get(leaf.ord), own, ofPages, words(), lookup));
        }
        var complete = find(need);
        int many = 0;
        for (var found : complete) {
            many += found.places().cardinality();
        }
        var all = many < FULL && !partly.equals(need) ? find(partly) : complete;
        var matches = new ArrayList<Matches>();
        for (int leaf = 0; leaf < all.size(); leaf++) {
            seen |= candidates.get(leaf).seen();
            matches.add(new Matches(
                    all.get(leaf).documents(),
                    all.get(leaf).places(),
                    complete.get(leaf).places()));
        }
        return matches;
    }

    private int words() {
        int bits = need.words() | need.all();
        for (Sought each : ofMaterials) {
            bits |= each.bits();
        }
        for (Sought each : ofPages) {
            bits |= each.bits();
        }
        return Integer.SIZE - Integer.numberOfLeadingZeros(bits);
    }

    private List<Candidates.Found> find(Need enough) throws IOException {
        var found = new ArrayList<Candidates.Found>();
        for (var each : candidates) {
            found.add(each.find(enough));
        }
        return found;
    }

    /// The bits of all that was seen on anything within reach, whether or not it was enough.
    int seen() {
        return seen;
    }

    Searcher searcher() {
        return searcher;
    }

    Candidates candidates(int leaf) {
        return candidates.get(leaf);
    }

    List<Sought> ofPages() {
        return ofPages;
    }

    Credits credits() {
        return credits;
    }

    /// @param places of materials that matched
    /// @param pages of theirs that may be the best
    void score(int leaf, FixedBitSet places, FixedBitSet pages, Taking taking) throws IOException {
        var best = bestPages.computeIfAbsent(leaf, BestPages::new);
        if (!pages.scanIsEmpty()) {
            pageScores.of(searcher.getLeafContexts().get(leaf), best.columns, candidates.get(leaf), pages, best::take);
        }
        for (int place = Candidates.next(places, 0);
                place != DocIdSetIterator.NO_MORE_DOCS;
                place = Candidates.next(places, place + 1)) {
            taking.take(place, best.total(place), best.pages[place] - 1);
            best.forget(place);
        }
    }

    /// What a material is worth beside its own score if none of its pages is better, by the words that it holds itself.
    float alone(int words) {
        return partly.isMet(words) ? credits.of(words) + complete(words) : 0;
    }

    private float complete(int words) {
        return need.isMet(words) ? COMPLETE : 0;
    }

    /// The best page of each material of one segment.
    private final class BestPages {
        private final Columns columns;
        private final OwnWords own;
        private final float[] scores;
        private final int[] pages;

        BestPages(int leaf) {
            this.columns = searcher.columns(leaf);
            this.own = candidates.get(leaf).own();
            this.scores = new float[columns.size()];
            this.pages = new int[columns.size()];
        }

        void take(int page, int words, float score) {
            int place = columns.placeOf[page];
            int ofMaterial = own.bits[place];
            float total = score + credits.of(ofMaterial & ~words) + complete(words | ofMaterial);
            if (total > scores[place]) {
                scores[place] = total;
                pages[place] = page + 1;
            }
        }

        float total(int place) {
            float best = Math.max(scores[place], alone(own.bits[place]));
            return best > 0 ? own.scores[place] + best : 0;
        }

        void forget(int place) {
            scores[place] = 0;
            pages[place] = 0;
        }
    }
}
