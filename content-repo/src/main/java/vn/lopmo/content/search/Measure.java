package vn.lopmo.content.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.similarities.Similarity.BulkSimScorer;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/// One term, and how it is scored, one document or many at a time. One thread's own.
record Measure(SimScorer scorer, BulkSimScorer many, Term term, Lookup lookup) {
    /// Null if the term is nowhere.
    static @Nullable Measure of(Term term, float weight, Lookup lookup) throws IOException {
        var states = lookup.of(term);
        var searcher = lookup.searcher();
        var library = searcher.collectionStatistics(term.field());
        if (library == null || states.docFreq() == 0) {
            return null;
        }
        var inAll = searcher.termStatistics(term, states.docFreq(), states.totalTermFreq());
        var scorer = searcher.getSimilarity().scorer(weight, library, inAll);
        return new Measure(scorer, scorer.asBulkSimScorer(), term, lookup);
    }

    /// No document is given more.
    float most() {
        return scorer.score(Float.MAX_VALUE, 1);
    }

    /// The term's documents, with how often it is there; null if it is nowhere in the segment.
    @Nullable
    PostingsEnum documents(LeafReaderContext leaf) throws IOException {
        return lookup.documents(term, leaf, PostingsEnum.FREQS);
    }

    /// What the document is worth at which `documents` stand.
    float score(PostingsEnum documents, Columns columns) throws IOException {
        int document = documents.docID();
        long length =
                switch (term.field()) {
                    case Fields.TEXT -> columns.lengths[document];
                    case Fields.TITLE -> columns.titleLengths[columns.placeOf[document]];
                    case Fields.ABOUT -> columns.aboutLengths[columns.placeOf[document]];
                    default -> 1;
                };
        return scorer.score(documents.freq(), length);
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
        many.score(batch.size, batch.features, lengths, batch.features);
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
