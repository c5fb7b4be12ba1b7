package vn.lopmo.content.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.BulkSimScorer;
import org.jspecify.annotations.Nullable;

/// How a term is scored, many documents at a time. One thread's own.
///
/// @param states where the term's lists begin in each segment
record Measure(BulkSimScorer scorer, Term term, TermStates states) {
    /// A query, and its measure if it is one term.
    record Measured(Query query, @Nullable Measure measure) {}

    static Measured of(Query query, IndexSearcher searcher) throws IOException {
        float boost = query instanceof BoostQuery boosted ? boosted.getBoost() : 1;
        var inner = query instanceof BoostQuery boosted ? boosted.getQuery() : query;
        if (!(inner instanceof TermQuery one)) {
            return new Measured(query, null);
        }
        var term = one.getTerm();
        var states = TermStates.build(searcher, term, true);
        var known = new TermQuery(term, states);
        var again = boost == 1 ? known : new BoostQuery(known, boost);
        var library = searcher.collectionStatistics(term.field());
        if (library == null || states.docFreq() == 0) {
            return new Measured(again, null);
        }
        var inAll = searcher.termStatistics(term, states.docFreq(), states.totalTermFreq());
        var scorer = searcher.getSimilarity().scorer(boost, library, inAll);
        return new Measured(again, new Measure(scorer.asBulkSimScorer(), term, states));
    }

    /// The documents of the term alone; null if it is nowhere in the segment.
    @Nullable PostingsEnum documents(LeafReaderContext leaf) throws IOException {
        var state = states.get(leaf);
        var terms = state == null ? null : leaf.reader().terms(term.field());
        var known = state == null ? null : state.get();
        if (terms == null || known == null) {
            return null;
        }
        var each = terms.iterator();
        each.seekExact(term.bytes(), known);
        return each.postings(null, PostingsEnum.NONE);
    }

    /// Makes scores of the frequencies in `batch`.
    ///
    /// @param lengths room for as many as it holds
    void score(DocAndFloatFeatureBuffer batch, Columns columns, long[] lengths) {
        switch (term.field()) {
            case Fields.TEXT -> ofDocuments(batch, columns.lengths, lengths);
            case Fields.TITLE -> ofMaterials(batch, columns, columns.titleLengths, lengths);
            case Fields.ABOUT -> ofMaterials(batch, columns, columns.aboutLengths, lengths);
            default -> Arrays.fill(lengths, 0, batch.size, 1);
        }
        scorer.score(batch.size, batch.features, lengths, batch.features);
    }

    private static void ofDocuments(DocAndFloatFeatureBuffer batch, byte[] known, long[] lengths) {
        for (int i = 0; i < batch.size; i++) {
            lengths[i] = known[batch.docs[i]];
        }
    }

    private static void ofMaterials(DocAndFloatFeatureBuffer batch, Columns columns, byte[] known, long[] lengths) {
        for (int i = 0; i < batch.size; i++) {
            lengths[i] = known[columns.placeOf[batch.docs[i]]];
        }
    }
}
