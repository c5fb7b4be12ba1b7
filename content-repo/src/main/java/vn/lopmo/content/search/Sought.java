package vn.lopmo.content.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
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

/// One query of a clause, made ready to be looked for in every segment: a term, which is nearly always all, or whatever
/// Lucene has to weigh itself. One thread's own.
///
/// @param bits of the words that it fulfils
/// @param terms that stand in every document it matches; none where that is not known
record Sought(int bits, @Nullable Measure measure, @Nullable Weight weight, List<Term> terms) {
    static Sought of(int bits, Query query, Lookup lookup) throws IOException {
        float boost = query instanceof BoostQuery boosted ? boosted.getBoost() : 1;
        var inner = query instanceof BoostQuery boosted ? boosted.getQuery() : query;
        if (inner instanceof TermQuery one) {
            return new Sought(bits, Measure.of(one.getTerm(), boost, lookup), null, List.of(one.getTerm()));
        }
        var searcher = lookup.searcher();
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        return new Sought(
                bits, null, weight, inner instanceof PhraseQuery phrase ? List.of(phrase.getTerms()) : List.of());
    }

    /// Whether its terms must also follow each other.
    boolean isPhrase() {
        return terms.size() > 1;
    }

    /// Null if it is nowhere in the segment.
    @Nullable
    Running in(LeafReaderContext leaf) throws IOException {
        if (measure != null) {
            var documents = measure.documents(leaf);
            return documents == null ? null : new Running(bits, documents, null, measure, null);
        }
        var scorer = weight == null ? null : weight.scorer(leaf);
        if (scorer == null) {
            return null;
        }
        var phrase = scorer.twoPhaseIterator();
        var found = phrase == null ? scorer.iterator() : phrase.approximation();
        return new Running(bits, found, phrase, null, scorer);
    }

    /// No document of the segment is given more.
    float most(LeafReaderContext leaf) throws IOException {
        if (measure != null) {
            return measure.most();
        }
        var scorer = weight == null ? null : weight.scorer(leaf);
        return scorer == null ? 0 : scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
    }

    /// It at work in one segment.
    ///
    /// @param measure of a term, whose `found` are its postings; else there is a scorer
    record Running(
            int bits,
            DocIdSetIterator found,
            @Nullable TwoPhaseIterator phrase,
            @Nullable Measure measure,
            @Nullable Scorer scorer) {
        boolean isThere() throws IOException {
            return phrase == null || phrase.matches();
        }

        /// Of the document at which `found` stands.
        float score(Columns columns) throws IOException {
            if (measure != null && found instanceof PostingsEnum documents) {
                return measure.score(documents, columns);
            }
            return scorer == null ? 0 : scorer.score();
        }
    }
}
