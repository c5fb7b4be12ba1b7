package vn.lopmo.content.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// One query of a clause, made ready to be looked for in every segment. One thread's own.
///
/// @param bits of the words that it fulfils
/// @param terms that stand in every document it matches; none where that is not known
/// @param phrase whether these terms must also follow each other
record Sought(int bits, Weight weight, @Nullable Measure measure, List<Term> terms, boolean phrase) {
    static Sought of(int bits, Query query, Searcher searcher) throws IOException {
        var measured = Measure.of(query, searcher);
        var weight = searcher.createWeight(searcher.rewrite(measured.query()), ScoreMode.COMPLETE, 1);
        var inner = query instanceof BoostQuery boosted ? boosted.getQuery() : query;
        var terms = terms(inner);
        return new Sought(bits, weight, measured.measure(), terms, terms.size() > 1);
    }

    private static List<Term> terms(Query query) {
        return switch (query) {
            case TermQuery one -> List.of(one.getTerm());
            case PhraseQuery several -> List.of(several.getTerms());
            default -> List.of();
        };
    }

    /// Null if it is nowhere in the segment.
    @Nullable
    Running in(LeafReaderContext leaf) throws IOException {
        var scorer = weight.scorer(leaf);
        return scorer == null ? null : Running.of(bits, scorer, measure);
    }

    /// It at work in one segment.
    record Running(
            int bits,
            Scorer scorer,
            DocIdSetIterator found,
            @Nullable TwoPhaseIterator phrase,
            @Nullable Measure measure) {
        private static Running of(int bits, Scorer scorer, @Nullable Measure measure) {
            var phrase = scorer.twoPhaseIterator();
            var found = phrase == null ? scorer.iterator() : phrase.approximation();
            return new Running(bits, scorer, found, phrase, measure);
        }

        boolean isThere() throws IOException {
            return phrase == null || phrase.matches();
        }

        /// No document is given more.
        float most() throws IOException {
            return scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
        }
    }
}
