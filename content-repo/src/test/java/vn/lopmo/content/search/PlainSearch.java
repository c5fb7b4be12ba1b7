package vn.lopmo.content.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Subjects;

/// What the product's search is measured against: BM25 over one text a material, everything that is known of it.
final class PlainSearch implements Closeable {
    enum Mixture {
        /// What most systems do.
        SYLLABLES,
        FOLDED_AND_PAIRS,
        FOLDED_PAIRS_AND_LIGHT_EXACT
    }

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    PlainSearch(List<Findable> materials) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            for (Findable material : materials) {
                writer.addDocument(document(material));
            }
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    private static Document document(Findable material) {
        var metadata = material.metadata();
        var own = Stream.of(
                metadata.title(),
                Subjects.nameOf(String.valueOf(metadata.subject())),
                "lớp " + metadata.grades().getFirst(),
                metadata.type() == null ? "" : metadata.type().words(),
                metadata.author(),
                String.join(". ", metadata.keywords()));
        var text = Stream.concat(own, material.pages().get().map(FilePages.Text::text))
                .collect(Collectors.joining(". "));
        var syllables = Syllable.of(text);
        var document = new Document();
        document.add(Terms.exact("exact", syllables));
        document.add(Terms.folded("folded", syllables));
        document.add(Terms.pairs("pairs", syllables));
        document.add(new StoredField("id", material.id().toString()));
        return document;
    }

    List<UUID> search(String words, Mixture mixture, int most) throws IOException {
        var query = new BooleanQuery.Builder();
        var syllables = Syllable.of(words);
        for (int i = 0; i < syllables.size(); i++) {
            var one = syllables.get(i);
            if (mixture == Mixture.SYLLABLES) {
                query.add(new TermQuery(new Term("exact", one.exact())), Occur.SHOULD);
                continue;
            }
            query.add(new TermQuery(new Term("folded", one.folded())), Occur.SHOULD);
            if (i + 1 < syllables.size()) {
                add(
                        query,
                        "pairs",
                        Terms.pair(one.folded(), syllables.get(i + 1).folded()),
                        0.5f);
            }
            if (mixture == Mixture.FOLDED_PAIRS_AND_LIGHT_EXACT && Spelling.isAccented(one.exact())) {
                add(query, "exact", one.exact(), 0.15f);
            }
        }
        var found = new ArrayList<UUID>();
        for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
            found.add(UUID.fromString(searcher.storedFields().document(hit.doc).get("id")));
        }
        return found;
    }

    private static void add(BooleanQuery.Builder query, String field, String term, float weight) {
        query.add(new BoostQuery(new TermQuery(new Term(field, term)), weight), Occur.SHOULD);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
