package vn.lopmo.content.search;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// Syllables that are known already, as the stream that Lucene asks for: a text is cut up once and feeds several
/// fields, and no pair of syllables is ever made a string of its own.
final class Terms extends TokenStream {
    /// Between two sentences, so that no phrase is found across their border.
    private static final int GAP = 10;

    private static final FieldType POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    /// Without the length of the text, which costs a look-up for every match: the syllables alone weigh it.
    private static final FieldType FREQUENCIES = type(IndexOptions.DOCS_AND_FREQS, true);

    private enum Form {
        FOLDED,
        EXACT,
        PAIRS
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Syllable> syllables;
    private final Form form;
    private int next;

    private Terms(List<Syllable> syllables, Form form) {
        this.syllables = syllables;
        this.form = form;
    }

    static Field folded(String field, List<Syllable> syllables) {
        return new Field(field, new Terms(syllables, Form.FOLDED), POSITIONS);
    }

    /// No text at all. Where every document has a field, the lengths of its texts are found without a search for them.
    static Field none(String field) {
        return folded(field, List.of(new Syllable(0, 0, "", "", 0)));
    }

    static Field exact(String field, List<Syllable> syllables) {
        return new Field(field, new Terms(syllables, Form.EXACT), FREQUENCIES);
    }

    /// Two syllables each, within a sentence: the nearest thing to words that needs no dictionary.
    static Field pairs(String field, List<Syllable> syllables) {
        return new Field(field, new Terms(syllables, Form.PAIRS), FREQUENCIES);
    }

    static String pair(String first, String second) {
        return first + "_" + second;
    }

    private static FieldType type(IndexOptions options, boolean omitLength) {
        var type = new FieldType();
        type.setOmitNorms(omitLength);
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    @Override
    public boolean incrementToken() {
        return form == Form.PAIRS ? nextPair() : nextSingle();
    }

    private boolean nextSingle() {
        if (next >= syllables.size()) {
            return false;
        }
        clearAttributes();
        var syllable = syllables.get(next);
        term.append(form == Form.EXACT ? syllable.exact() : syllable.folded());
        int before = next == 0 ? 0 : syllables.get(next - 1).sentence();
        increment.setPositionIncrement(syllable.sentence() == before ? 1 : GAP);
        next++;
        return true;
    }

    private boolean nextPair() {
        while (next + 1 < syllables.size()) {
            var first = syllables.get(next);
            var second = syllables.get(++next);
            if (first.sentence() == second.sentence()) {
                clearAttributes();
                term.append(first.folded()).append('_').append(second.folded());
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
