package vn.lopmo.content.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ParentChildrenBlockJoinQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Readership;

/// Finds published materials of the caller's school, by themselves and by the pages of their files. School and audience
/// are part of the query, so that counts, facets and suggestions obey them as results do.
@ApplicationScoped
class LibrarySearch {
    private static final int MOST_VALUES = 30;
    private static final int MOST_SUGGESTIONS = 8;
    private static final BitSetProducer MATERIALS =
            new QueryBitSetProducer(new TermQuery(new Term(Fields.KIND, Fields.MATERIAL)));
    private static final Sort NEWEST = new Sort(new SortField(Fields.PUBLISHED, SortField.Type.LONG, true));

    private final LibraryIndex index;
    private final ObjectMapper json;

    LibrarySearch(LibraryIndex index, ObjectMapper json) {
        this.index = index;
        this.json = json;
    }

    /// @param chosen the facets' values chosen, by facet; several of one facet widen, several facets narrow
    record Asked(String words, Map<String, List<String>> chosen, int page, int size) {}

    /// A material found, marked; `snippet` and `page` of the page that fits best.
    record Hit(
            Card card,
            String title,
            @Nullable String snippet,
            @Nullable Integer page) {}

    record Found(long total, List<Hit> hits, Map<String, Map<String, Integer>> facets, boolean folded) {}

    record Suggestion(String text, Card card) {}

    Found search(Asked asked, Readership reader) {
        var wish = Wish.of(asked.words());
        return index.ask(searcher -> {
            var found = search(searcher, wish, asked, reader, false);
            boolean tryAgain = found.total == 0 && wish.words().size() > 1;
            return tryAgain ? search(searcher, wish, asked, reader, true) : found;
        });
    }

    List<Suggestion> suggest(String typed, Readership reader) {
        var syllables = Syllable.of(typed);
        if (syllables.isEmpty()) {
            return List.of();
        }
        var query = allowed(Fields.MATERIAL, reader);
        for (Syllable syllable : syllables.subList(0, syllables.size() - 1)) {
            query.add(new TermQuery(new Term(Fields.TITLE, syllable.folded())), Occur.MUST);
        }
        query.add(new PrefixQuery(new Term(Fields.TITLE, syllables.getLast().folded())), Occur.MUST);
        return index.ask(searcher -> {
            var suggestions = new ArrayList<Suggestion>();
            for (ScoreDoc hit : searcher.search(query.build(), MOST_SUGGESTIONS).scoreDocs) {
                var card = card(searcher, hit.doc);
                suggestions.add(new Suggestion(card.title(), card));
            }
            return suggestions;
        });
    }

    private Found search(LibraryIndex.Searcher searcher, Wish wish, Asked asked, Readership reader, boolean lenient)
            throws IOException {
        var queries = new WishQueries(wish, searcher.getIndexReader(), lenient);
        var pages = allowed(Fields.PAGE, reader);
        var query = allowed(Fields.MATERIAL, reader);
        if (!wish.isEmpty()) {
            pages.add(queries.onPages(), Occur.MUST);
            var either = new BooleanQuery.Builder()
                    .add(queries.onMaterials(), Occur.SHOULD)
                    .add(new ToParentBlockJoinQuery(pages.build(), MATERIALS, ScoreMode.Max), Occur.SHOULD);
            query.add(either.build(), Occur.MUST);
        }
        var drill = new DrillDownQuery(Fields.facets(), query.build());
        asked.chosen.forEach((facet, values) -> values.forEach(value -> drill.add(facet, value)));
        var state = searcher.facets();
        if (state == null) {
            return new Found(0, List.of(), Map.of(), wish.folded());
        }
        int wanted = Math.max(1, (asked.page + 1) * asked.size);
        var result = new DrillSideways(searcher, Fields.facets(), state)
                .search(drill, null, null, wanted, wish.isEmpty() ? NEWEST : Sort.RELEVANCE, false);
        var hits = new ArrayList<Hit>();
        var marks = new Marks(wish.syllables());
        for (int i = asked.page * asked.size; i < Math.min(result.hits.scoreDocs.length, wanted); i++) {
            hits.add(hit(searcher, result.hits.scoreDocs[i].doc, wish.isEmpty() ? null : pages.build(), marks));
        }
        return new Found(result.hits.totalHits.value(), hits, facets(result), wish.folded());
    }

    private Hit hit(LibraryIndex.Searcher searcher, int document, @Nullable Query pages, Marks marks)
            throws IOException {
        var card = card(searcher, document);
        if (pages == null) {
            return new Hit(card, marks.all(card.title()), null, null);
        }
        var best = searcher.search(new ParentChildrenBlockJoinQuery(MATERIALS, pages, document), 1).scoreDocs;
        if (best.length == 0) {
            var snippet = marks.best(card.description());
            return new Hit(card, marks.all(card.title()), snippet.isEmpty() ? null : snippet, null);
        }
        var page = searcher.storedFields().document(best[0].doc);
        var snippet = marks.best(page.get(Fields.STORED_TEXT));
        int number = page.getField(Fields.STORED_NUMBER).numericValue().intValue();
        return new Hit(card, marks.all(card.title()), snippet.isEmpty() ? null : snippet, number);
    }

    private static Map<String, Map<String, Integer>> facets(DrillSideways.DrillSidewaysResult result)
            throws IOException {
        var facets = new TreeMap<String, Map<String, Integer>>();
        for (FacetResult facet : result.facets.getAllDims(MOST_VALUES)) {
            var counts = new java.util.LinkedHashMap<String, Integer>();
            for (var value : facet.labelValues) {
                counts.put(value.label, value.value.intValue());
            }
            facets.put(facet.dim, counts);
        }
        return facets;
    }

    private static BooleanQuery.Builder allowed(String kind, Readership reader) {
        var school = Objects.requireNonNull(reader.caller()).schoolId();
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.SCHOOL, school.toString())), Occur.FILTER)
                .add(open(reader), Occur.FILTER);
    }

    private static Query open(Readership reader) {
        long now = reader.at().toEpochMilli();
        var inItsTime = new BooleanQuery.Builder()
                .add(holding(reader.tokens()), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.AVAILABLE, Long.MIN_VALUE, now), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.GONE, now + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
        return new BooleanQuery.Builder()
                .add(inItsTime, Occur.SHOULD)
                .add(holding(reader.timeless()), Occur.SHOULD)
                .build();
    }

    private static Query holding(Set<String> tokens) {
        return new TermInSetQuery(
                Fields.AUDIENCE, tokens.stream().map(BytesRef::new).toList());
    }

    private Card card(LibraryIndex.Searcher searcher, int document) throws IOException {
        var stored = searcher.storedFields().document(document).get(Fields.STORED_CARD);
        try {
            return json.readValue(Objects.requireNonNull(stored), Card.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
