package vn.lopmo.content.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Where terms stand in one segment, a bit for each document: many times cheaper to put together than lists. One
/// thread's own; the sets are not to be written to.
final class Standing {
    private final LeafReaderContext leaf;
    private final Map<Term, FixedBitSet> known = new HashMap<>();

    Standing(LeafReaderContext leaf) {
        this.leaf = leaf;
    }

    /// Where it may be matched: exactly there if it is no phrase, else where all words of the phrase stand. Null if it
    /// is nowhere.
    @Nullable
    FixedBitSet of(Sought sought) throws IOException {
        if (sought.terms().isEmpty()) {
            var running = sought.in(leaf);
            return running == null ? null : all(running.found());
        }
        return sought.phrase() ? together(sought.terms()) : of(sought.terms().getFirst(), sought.measure());
    }

    private @Nullable FixedBitSet together(List<Term> terms) throws IOException {
        @Nullable FixedBitSet together = null;
        for (Term term : terms) {
            var one = of(term, null);
            if (one == null) {
                return null;
            }
            if (together == null) {
                together = one.clone();
            } else {
                together.and(one);
            }
        }
        return together;
    }

    private @Nullable FixedBitSet of(Term term, @Nullable Measure measure) throws IOException {
        var there = known.get(term);
        if (there == null) {
            var postings =
                    measure == null ? leaf.reader().postings(term, PostingsEnum.NONE) : measure.documents(leaf);
            if (postings == null) {
                return null;
            }
            there = all(postings);
            known.put(term, there);
        }
        return there;
    }

    private FixedBitSet all(DocIdSetIterator found) throws IOException {
        var all = new FixedBitSet(leaf.reader().maxDoc());
        if (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            found.intoBitSet(all.length(), all, 0);
        }
        return all;
    }
}
