package vn.lopmo.content.search;

import java.io.IOException;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.BulkSimScorer;
import org.jspecify.annotations.Nullable;

/// How a term is scored on pages, many at a time. One thread's own.
///
/// @param byLength whether a long page counts for less; its length is in [Columns#lengths]
record Measure(BulkSimScorer scorer, boolean byLength) {
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
        return new Measured(
                again, new Measure(scorer.asBulkSimScorer(), term.field().equals(Fields.TEXT)));
    }
}
