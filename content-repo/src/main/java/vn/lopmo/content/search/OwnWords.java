package vn.lopmo.content.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;

/// What the materials of one segment say of themselves, in title and description, of what is looked for. By the
/// material's place. One thread's own.
final class OwnWords {
    final int[] bits;
    final float[] scores;

    private final Columns columns;

    OwnWords(LeafReaderContext leaf, Columns columns, List<Sought> ofMaterials, Batches batches) throws IOException {
        this.columns = columns;
        this.bits = new int[columns.size()];
        this.scores = new float[columns.size()];
        for (Sought each : ofMaterials) {
            var running = each.in(leaf);
            if (running != null && running.measure() != null) {
                addBatches(batches.all(running, columns), each.bits());
            } else if (running != null) {
                addOneByOne(running);
            }
        }
    }

    private void addBatches(Batches.Run run, int fulfilled) throws IOException {
        for (var batch = run.next(); batch.size > 0; batch = run.next()) {
            for (int i = 0; i < batch.size; i++) {
                int place = columns.placeOf[batch.docs[i]];
                scores[place] += batch.features[i];
                bits[place] |= fulfilled;
            }
        }
    }

    private void addOneByOne(Sought.Running clause) throws IOException {
        var found = clause.found();
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (clause.isThere()) {
                scores[columns.placeOf[doc]] += clause.score(columns);
                bits[columns.placeOf[doc]] |= clause.bits();
            }
        }
    }
}
