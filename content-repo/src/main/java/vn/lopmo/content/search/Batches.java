package vn.lopmo.content.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.util.FixedBitSet;

/// Hands out, some hundred at a time, the documents of a clause that are worth a score, with that score. One thread's
/// own; one segment after the other.
final class Batches {
    /// To leap to one document costs as much as to take so many in a row.
    private static final int LEAP = 32;
    private static final int SIZE = 256;

    private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
    private FixedBitSet kept = new FixedBitSet(0);
    private byte[] lengths = {};
    private long[] norms = {};

    /// @param kept what is worth a score
    void enter(Columns columns, FixedBitSet kept) {
        this.kept = kept;
        this.lengths = columns.lengths;
    }

    /// @param many how many are kept between `from` and `to`
    Run of(Candidates.Running clause, int from, int to, int many) throws IOException {
        double here = (double) clause.found().cost() * (to - from) / kept.length();
        boolean leaping = clause.phrase() != null || many * LEAP < here;
        if (!leaping && clause.found().docID() < from) {
            clause.found().advance(from);
        }
        return new Run(clause, leaping, from, to);
    }

    /// One clause on one stretch.
    final class Run {
        private final Candidates.Running clause;
        private final boolean leaping;
        private final int to;
        private int at;

        private Run(Candidates.Running clause, boolean leaping, int from, int to) {
            this.clause = clause;
            this.leaping = leaping;
            this.at = from;
            this.to = to;
        }

        /// The next documents with their scores; empty if there are no more. Good until it is called again.
        DocAndFloatFeatureBuffer next() throws IOException {
            var measure = clause.measure();
            if (leaping) {
                leap();
            } else if (measure != null && clause.found() instanceof PostingsEnum postings) {
                take(postings, measure, to);
            } else {
                clause.scorer().nextDocsAndScores(to, kept, batch);
            }
            return batch;
        }

        private void leap() throws IOException {
            batch.growNoCopy(SIZE);
            batch.size = 0;
            var found = clause.found();
            while (batch.size < SIZE && at < to) {
                int doc = kept.nextSetBit(at, to);
                if (doc < to && found.docID() < doc) {
                    found.advance(doc);
                }
                if (doc < to && found.docID() == doc && clause.isThere()) {
                    batch.docs[batch.size] = doc;
                    batch.features[batch.size++] = clause.scorer().score();
                }
                at = doc < to ? Math.max(doc + 1, found.docID()) : to;
            }
        }
    }

    private void take(PostingsEnum postings, Measure measure, int to) throws IOException {
        do {
            postings.nextPostings(to, batch);
            if (batch.size == 0) {
                return;
            }
            keep();
        } while (batch.size == 0);
        measure(measure);
    }

    /// Without a branch, which the processor would guess wrong at every other document.
    private void keep() {
        long[] words = kept.getBits();
        int[] docs = batch.docs;
        float[] features = batch.features;
        int size = 0;
        for (int i = 0; i < batch.size; i++) {
            int doc = docs[i];
            docs[size] = doc;
            features[size] = features[i];
            size += (int) (words[doc >> 6] >>> doc) & 1;
        }
        batch.size = size;
    }

    private void measure(Measure measure) {
        if (norms.length < batch.size) {
            norms = new long[Math.max(SIZE, batch.size)];
        }
        if (measure.byLength()) {
            for (int i = 0; i < batch.size; i++) {
                norms[i] = lengths[batch.docs[i]];
            }
        } else {
            Arrays.fill(norms, 0, batch.size, 1);
        }
        measure.scorer().score(batch.size, batch.features, norms, batch.features);
    }
}
