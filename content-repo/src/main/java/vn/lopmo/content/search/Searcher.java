package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// One state of the index, with the columns of its segments and with what each kind of reader may find in it. Safe for
/// any number of threads.
final class Searcher extends IndexSearcher {
    private static final int MOST_KEPT = 256;
    private static final int MOST_TOKENS = 4_096;

    private final List<Columns> columns = new ArrayList<>();
    private final FacetNames names;
    /// When something lent for a time begins or ends to be within reach, in order.
    private final long[] turns;
    private final ConcurrentHashMap<Audience, List<FixedBitSet>> audiences = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, List<FixedBitSet>> schools = new ConcurrentHashMap<>();
    /// Of a reader's tokens, whether they open anything at all.
    private final ConcurrentHashMap<String, Boolean> opening = new ConcurrentHashMap<>();

    private volatile @Nullable List<int[]> titleRanks;

    /// Those of a reader's tokens that open anything at all: a whole class has the same.
    ///
    /// @param turn how many turns are over: until the next, the same is within reach
    private record Audience(UUID schoolId, Set<String> tokens, int turn) {}

    Searcher(IndexReader reader, ColumnsOfSegments segments) throws IOException {
        super(reader);
        this.names = segments.names();
        for (LeafReaderContext leaf : getLeafContexts()) {
            columns.add(segments.of(leaf.reader()));
        }
        this.turns = turns();
    }

    private long[] turns() throws IOException {
        var turns = new TreeSet<Long>();
        for (LeafReaderContext leaf : getLeafContexts()) {
            for (String field : List.of(Fields.FROM, Fields.UNTIL)) {
                var moments = leaf.reader().getPointValues(field);
                if (moments != null) {
                    moments.intersect(new Moments(turns));
                }
            }
        }
        return turns.stream().mapToLong(Long::longValue).toArray();
    }

    /// Gathers the moments of a field, all of them.
    private record Moments(Set<Long> all) implements PointValues.IntersectVisitor {
        @Override
        public void visit(int document) {
            throw new IllegalStateException("each moment is asked for");
        }

        @Override
        public void visit(int document, byte[] moment) {
            all.add(LongPoint.decodeDimension(moment, 0));
        }

        @Override
        public PointValues.Relation compare(byte[] least, byte[] most) {
            return PointValues.Relation.CELL_CROSSES_QUERY;
        }
    }

    Columns columns(int leaf) {
        return columns.get(leaf);
    }

    FacetNames names() {
        return names;
    }

    long columnBytes() {
        return columns.stream().mapToLong(Columns::bytes).sum();
    }

    /// Of each segment, the places of the materials within reach. Not to be written to.
    List<FixedBitSet> within(Reach reach) throws IOException {
        var audience = audience(reach);
        var known = audiences.get(audience);
        if (known == null) {
            known = new ArrayList<>();
            for (LeafReaderContext leaf : getLeafContexts()) {
                known.add(always(leaf, audience));
            }
            known = isTimeless() ? known : withLent(known, reach);
            keep(audiences, audience, known);
        }
        return known;
    }

    /// Whether what a reader finds depends on the clock.
    boolean isTimeless() {
        return turns.length == 0;
    }

    private Audience audience(Reach reach) throws IOException {
        var tokens = new TreeSet<String>();
        for (String token : reach.tokens()) {
            if (opens(token)) {
                tokens.add(token);
            }
        }
        int at = Arrays.binarySearch(turns, reach.now().toEpochMilli());
        return new Audience(reach.schoolId(), tokens, at < 0 ? -at - 1 : at + 1);
    }

    private boolean opens(String token) throws IOException {
        var known = opening.get(token);
        if (known == null) {
            var reader = getIndexReader();
            known = reader.docFreq(new Term(Fields.AUDIENCE, token)) > 0
                    || reader.docFreq(new Term(Fields.AUDIENCE_FOR_A_TIME, token)) > 0;
            if (opening.size() >= MOST_TOKENS) {
                opening.clear();
            }
            opening.put(token, known);
        }
        return known;
    }

