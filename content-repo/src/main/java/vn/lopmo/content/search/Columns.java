package vn.lopmo.content.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// What a search looks up for thousands of materials at a time, laid out in arrays by the material's place within one
/// segment of the index: some 40 bytes a material and 5 a page. Made once for a segment, never changed.
final class Columns {
    /// The documents that are materials, in order; what stands between two are the pages of the latter.
    final int[] documents;
    /// Of each document, the place of its material.
    final int[] placeOf;
    /// Of each document, how long its text is, as the index writes it for scoring.
    final byte[] lengths;
    /// The same of each material's title and description, by place.
    final byte[] titleLengths;

    final byte[] aboutLengths;
    final long[] published;
    /// The facets of the material at place `p` are `facets[facetsFrom[p]]` up to `facets[facetsFrom[p + 1] - 1]`.
    final int[] facetsFrom;

    final int[] facets;

    Columns(LeafReader reader, FacetNames names) throws IOException {
        this.documents = materials(reader);
        this.placeOf = places(documents, reader.maxDoc());
        this.lengths = lengths(reader, Fields.TEXT, null);
        this.titleLengths = lengths(reader, Fields.TITLE, documents);
        this.aboutLengths = lengths(reader, Fields.ABOUT, documents);
        this.published = published(reader);
        this.facetsFrom = new int[documents.length + 1];
        this.facets = facets(reader, names);
    }

    int size() {
        return documents.length;
    }

    private static int[] materials(LeafReader reader) throws IOException {
        var all = new int[reader.docFreq(new Term(Fields.KIND, Fields.MATERIAL))];
        var postings = reader.postings(new Term(Fields.KIND, Fields.MATERIAL), PostingsEnum.NONE);
        int size = 0;
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            all[size++] = postings.docID();
        }
        return Arrays.copyOf(all, size);
    }

    private static int[] places(int[] materials, int documents) {
        var places = new int[documents];
        int from = 0;
        for (int place = 0; place < materials.length; place++) {
            Arrays.fill(places, from, materials[place] + 1, place);
            from = materials[place] + 1;
        }
        return places;
    }

    /// The first document of the material at a place: its first page, or itself.
    int firstOf(int place) {
        return place == 0 ? 0 : documents[place - 1] + 1;
    }

    /// @param only the lengths of these documents; null: of all
    private static byte[] lengths(LeafReader reader, String field, int @Nullable [] only) throws IOException {
        var lengths = new byte[only == null ? reader.maxDoc() : only.length];
        var norms = reader.getNormValues(field);
        for (int i = 0; i < lengths.length; i++) {
            int doc = only == null ? i : only[i];
            lengths[i] = norms != null && norms.advanceExact(doc) ? (byte) norms.longValue() : 1;
        }
        return lengths;
    }

    private long[] published(LeafReader reader) throws IOException {
        var times = new long[documents.length];
        var values = reader.getNumericDocValues(Fields.PUBLISHED);
        for (int place = 0; values != null && place < documents.length; place++) {
            times[place] = values.advanceExact(documents[place]) ? values.longValue() : 0;
        }
        return times;
    }

    private int[] facets(LeafReader reader, FacetNames names) throws IOException {
        var values = reader.getSortedSetDocValues(Fields.FACET);
        if (values == null) {
            return new int[0];
        }
        int[] known = names.numbers(values);
        var all = new int[documents.length * 8];
        int size = 0;
        for (int place = 0; place < documents.length; place++) {
            facetsFrom[place] = size;
            if (values.advanceExact(documents[place])) {
                if (all.length < size + values.docValueCount()) {
                    all = Arrays.copyOf(all, Math.max(size + values.docValueCount(), all.length * 2));
                }
                size = add(values, known, all, size);
            }
        }
        facetsFrom[documents.length] = size;
        return Arrays.copyOf(all, size);
    }

    private static int add(SortedSetDocValues values, int[] known, int[] all, int from) throws IOException {
        int size = from;
        for (int i = 0; i < values.docValueCount(); i++) {
            all[size++] = known[(int) values.nextOrd()];
        }
        return size;
    }

    long bytes() {
        return 4L * (documents.length + placeOf.length + facetsFrom.length + facets.length)
                + 8L * published.length
                + lengths.length
                + titleLengths.length
                + aboutLengths.length;
    }
}
