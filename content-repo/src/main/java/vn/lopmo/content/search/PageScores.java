package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/// Adds up, term by term, what pages are worth, in arrays over stretches of documents that stay in the processor's
/// cache. One thread's own.
final class PageScores {
    private static final int STRETCH = 1 << 15;

    private final List<Sought> ofPages;
    private final Batches batches;
    private final float[] scores = new float[STRETCH];
    private final int[] bits = new int[STRETCH];

    /// Takes a page, the words that are on it, and its score.
    interface Taking {
        void take(int page, int words, float score);
    }

    PageScores(List<Sought> ofPages, Batches batches) {
        this.ofPages = ofPages;
        this.batches = batches;
    }

    /// @param pages of the segment that are worth a score
    void of(LeafReaderContext leaf, Columns columns, Candidates candidates, FixedBitSet pages, Taking taking)
            throws IOException {
        var clauses = new ArrayList<Sought.Running>();
        for (Sought each : ofPages) {
            var standing = candidates.standing(each);
            var running = standing != null && standing.intersects(pages) ? each.in(leaf) : null;
            if (running != null) {
                clauses.add(running);
            }
        }
        for (int from = 0; from < pages.length(); from += STRETCH) {
            int to = Math.min(from + STRETCH, pages.length());
            int many = pages.cardinality(from, to);
            for (int i = 0; many > 0 && i < clauses.size(); i++) {
                var clause = clauses.get(i);
                add(batches.of(clause, columns, pages, from, to, many), clause.bits(), from);
            }
            if (many > 0) {
                settle(pages, from, to, taking);
            }
        }
    }

    private void add(Batches.Run run, int fulfilled, int from) throws IOException {
        for (var batch = run.next(); batch.size > 0; batch = run.next()) {
            for (int i = 0; i < batch.size; i++) {
                int at = batch.docs[i] - from;
                scores[at] += batch.features[i];
                bits[at] |= fulfilled;
            }
        }
    }

    private void settle(FixedBitSet pages, int from, int to, Taking taking) {
        int page = pages.nextSetBit(from, to);
        while (page < to) {
            int at = page - from;
            if (scores[at] != 0) {
                taking.take(page, bits[at], scores[at]);
                scores[at] = 0;
                bits[at] = 0;
            }
            page = page + 1 < to ? pages.nextSetBit(page + 1, to) : to;
        }
    }
}