    private FixedBitSet always(LeafReaderContext leaf, Audience audience) throws IOException {
        var places = new FixedBitSet(columns.get(leaf.ord).size());
        for (String token : audience.tokens) {
            add(leaf, new Term(Fields.AUDIENCE, token), places);
        }
        places.and(ofSchool(audience.schoolId).get(leaf.ord));
        return places;
    }

    /// Living materials alone.
    private List<FixedBitSet> ofSchool(UUID schoolId) throws IOException {
        var known = schools.get(schoolId);
        if (known == null) {
            known = new ArrayList<>();
            for (LeafReaderContext leaf : getLeafContexts()) {
                var places = new FixedBitSet(columns.get(leaf.ord).size());
                add(leaf, new Term(Fields.SCHOOL, schoolId.toString()), places);
                known.add(places);
            }
            keep(schools, schoolId, known);
        }
        return known;
    }

    private static <T> void keep(ConcurrentHashMap<T, List<FixedBitSet>> kept, T of, List<FixedBitSet> places) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(of, places);
    }

    private void add(LeafReaderContext leaf, Term term, FixedBitSet places) throws IOException {
        LeafReader reader = leaf.reader();
        int[] placeOf = columns.get(leaf.ord).placeOf;
        var living = reader.getLiveDocs();
        var postings = reader.postings(term, PostingsEnum.NONE);
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (living == null || living.get(postings.docID())) {
                places.set(placeOf[postings.docID()]);
            }
        }
    }

    private List<FixedBitSet> withLent(List<FixedBitSet> always, Reach reach) throws IOException {
        long now = reach.now().toEpochMilli();
        Collection<BytesRef> tokens = reach.tokens().stream().map(BytesRef::new).toList();
        var lent = new BooleanQuery.Builder()
                .add(new TermInSetQuery(Fields.AUDIENCE_FOR_A_TIME, tokens), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.FROM, Long.MIN_VALUE, now), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.UNTIL, now + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
        var weight = createWeight(rewrite(lent), ScoreMode.COMPLETE_NO_SCORES, 1);
        var school = ofSchool(reach.schoolId());
        var all = new ArrayList<FixedBitSet>();
        for (LeafReaderContext leaf : getLeafContexts()) {
            var places = new FixedBitSet(columns.get(leaf.ord).size());
            var living = leaf.reader().getLiveDocs();
            var scorer = weight.scorer(leaf);
            var hits = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            while (hits.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (living == null || living.get(hits.docID())) {
                    places.set(columns.get(leaf.ord).placeOf[hits.docID()]);
                }
            }
            places.and(school.get(leaf.ord));
            places.or(always.get(leaf.ord));
            all.add(places);
        }
        return all;
    }

    /// Of each segment, the ranks of its materials among all titles, in the order of a Vietnamese dictionary. Made when
    /// first asked for.
    List<int[]> titleRanks() throws IOException {
        var known = titleRanks;
        if (known == null) {
            known = ranks();
            titleRanks = known;
        }
        return known;
    }

    private List<int[]> ranks() throws IOException {
        var all = MultiDocValues.getSortedValues(getIndexReader(), Fields.TITLE_ORDER);
        @Nullable OrdinalMap map = all instanceof MultiDocValues.MultiSortedDocValues multi ? multi.mapping : null;
        var ranks = new ArrayList<int[]>();
        for (LeafReaderContext leaf : getLeafContexts()) {
            var documents = columns.get(leaf.ord).documents;
            var ofLeaf = new int[documents.length];
            @Nullable SortedDocValues values = leaf.reader().getSortedDocValues(Fields.TITLE_ORDER);
            for (int place = 0; values != null && place < documents.length; place++) {
                if (values.advanceExact(documents[place])) {
                    int ord = values.ordValue();
                    ofLeaf[place] = map == null
                            ? ord
                            : (int) map.getGlobalOrds(leaf.ord).get(ord);
                }
            }
            ranks.add(ofLeaf);
        }
        return ranks;
    }
}
