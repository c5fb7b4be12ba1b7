package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/// Looks through the index once, term by term: which materials within reach are matched, how well, and by which page.
///
/// Lucene would join pages to materials document by document. Here each term's documents come in batches and are added
/// up in arrays, in stretches that stay in the processor's cache: several times faster where words are frequent, as the
/// syllables of Vietnamese are, and the counts of facets fall off by the way. One thread's own, used once.
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
    private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
    private final float[] credits;
    private int seen;
    private int completed;

    private record Weighed(int bits, Weight weight) {}

    private record Running(int bits, Scorer scorer) {}

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
            weigh(clause.bits(), clause.onMaterials(), ofMaterials);
            weigh(clause.bits(), clause.onPages(), ofPages);
        }
    }

    private void weigh(int bits, List<Query> queries, List<Weighed> into) throws IOException {
        for (Query query : queries) {
            into.add(new Weighed(bits, searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1)));
        }
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
        var all = new ArrayList<Matches>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            all.add(run(leaf));
        }
        return all;
    }

    /// The bits of all that was seen on anything within reach, whether or not it was enough.
    int seen() {
        return seen;
    }

    private Matches run(LeafReaderContext leaf) throws IOException {
        var columns = searcher.columns(leaf.ord);
        var found = new Segment(columns, within.get(leaf.ord));
        for (Running each : running(ofMaterials, leaf)) {
            found.addMaterials(each);
        }
        var pages = running(ofPages, leaf);
        for (int from = 0; !pages.isEmpty() && from < columns.placeOf.length; from += STRETCH) {
            int to = Math.min(from + STRETCH, columns.placeOf.length);
            boolean any = false;
            for (Running each : pages) {
                any |= addPages(each, from, to);
            }
            if (any) {
                found.settlePages(from, to);
            }
        }
        return found.settled();
    }

    private static List<Running> running(List<Weighed> weighed, LeafReaderContext leaf) throws IOException {
        var running = new ArrayList<Running>();
        for (Weighed each : weighed) {
            var scorer = each.weight.scorer(leaf);
            if (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                running.add(new Running(each.bits, scorer));
            }
        }
        return running;
    }

    private boolean addPages(Running clause, int from, int to) throws IOException {
        boolean any = false;
        while (clause.scorer.docID() < to) {
            clause.scorer.nextDocsAndScores(to, null, batch);
            for (int i = 0; i < batch.size; i++) {
                int at = batch.docs[i] - from;
                scores[at] += batch.features[i];
                bits[at] |= clause.bits;
            }
            any |= batch.size > 0;
        }
        return any;
    }

    /// The sums of one segment's materials.
    private final class Segment {
        private final Columns columns;
        private final FixedBitSet allowed;
        private final float[] own;
        private final int[] ownBits;
        private final float[] bestPage;
        private final int[] pages;

        Segment(Columns columns, FixedBitSet allowed) {
            this.columns = columns;
            this.allowed = allowed;
            this.own = new float[columns.size()];
            this.ownBits = new int[columns.size()];
            this.bestPage = new float[columns.size()];
            this.pages = new int[columns.size()];
        }

        void addMaterials(Running clause) throws IOException {
            while (clause.scorer.docID() != DocIdSetIterator.NO_MORE_DOCS) {
                clause.scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, batch);
                for (int i = 0; i < batch.size; i++) {
                    int place = columns.placeOf[batch.docs[i]];
                    own[place] += batch.features[i];
                    ownBits[place] |= clause.bits;
                }
            }
        }

        void settlePages(int from, int to) {
            for (int at = 0; at < to - from; at++) {
                if (scores[at] != 0) {
                    settlePage(from + at, bits[at], scores[at]);
                    scores[at] = 0;
                    bits[at] = 0;
                }
            }
        }

        private void settlePage(int document, int ofPage, float score) {
            int place = columns.placeOf[document];
            if (!allowed.get(place)) {
                return;
            }
            seen |= ofPage;
            int all = ofPage | ownBits[place];
            boolean complete = need.isMet(all);
            if (!complete && (completed >= FULL || !partly.isMet(all))) {
                return;
            }
            float total = score + credit(ownBits[place] & ~ofPage) + (complete ? COMPLETE : 0);
            if (total > bestPage[place]) {
                completed += complete && bestPage[place] < COMPLETE ? 1 : 0;
                bestPage[place] = total;
                pages[place] = document + 1;
            }
        }

        Matches settled() {
            for (int place = 0; place < own.length; place++) {
                if (!allowed.get(place)) {
                    own[place] = 0;
                } else {
                    seen |= ownBits[place];
                    own[place] = total(place);
                }
                pages[place]--;
            }
            return new Matches(own, pages);
        }

        private float complete(int all) {
            return need.isMet(all) ? COMPLETE : 0;
        }

        private float total(int place) {
            float best = bestPage[place];
            if (partly.isMet(ownBits[place])) {
                best = Math.max(best, credit(ownBits[place]) + complete(ownBits[place]));
                return own[place] + best;
            }
            return best > 0 ? own[place] + best : 0;
        }
    }
}
