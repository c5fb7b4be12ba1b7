package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Looks through the index: which materials within reach are matched, how well, and by which page.
///
/// Lucene would join pages to materials document by document. Here [Candidates] first finds what matches at all; then
/// each term's documents come in batches and are added up in arrays, in stretches that stay in the processor's cache.
/// Where words are frequent, as the syllables of Vietnamese are, that is many times faster, and the counts of facets
/// fall off by the way. One thread's own, used once.
final class Scan {
    private static final int STRETCH = 1 << 15;
    /// What a word that stands in the material's title or description, but not on the page, adds to the page.
    private static final float CREDIT = 0.4f;
    private static final int LARGEST_TABLE = 10;
    /// So many complete matches fill a page of results: what is only partly fit is not looked at any more.
    static final int FULL = 10;
    /// Added to the score of what fulfils all, so that it stands before what is only partly fit.
    static final float COMPLETE = 1_000;

    private final Searcher searcher;
    private final Need need;
    private final Need partly;
    private final List<FixedBitSet> within;
    private final List<Weighed> ofMaterials = new ArrayList<>();
    private final List<Weighed> ofPages = new ArrayList<>();
    private final float[] worth;
    private final float[] scores = new float[STRETCH];
    private final int[] bits = new int[STRETCH];
    private final Batches batches = new Batches();
    private final float[] credits;
    private int seen;

    private record Weighed(
            int bits, Weight weight, @Nullable Measure measure) {}

    private static final Predicate<Weighed> FULFILLING = each -> each.bits != 0;

    /// What was found in one segment.
    ///
    /// @param scores by the material's place; 0 is no match, and from [#COMPLETE] on all that was needed is there
    /// @param pages the document of the page that fits best, or -1
    record Matches(float[] scores, int[] pages) {}

    /// @param partly what is enough to be kept behind the matches
    /// @param worth of each word of the wish, by its bit
    Scan(Searcher searcher, List<Clause> clauses, Need need, Need partly, List<FixedBitSet> within, float[] worth)
            throws IOException {
        this.searcher = searcher;
        this.need = need;
        this.partly = partly;
        this.within = within;
        this.worth = worth;
        this.credits = new float[1 << Math.min(worth.length, LARGEST_TABLE)];
        for (int words = 0; words < credits.length; words++) {
            credits[words] = sum(words);
        }
        for (Clause clause : clauses) {
            for (Query query : clause.onMaterials()) {
                ofMaterials.add(weighed(clause.bits(), query, null));
            }
            for (Query query : clause.onPages()) {
                var measured = Measure.of(query, searcher);
                ofPages.add(weighed(clause.bits(), measured.query(), measured.measure()));
            }
        }
    }

