package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Materials about the same: those that share the words that set a material apart, in title, description and on its
/// first pages. Safe for any number of threads.
final class Similar {
    private static final int MOST_TERMS = 20;
    private static final int MOST_PAGES = 6;
    private static final int CANDIDATES = 4;
    private static final float TITLE_COUNTS = 3;
    private static final float SAME_SUBJECT = 1.4f;
    private static final float SAME_GRADE = 1.15f;

    private final Hits hits;

    Similar(Hits hits) {
        this.hits = hits;
    }

    private record Telling(String pair, float weight) {}

    /// Where the material stands in the index, if the reader may find it.
    private record Place(int leaf, int place, int document) {}

    /// Empty if the material is not within reach.
    Optional<List<Hits.Hit>> to(Searcher searcher, UUID id, List<FixedBitSet> within, int size) throws IOException {
        var place = place(searcher, id, within);
        return place == null ? Optional.empty() : Optional.of(to(searcher, place, within, size));
    }

    private List<Hits.Hit> to(Searcher searcher, Place place, List<FixedBitSet> within, int size) throws IOException {
        var card = hits.card(searcher.storedFields(), place.document);
        var telling = telling(searcher, card, place);
        if (telling.isEmpty()) {
            return List.of();
        }
        int bits = (1 << telling.size()) - 1;
        var need = new Need(bits, Math.min(2, telling.size()), 0);
        var scan = new Scan(new Lookup(searcher), clauses(telling), need, need, within, new float[telling.size()]);
        var matches = scan.run();
        matches.get(place.leaf).places().clear(place.place);
        var none = Choice.of(Map.of(), searcher.names());
        var gathering = new Gathering(searcher, none, Gathering.Order.RELEVANCE, size * CANDIDATES, false);
        gathering.takeMatches(matches, false);
        var nothing = new Wish(List.of(), List.of(), false);
        record Ranked(Hits.Hit hit, float score) {}
        var ranked = new ArrayList<Ranked>();
        for (var best : gathering.best(scan, matches)) {
            var hit = hits.of(searcher, List.of(best), nothing).getFirst();
            ranked.add(new Ranked(hit, (best.score() - Scan.COMPLETE) * kinship(card, hit.card())));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked.stream().limit(size).map(Ranked::hit).toList();
    }

    private static float kinship(Card one, Card other) {
        float subject = Objects.equals(one.subject(), other.subject()) ? SAME_SUBJECT : 1;
        boolean sameGrade = one.grades().stream().anyMatch(other.grades()::contains);
        return sameGrade ? subject * SAME_GRADE : subject;
    }

    private static List<Clause> clauses(List<Telling> telling) {
        var clauses = new ArrayList<Clause>();
        for (int i = 0; i < telling.size(); i++) {
            var one = telling.get(i);
            clauses.add(new Clause(
                    1 << i,
                    List.of(weighed(Fields.TITLE_PAIRS, one, TITLE_COUNTS), weighed(Fields.ABOUT_PAIRS, one, 1)),
                    List.of(weighed(Fields.TEXT_PAIRS, one, 1))));
        }
        return clauses;
    }

    private static Query weighed(String field, Telling one, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, one.pair)), weight * one.weight);
    }

    /// The pairs of syllables that are frequent here and rare elsewhere.
    private List<Telling> telling(Searcher searcher, Card card, Place place) throws IOException {
        var counts = new HashMap<String, Float>();
        count(card.title(), TITLE_COUNTS, counts);
        count(card.description(), 1, counts);
        int last = place.document;
        int base = searcher.getLeafContexts().get(place.leaf).docBase;
        int[] documents = searcher.columns(place.leaf).documents;
        int first = place.place == 0 ? base : base + documents[place.place - 1] + 1;
        for (int page = first; page < Math.min(last, first + MOST_PAGES); page++) {
            count(searcher.storedFields().document(page).get(Fields.STORED_TEXT), 0.5f, counts);
        }
        var telling = new ArrayList<Telling>();
        int all = searcher.getIndexReader().numDocs();
        for (var entry : counts.entrySet()) {
            int with = searcher.getIndexReader().docFreq(new Term(Fields.TEXT_PAIRS, entry.getKey()))
                    + searcher.getIndexReader().docFreq(new Term(Fields.TITLE_PAIRS, entry.getKey()))
                    + searcher.getIndexReader().docFreq(new Term(Fields.ABOUT_PAIRS, entry.getKey()));
            if (with > 1) {
                double rare = Math.log(1 + all / (double) with);
                telling.add(new Telling(entry.getKey(), (float) (Math.sqrt(entry.getValue()) * rare)));
            }
        }
        telling.sort(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::pair));
        return telling.subList(0, Math.min(MOST_TERMS, telling.size()));
    }

    private static void count(String text, float weight, Map<String, Float> counts) {
        var syllables = Syllable.of(text);
        for (int i = 0; i + 1 < syllables.size(); i++) {
            var first = syllables.get(i);
            var second = syllables.get(i + 1);
            if (first.sentence() == second.sentence()) {
                counts.merge(Terms.pair(first.folded(), second.folded()), weight, Float::sum);
            }
        }
    }

    private static @Nullable Place place(Searcher searcher, UUID id, List<FixedBitSet> within) throws IOException {
        for (var leaf : searcher.getLeafContexts()) {
            var postings = leaf.reader().postings(new Term(Fields.ID, id.toString()), PostingsEnum.NONE);
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                var columns = searcher.columns(leaf.ord);
                int place = columns.placeOf[postings.docID()];
                if (within.get(leaf.ord).get(place)) {
                    return new Place(leaf.ord, place, leaf.docBase + columns.documents[place]);
                }
            }
        }
        return null;
    }
}
