package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Makes Lucene's queries of a [Wish]: folded syllables carry it, pairs of syllables help with half their weight, and
/// the very spelling, where marks were typed, with a little (of the mixtures that were measured, the best).
final class WishQueries {
    private static final float PAIRS = 0.5f;
    private static final float EXACT = 0.15f;

    private final Wish wish;
    private final IndexReader reader;
    private final boolean lenient;

    /// @param lenient half of the words are enough
    WishQueries(Wish wish, IndexReader reader, boolean lenient) {
        this.wish = wish;
        this.reader = reader;
        this.lenient = lenient;
    }

    /// One place to look in: a field of syllables, and how much a match there weighs.
    private record Place(String field, float weight) {}

    /// For pages.
    Query onPages() throws IOException {
        return query(
                List.of(new Place(Fields.TEXT, 1), new Place(Fields.CONTEXT, 0.4f)),
                Fields.TEXT_PAIRS,
                Fields.TEXT_EXACT);
    }

    /// For the materials themselves. A title is short and chosen with care: its words weigh more.
    Query onMaterials() throws IOException {
        return new BoostQuery(
                query(
                        List.of(new Place(Fields.TITLE, 1.8f), new Place(Fields.ABOUT, 0.8f)),
                        Fields.TITLE_PAIRS,
                        Fields.TITLE_EXACT),
                1.3f);
    }

    private Query query(List<Place> places, String pairs, String exact) throws IOException {
        var words = new BooleanQuery.Builder();
        for (Wish.Word word : wish.words()) {
            words.add(anywhere(word, places), Occur.SHOULD);
        }
        var all = new BooleanQuery.Builder();
        if (!wish.words().isEmpty()) {
            words.setMinimumNumberShouldMatch(needed(wish.words().size()));
            all.add(words.build(), Occur.MUST);
        }
        for (List<String> phrase : wish.phrases()) {
            all.add(phrase(phrase, places), Occur.MUST);
        }
        addPairs(pairs, all);
        for (Wish.Word word : wish.words()) {
            if (word.accented()) {
                all.add(boosted(term(exact, word.exact()), EXACT), Occur.SHOULD);
            }
        }
        return all.build();
    }

    /// Few words are all needed; of many, three in four.
    private int needed(int words) {
        if (lenient) {
            return (words + 1) / 2;
        }
        return words <= 2 ? words : (words * 3 + 3) / 4;
    }

    private void addPairs(String field, BooleanQuery.Builder all) {
        for (int i = 0; i + 1 < wish.words().size(); i++) {
            var pair = Terms.pair(
                    wish.words().get(i).folded(), wish.words().get(i + 1).folded());
            all.add(boosted(term(field, pair), PAIRS), Occur.SHOULD);
        }
    }

    private Query anywhere(Wish.Word word, List<Place> places) throws IOException {
        var ways = new ArrayList<Query>();
        boolean known = false;
        for (Place place : places) {
            ways.add(boosted(term(place.field, word.folded()), place.weight));
            known |= reader.docFreq(new Term(place.field, word.folded())) > 0;
        }
        var whole = Abbreviations.of(word.folded());
        if (!whole.isEmpty()) {
            ways.add(phrase(whole, places));
        }
        if (!known) {
            addGuesses(word.folded(), places, ways);
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    /// For a word that stands nowhere: the keyboard was off, or a finger slipped.
    private static void addGuesses(String word, List<Place> places, List<Query> ways) {
        var meant = KeyRemnants.undo(word);
        for (Place place : places) {
            if (meant.isPresent()) {
                ways.add(boosted(term(place.field, meant.get()), place.weight));
            } else if (word.length() > 3) {
                ways.add(boosted(new FuzzyQuery(new Term(place.field, word), 1, 1, 20, true), place.weight / 2));
            }
        }
    }

    private static Query phrase(List<String> syllables, List<Place> places) {
        var ways = new ArrayList<Query>();
        for (Place place : places) {
            var phrase = new PhraseQuery.Builder();
            syllables.forEach(syllable -> phrase.add(new Term(place.field, syllable)));
            ways.add(boosted(phrase.build(), place.weight));
        }
        return ways.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(ways, 0);
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query boosted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }
}