    private Weighed weighed(int bits, Query query, @Nullable Measure measure) throws IOException {
        return new Weighed(bits, searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1), measure);
    }

    /// What these words, standing elsewhere in the material, add to a page.
    private float credit(int words) {
        return words < credits.length ? credits[words] : sum(words);
    }

    private float sum(int words) {
        float sum = 0;
        for (int rest = words; rest != 0; rest &= rest - 1) {
            sum += worth[Integer.numberOfTrailingZeros(rest)];
        }
        return sum * CREDIT;
    }

    List<Matches> run() throws IOException {
        var candidates = new ArrayList<Candidates>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            candidates.add(new Candidates(
                    searcher.columns(leaf.ord), within.get(leaf.ord), running(ofMaterials, leaf, FULFILLING)));
        }
        var kept = kept(candidates, need);
        int complete = 0;
        for (int leaf = 0; leaf < kept.size() && complete < FULL; leaf++) {
            complete += candidates.get(leaf).materials(kept.get(leaf), FULL - complete);
        }
        if (complete < FULL && !partly.equals(need)) {
            kept = kept(candidates, partly);
        }
        candidates.forEach(ofLeaf -> seen |= ofLeaf.seen());
        var all = new ArrayList<Matches>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            all.add(new Segment(leaf, candidates.get(leaf.ord).ownBits(), kept.get(leaf.ord)).scored());
        }
        return all;
    }

    private List<FixedBitSet> kept(List<Candidates> candidates, Need enough) throws IOException {
        var kept = new ArrayList<FixedBitSet>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            kept.add(candidates.get(leaf.ord).find(enough, running(ofPages, leaf, FULFILLING)));
        }
        return kept;
    }

    /// The bits of all that was seen on anything within reach, whether or not it was enough.
    int seen() {
        return seen;
    }

    private static List<Candidates.Running> running(
            List<Weighed> weighed, LeafReaderContext leaf, Predicate<Weighed> wanted) throws IOException {
        var running = new ArrayList<Candidates.Running>();
        for (Weighed each : weighed) {
            var scorer = wanted.test(each) ? each.weight.scorer(leaf) : null;
            if (scorer != null) {
                running.add(Candidates.Running.of(each.bits, scorer, each.measure));
            }
        }
        return running;
    }

    /// The sums of one segment's materials.
    private final class Segment {
        private final LeafReaderContext leaf;
        private final Columns columns;
        private final FixedBitSet kept;
        private final int[] ownBits;
        private final float[] own;
        private final float[] bestPage;
        private final int[] pages;

        Segment(LeafReaderContext leaf, int[] ownBits, FixedBitSet kept) {
            this.leaf = leaf;
            this.columns = searcher.columns(leaf.ord);
            this.kept = kept;
            this.ownBits = ownBits;
            this.own = new float[columns.size()];
            this.bestPage = new float[columns.size()];
            this.pages = new int[columns.size()];
        }

        Matches scored() throws IOException {
            int documents = columns.placeOf.length;
            if (documents > 0 && kept.nextSetBit(0) != DocIdSetIterator.NO_MORE_DOCS) {
                batches.enter(columns, kept);
                addMaterials(documents);
                addPages(documents);
            }
            return settled();
        }

        private void addMaterials(int documents) throws IOException {
            int many = kept.cardinality();
            for (var each : running(ofMaterials, leaf, each -> true)) {
                var run = batches.of(each, 0, documents, many);
                for (var batch = run.next(); batch.size > 0; batch = run.next()) {
                    for (int i = 0; i < batch.size; i++) {
                        own[columns.placeOf[batch.docs[i]]] += batch.features[i];
                    }
                }
            }
        }

        private void addPages(int documents) throws IOException {
            var clauses = running(ofPages, leaf, each -> true);
            for (int from = 0; from < documents; from += STRETCH) {
                int to = Math.min(from + STRETCH, documents);
                int many = kept.cardinality(from, to);
                for (int i = 0; many > 0 && i < clauses.size(); i++) {
                    addPages(
                            batches.of(clauses.get(i), from, to, many),
                            clauses.get(i).bits(),
                            from);
                }
                if (many > 0) {
                    settlePages(from, to);
                }
            }
        }

        private void addPages(Batches.Run run, int fulfilled, int from) throws IOException {
            for (var batch = run.next(); batch.size > 0; batch = run.next()) {
                for (int i = 0; i < batch.size; i++) {
                    int at = batch.docs[i] - from;
                    scores[at] += batch.features[i];
                    bits[at] |= fulfilled;
                }
            }
        }

        /// What is kept from there on.
        private int next(int from, int to) {
            return from < to ? kept.nextSetBit(from, to) : to;
        }

        private void settlePages(int from, int to) {
            for (int doc = kept.nextSetBit(from, to); doc < to; doc = next(doc + 1, to)) {
                int at = doc - from;
                if (scores[at] != 0) {
                    settlePage(doc, bits[at], scores[at]);
                    scores[at] = 0;
                    bits[at] = 0;
                }
            }
        }

        private void settlePage(int document, int ofPage, float score) {
            int place = columns.placeOf[document];
            int all = ofPage | ownBits[place];
            float total = score + credit(ownBits[place] & ~ofPage) + (need.isMet(all) ? COMPLETE : 0);
            if (total > bestPage[place]) {
                bestPage[place] = total;
                pages[place] = document + 1;
            }
        }

        private Matches settled() {
            for (int place = 0; place < own.length; place++) {
                own[place] = kept.get(columns.documents[place]) ? total(place) : 0;
                pages[place]--;
            }
            return new Matches(own, pages);
        }

        private float total(int place) {
            float best = bestPage[place];
            if (partly.isMet(ownBits[place])) {
                best = Math.max(best, credit(ownBits[place]) + (need.isMet(ownBits[place]) ? COMPLETE : 0));
            }
            return best > 0 ? own[place] + best : 0;
        }
    }
}
