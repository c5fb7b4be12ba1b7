package vn.lopmo.content.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;

/// Finds terms in all segments, each once, and with one dictionary open for each field. One thread's own.
final class Lookup {
    private final Searcher searcher;
    private final Map<Term, TermStates> known = new HashMap<>();
    private final Map<String, TermsEnum[]> dictionaries = new HashMap<>();

    Lookup(Searcher searcher) {
        this.searcher = searcher;
    }

    Searcher searcher() {
        return searcher;
    }

    /// Where the term's lists begin in each segment, and how long they are together.
    TermStates of(Term term) throws IOException {
        var states = known.get(term);
        if (states == null) {
            states = new TermStates(searcher.getTopReaderContext());
            var dictionary = dictionaries(term.field());
            for (int leaf = 0; leaf < dictionary.length; leaf++) {
                var each = dictionary[leaf];
                if (each.seekExact(term.bytes())) {
                    states.register(each.termState(), leaf, each.docFreq(), each.totalTermFreq());
                }
            }
            known.put(term, states);
        }
        return states;
    }

    /// How many documents hold a word.
    int frequency(String field, String word) throws IOException {
        return of(new Term(field, word)).docFreq();
    }

    /// The term's documents; null if there are none in the segment.
    ///
    /// @param flags of [PostingsEnum]
    @Nullable
    PostingsEnum documents(Term term, LeafReaderContext leaf, int flags) throws IOException {
        var there = of(term).get(leaf);
        @Nullable TermState state = there == null ? null : there.get();
        if (state == null) {
            return null;
        }
        var dictionary = dictionaries(term.field())[leaf.ord];
        dictionary.seekExact(term.bytes(), state);
        return dictionary.postings(null, flags);
    }

    private TermsEnum[] dictionaries(String field) throws IOException {
        var all = dictionaries.get(field);
        if (all == null) {
            var leaves = searcher.getLeafContexts();
            all = new TermsEnum[leaves.size()];
            for (int leaf = 0; leaf < all.length; leaf++) {
                var terms = leaves.get(leaf).reader().terms(field);
                all[leaf] = terms == null ? TermsEnum.EMPTY : terms.iterator();
            }
            dictionaries.put(field, all);
        }
        return all;
    }
}
