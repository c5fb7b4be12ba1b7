package vn.lopmo.content.search;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The Lucene index: one writer, and searchers that see a change as soon as it is refreshed. A folder that cannot be
/// read is emptied and filled anew. Searching is safe for any number of threads; writing is the feed's alone.
@ApplicationScoped
class LibraryIndex {
    static final String ID = "id";
    private static final Logger LOG = Logger.getLogger(LibraryIndex.class);

    private final Path folder;
    private final double buffer;
    private @Nullable Opened opened;

    private record Opened(FSDirectory directory, IndexWriter writer, SearcherManager searchers) {}

    /// A searcher with the counts of facets that belong to what it sees.
    static final class Searcher extends IndexSearcher {
        private final @Nullable SortedSetDocValuesReaderState facets;

        private Searcher(IndexReader reader) throws IOException {
            super(reader);
            this.facets = state(reader);
        }

        @Nullable
        SortedSetDocValuesReaderState facets() {
            return facets;
        }

        private static @Nullable SortedSetDocValuesReaderState state(IndexReader reader) throws IOException {
            try {
                return new DefaultSortedSetDocValuesReaderState(reader, Fields.facets());
            } catch (IllegalArgumentException nothingToCount) {
                return null;
            }
        }
    }

    interface Question<T> {
        T ask(Searcher searcher) throws IOException;
    }

    LibraryIndex(SearchConfig config) {
        this.folder = config.folder();
        this.buffer = config.buffer();
    }

    <T> T ask(Question<T> question) {
        try {
            var searchers = opened().searchers;
            var searcher = searchers.acquire();
            try {
                return question.ask((Searcher) searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a block in the place of the material's former one.
    void replace(UUID materialId, Stream<Document> block) throws IOException {
        Iterable<Document> documents = () -> block.map(LibraryIndex::withFacets).iterator();
        opened().writer.updateDocuments(new Term(ID, materialId.toString()), documents);
    }

    void remove(UUID materialId) throws IOException {
        opened().writer.deleteDocuments(new Term(ID, materialId.toString()));
    }

    void clear() throws IOException {
        opened().writer.deleteAll();
    }

    void refresh() throws IOException {
        opened().searchers.maybeRefreshBlocking();
    }

    /// Makes all durable, with a note of how far it goes.
    void commit(Map<String, String> note) throws IOException {
        var writer = opened().writer;
        writer.setLiveCommitData(note.entrySet());
        writer.commit();
    }

    /// The note of the last commit; empty if there is none.
    Map<String, String> note() {
        var note = new HashMap<String, String>();
        var data = opened().writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> note.put(entry.getKey(), entry.getValue()));
        }
        return note;
    }

    private synchronized Opened opened() {
        var known = opened;
        if (known == null) {
            try {
                known = openOrMakeAnew();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            opened = known;
        }
        return known;
    }

    private Opened openOrMakeAnew() throws IOException {
        Files.createDirectories(folder);
        try {
            return open();
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException broken) {
            return afterEmptying(broken);
        } catch (IllegalArgumentException | java.io.FileNotFoundException | java.nio.file.NoSuchFileException broken) {
            return afterEmptying(broken);
        }
    }

    private Opened afterEmptying(Exception broken) throws IOException {
        LOG.warnf("the index cannot be read and is made anew: %s", broken.getMessage());
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        }
        return open();
    }

    private Opened open() throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            var settings = new IndexWriterConfig(new KeywordAnalyzer())
                    .setRAMBufferSizeMB(buffer)
                    .setCommitOnClose(false);
            settings.setParentField("_parent");
            var writer = new IndexWriter(directory, settings);
            return new Opened(directory, writer, new SearcherManager(writer, factory()));
        } catch (IOException | RuntimeException broken) {
            directory.close();
            throw broken;
        }
    }

    private static SearcherFactory factory() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
                return new Searcher(reader);
            }
        };
    }

    private static Document withFacets(Document document) {
        try {
            return Fields.facets().build(document);
        } catch (IOException impossibleWithoutTaxonomy) {
            throw new UncheckedIOException(impossibleWithoutTaxonomy);
        }
    }

    synchronized void close(@Observes ShutdownEvent stopped) throws IOException {
        var known = opened;
        opened = null;
        if (known != null) {
            known.searchers.close();
            known.writer.rollback();
            known.directory.close();
        }
    }
}
