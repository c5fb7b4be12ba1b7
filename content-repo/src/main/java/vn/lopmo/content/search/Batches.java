package vn.lopmo.content.search;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Hands out, some hundred at a time, the documents of a clause that are worth a score, with that score. One thread's
/// own; one segment after the other.
final class Batches {
    /// To leap to one document costs as much as to take so many in a row.
    private static final int LEAP = 32;
    private static final int SIZE = 256;

    private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
    private long[] lengths = {};

    /// All documents of the clause.
    Run all(Sought.Running clause, Columns columns) throws IOException {
        clause.found().nextDoc();
        return new Run(clause, columns, null, false, 0, DocIdSetIterator.NO_MORE_DOCS);
    }

    /// Those between `from` and `to` that are kept.
    ///
    /// @param many how many are kept there
    Run of(Sought.Running clause, Columns columns, FixedBitSet kept, int from, int to, int many) throws IOException {
        double here = (double) clause.found().cost() * (to - from) / kept.length();
        boolean leaping = clause.phrase() != null || many * LEAP < here;
        if (!leaping && clause.found().docID() < from) {
            clause.found().advance(from);
        }
        return new Run(clause, columns, kept, leaping, from, to);
    }

    /// One clause on one stretch.
    final class Run {
        private final Sought.Running clause;
        private final Columns columns;
        private final @Nullable FixedBitSet kept;
        private final boolean leaping;
        private final int to;
        private int at;

        private Run(
                Sought.Running clause, Columns columns, @Nullable FixedBitSet kept, boolean leaping, int from, int to) {
            this.clause = clause;
            this.columns = columns;
            this.kept = kept;
            this.leaping = leaping;
            this.at = from;
            this.to = to;
        }

        /// The next documents with their scores; empty if there are no more. Good until it is called again.
        DocAndFloatFeatureBuffer next() throws IOException {
            var measure = clause.measure();
            if (leaping && kept != null) {
                leap(kept);
            } else if (measure != null && clause.found() instanceof PostingsEnum postings) {
                take(postings, measure);
            } else if (clause.scorer() != null) {
                clause.scorer().nextDocsAndScores(to, kept, batch);
            }
            return batch;
        }

        private void leap(FixedBitSet kept) throws IOException {
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
                    batch.features[batch.size++] = clause.score(columns);
                }
                at = doc < to ? Math.max(doc + 1, found.docID()) : to;
            }
        }

        private void take(PostingsEnum postings, Measure measure) throws IOException {
            do {
                postings.nextPostings(to, batch);
                if (batch.size == 0) {
                    return;
                }
                if (kept != null) {
                    keep(kept.getBits());
                }
            } while (batch.size == 0);
            if (lengths.length < batch.size) {
                lengths = new long[Math.max(SIZE, batch.size)];
            }
            measure.score(batch, columns, lengths);
        }
    }

    /// Without a branch, which the processor would guess wrong at every other document.
    private void keep(long[] words) {
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
}
