package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// What is offered while somebody types: topics and titles that begin so, then titles that hold it. Bounded in what it
/// looks at, because it is asked for every letter. Safe for any number of threads.
final class Suggestions {
    private static final int MOST = 8;
    private static final int MOST_TOPICS = 3;
    private static final int MOST_TERMS = 300;
    private static final int MOST_MATERIALS = 2_000;

    private final Hits hits;

    Suggestions(Hits hits) {
        this.hits = hits;
    }

    enum Kind {
        TITLE,
        TOPIC
    }

    /// @param card of a title's material; null for a topic
    /// @param count how many materials there are within reach
    record Suggestion(String text, Kind kind, @Nullable Card card, int count) {}

    /// @param document a material of that name, the newest
    private record Offer(int document, long published, int count) {
        Offer and(Offer other) {
            var newer = other.published > published ? other : this;
            return new Offer(newer.document, newer.published, count + other.count);
        }
    }

    /// How a title or a topic begins, in folded syllables.
    static String start(String words) {
        return Syllable.of(words).stream().map(Syllable::folded).collect(Collectors.joining(" "));
    }

    List<Suggestion> of(Searcher searcher, String typed, List<FixedBitSet> within) throws IOException {
        var syllables = Syllable.of(typed).stream()
                .map(Syllable::folded)
                .map(folded -> KeyRemnants.undo(folded)
                        .filter(meant -> folded.length() > 3)
                        .orElse(folded))
                .limit(Wish.MOST_WORDS)
                .toList();
        if (syllables.isEmpty()) {
            return List.of();
        }
        var start = String.join(" ", syllables) + (typed.endsWith(" ") ? " " : "");
        var found = new ArrayList<Suggestion>();
        topics(starting(searcher, Fields.TOPIC_START, start, within), found);
        titles(searcher, starting(searcher, Fields.TITLE_START, start, within).values(), found);
        if (found.size() < MOST && start.length() > 1) {
            titles(searcher, holding(searcher, syllables, within), found);
        }
        return found;
    }

    private static void topics(Map<String, Offer> offers, List<Suggestion> found) {
        offers.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Offer> offer) -> offer.getValue().count)
                        .reversed())
                .limit(MOST_TOPICS)
                .forEach(offer -> found.add(new Suggestion(offer.getKey(), Kind.TOPIC, null, offer.getValue().count)));
    }

    private void titles(Searcher searcher, Iterable<Offer> offers, List<Suggestion> found) throws IOException {
        var newest = new ArrayList<Offer>();
        offers.forEach(newest::add);
        newest.sort(Comparator.comparingLong(Offer::published).reversed());
        var shown = new HashSet<String>();
        var documents = searcher.storedFields();
        found.forEach(suggestion -> shown.add(start(suggestion.text())));
        for (int i = 0; i < newest.size() && i < 4 * MOST && found.size() < MOST; i++) {
            var card = hits.card(documents, newest.get(i).document);
            if (shown.add(start(card.title()))) {
                found.add(new Suggestion(card.title(), Kind.TITLE, card, newest.get(i).count));
            }
        }
    }

    /// By how it is written; where two begin alike, both.
    private static Map<String, Offer> starting(Searcher searcher, String field, String start, List<FixedBitSet> within)
            throws IOException {
        var offers = new LinkedHashMap<String, Offer>();
        var wanted = new BytesRef(start);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            var terms = leaf.reader().terms(field);
            var each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            @Nullable BytesRef term = each.seekCeil(wanted) == TermsEnum.SeekStatus.END ? null : each.term();
            @Nullable PostingsEnum postings = null;
            for (int n = 0; term != null && n < MOST_TERMS && starts(term, wanted); n++, term = each.next()) {
                postings = each.postings(postings, PostingsEnum.NONE);
                var offer = offer(searcher, leaf, postings, within);
                if (offer != null) {
                    var text = term.utf8ToString();
                    offers.merge(text.substring(text.indexOf('\t') + 1), offer, Offer::and);
                }
            }
        }
        return offers;
    }

    private static boolean starts(BytesRef term, BytesRef start) {
        return org.apache.lucene.util.StringHelper.startsWith(term, start);
    }

    /// Null if there is nothing within reach.
    private static @Nullable Offer offer(
            Searcher searcher, LeafReaderContext leaf, PostingsEnum postings, List<FixedBitSet> within)
            throws IOException {
        var columns = searcher.columns(leaf.ord);
        var places = within.get(leaf.ord);
        int newest = -1;
        int count = 0;
        for (int n = 0; n < MOST_MATERIALS && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; n++) {
            int place = columns.placeOf[postings.docID()];
            if (places.get(place)) {
                count++;
                newest = newest < 0 || columns.published[place] > columns.published[newest] ? place : newest;
            }
        }
        return count == 0
                ? null
                : new Offer(leaf.docBase + columns.documents[newest], columns.published[newest], count);
    }

    private static List<Offer> holding(Searcher searcher, List<String> syllables, List<FixedBitSet> within)
            throws IOException {
        var query = new BooleanQuery.Builder();
        for (String syllable : syllables.subList(0, syllables.size() - 1)) {
            query.add(new TermQuery(new Term(Fields.TITLE, syllable)), Occur.FILTER);
        }
        query.add(new PrefixQuery(new Term(Fields.TITLE, syllables.getLast())), Occur.FILTER);
        var weight = searcher.createWeight(searcher.rewrite(query.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
        var offers = new ArrayList<Offer>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            if (offers.size() == MOST_MATERIALS) {
                break;
            }
            var columns = searcher.columns(leaf.ord);
            var scorer = weight.scorer(leaf);
            var found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            while (offers.size() < MOST_MATERIALS && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int place = columns.placeOf[found.docID()];
                if (within.get(leaf.ord).get(place)) {
                    offers.add(new Offer(leaf.docBase + found.docID(), columns.published[place], 1));
                }
            }
        }
        return offers;
    }
}
