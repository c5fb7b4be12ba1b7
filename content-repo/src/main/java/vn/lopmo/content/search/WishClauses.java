package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Makes clauses of a [Wish]: folded syllables carry it, pairs of syllables help with half their weight, and the
/// very
/// spelling of titles and descriptions, where marks were typed, with a little (of the mixtures that were measured,
/// the best). A title is short and chosen with care: its words weigh more.
final class WishClauses {
    private static final float PAIRS = 0.5f;
    private static final float EXACT = 0.15f;
    private static final float GUESSED = 0.5f;
    private static final float OTHER_NAME = 0.9f;
    private static final float GRADE = 1.5f;

    private static final Place TITLE = new Place(Fields.TITLE, Fields.TITLE_PAIRS, 2.2f);
    private static final Place ABOUT = new Place(Fields.ABOUT, Fields.ABOUT_PAIRS, 0.9f);
    private static final Place TEXT = new Place(Fields.TEXT, Fields.TEXT_PAIRS, 1);

    private final Wish wish;
    private final Set<String> guessed;
    private final List<Clause> clauses = new ArrayList<>();

    /// One place to look in, and how much a match there weighs.
    private record Place(String words, String pairs, float weight) {}

    private WishClauses(Wish wish, Set<String> guessed) {
        this.wish = wish;
        this.guessed = guessed;
    }

    /// @param guessed words that stand nowhere: others that are nearly the same are looked for in their place
    static List<Clause> of(Wish wish, Set<String> guessed) {
        return new WishClauses(wish, guessed).clauses();
    }

    /// Few words are all needed; of many, three in four.
    static Need need(Wish wish, boolean lenient) {
        int words = 0;
        for (int i = 0; i < wish.words().size(); i++) {
            words |= wish.words().get(i).light() ? 0 : 1 << i;
        }
        int count = Integer.bitCount(words);
        int least = lenient ? (count + 1) / 2 : count <= 2 ? count : (count * 3 + 3) / 4;
        int phrases = ((1 << wish.phrases().size()) - 1) << wish.words().size();
        return new Need(words, least, phrases);
    }

    /// How rare each word is: what it is worth where only its being there is known.
    static float[] worth(Wish wish, Lookup lookup) throws IOException {
        var worth = new float[wish.words().size() + wish.phrases().size()];
        double all = lookup.searcher().getIndexReader().numDocs() + 1.0;
        for (int i = 0; i < wish.words().size(); i++) {
            double with = lookup.frequency(Fields.TEXT, wish.words().get(i).folded());
            worth[i] = (float) Math.log(1 + (all - with + 0.5) / (with + 0.5));
        }
        return worth;
    }

    private List<Clause> clauses() {
        var words = wish.words();
        for (int i = 0; i < words.size(); i++) {
            addWord(words.get(i), 1 << i);
            if (i + 1 < words.size()) {
                addPair(words.get(i).folded(), words.get(i + 1).folded());
            }
        }
        addNumbers();
        for (var other : Abbreviations.others(wish.folds())) {
            addPhrase(other.syllables(), ((1 << other.length()) - 1) << other.first(), OTHER_NAME);
        }
        for (int i = 0; i < wish.phrases().size(); i++) {
            addPhrase(wish.phrases().get(i), 1 << (words.size() + i), 1);
        }
        return clauses;
    }

    private void addWord(Wish.Word word, int bit) {
        if (guessed.contains(word.folded())) {
            add(bit, place -> fuzzy(place.words, word.folded()), GUESSED);
        } else {
            add(bit, place -> term(place.words, word.folded()), 1);
        }
        if (!wish.folded()) {
            var spelt = List.<Query>of(
                    new BoostQuery(term(Fields.TITLE_EXACT, word.exact()), EXACT * TITLE.weight),
                    new BoostQuery(term(Fields.ABOUT_EXACT, word.exact()), EXACT * ABOUT.weight));
            clauses.add(new Clause(0, spelt, List.of()));
        }
        var whole = Abbreviations.of(word.folded());
        if (!whole.isEmpty()) {
            addPhrase(whole, bit, OTHER_NAME);
        }
    }

    /// A number may be written as a word ("bậc 2"), and may mean a grade ("toán 10", "lớp mười").
    private void addNumbers() {
        var words = wish.folds();
        for (int i = 1; i < words.size(); i++) {
            var before = words.get(i - 1);
            var otherwise = Abbreviations.numberOtherwise(words.get(i));
            if (!otherwise.isEmpty()) {
                addPhrase(List.of(before, otherwise), 1 << i, OTHER_NAME);
            }
            if (Abbreviations.isGrade(before, words.get(i))) {
                var grade = Terms.pair("lop", words.get(i));
                clauses.add(
                        new Clause(1 << i, List.of(new BoostQuery(term(Fields.ABOUT_PAIRS, grade), GRADE)), List.of()));
            }
        }
    }

    private void addPair(String first, String second) {
        add(0, place -> term(place.pairs, Terms.pair(first, second)), PAIRS);
    }

    private void addPhrase(List<String> syllables, int bits, float weight) {
        add(bits, place -> phrase(place.words, syllables), weight);
    }

    private interface InPlace {
        Query in(Place place);
    }

    private void add(int bits, InPlace query, float weight) {
        clauses.add(new Clause(
                bits,
                List.of(boosted(query, TITLE, weight), boosted(query, ABOUT, weight)),
                List.of(boosted(query, TEXT, weight))));
    }

    private static Query boosted(InPlace query, Place place, float weight) {
        float all = weight * place.weight;
        return all == 1 ? query.in(place) : new BoostQuery(query.in(place), all);
    }

    private static Query fuzzy(String field, String word) {
        return new FuzzyQuery(new Term(field, word), word.length() < 8 ? 1 : 2, 1, 20, true);
    }

    private static Query phrase(String field, List<String> syllables) {
        if (syllables.size() == 1) {
            return term(field, syllables.getFirst());
        }
        var phrase = new PhraseQuery.Builder();
        syllables.forEach(syllable -> phrase.add(new Term(field, syllable)));
        return phrase.build();
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
