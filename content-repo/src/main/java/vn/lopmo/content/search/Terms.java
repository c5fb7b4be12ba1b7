package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// Terms that are known already, as the stream that Lucene asks for: a text is cut up once and feeds several fields.
final class Terms extends TokenStream {
    /// Between two sentences, so that no phrase is found across their border.
    private static final int GAP = 10;

    private static final FieldType POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType FREQUENCIES = type(IndexOptions.DOCS_AND_FREQS);

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Term> terms;
    private Iterator<Term> rest;

    private record Term(String text, int increment) {}

    private Terms(List<Term> terms) {
        this.terms = terms;
        this.rest = terms.iterator();
    }

    static Field folded(String field, List<Syllable> syllables) {
        return new Field(field, new Terms(singles(syllables, false)), POSITIONS);
    }

    static Field exact(String field, List<Syllable> syllables) {
        return new Field(field, new Terms(singles(syllables, true)), FREQUENCIES);
    }

    /// Two syllables each, within a sentence: the nearest thing to words that needs no dictionary.
    static Field pairs(String field, List<Syllable> syllables) {
        var pairs = new ArrayList<Term>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            var first = syllables.get(i);
            var second = syllables.get(i + 1);
            if (first.sentence() == second.sentence()) {
                pairs.add(new Term(pair(first.folded(), second.folded()), 1));
            }
        }
        return new Field(field, new Terms(pairs), FREQUENCIES);
    }

    static String pair(String first, String second) {
        return first + "_" + second;
    }

    private static List<Term> singles(List<Syllable> syllables, boolean exact) {
        var singles = new ArrayList<Term>(syllables.size());
        int sentence = 0;
        for (Syllable syllable : syllables) {
            singles.add(
                    new Term(exact ? syllable.exact() : syllable.folded(), syllable.sentence() == sentence ? 1 : GAP));
            sentence = syllable.sentence();
        }
        return singles;
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        clearAttributes();
        var next = rest.next();
        term.append(next.text);
        increment.setPositionIncrement(next.increment);
        return true;
    }

    @Override
    public void reset() {
        rest = terms.iterator();
    }
}
