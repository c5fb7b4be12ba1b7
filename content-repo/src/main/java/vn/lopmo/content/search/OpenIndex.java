package vn.lopmo.content.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// One Lucene index in one folder: a writer, and searchers that see a change as soon as it is refreshed. Searching is
/// safe for any number of threads, and so is writing of different materials.
final class OpenIndex implements Closeable {
    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private OpenIndex(Path folder, FSDirectory directory, IndexWriter writer, SearcherManager searchers) {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    interface Question<T> {
        T ask(Searcher searcher) throws IOException;
    }

    /// @param buffer megabytes that new documents may fill before they are written out
    static OpenIndex at(Path folder, double buffer) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        try {
            var settings = new IndexWriterConfig(new KeywordAnalyzer())
                    .setRAMBufferSizeMB(buffer)
                    .setCommitOnClose(false);
            settings.setParentField("_parent");
            var writer = new IndexWriter(directory, settings);
            return new OpenIndex(folder, directory, writer, new SearcherManager(writer, factory()));
        } catch (IOException | RuntimeException broken) {
            directory.close();
            throw broken;
        }
    }

    private static SearcherFactory factory() {
        var columns = new ColumnsOfSegments();
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
                return new Searcher(reader, columns);
            }
        };
    }

    <T> T ask(Question<T> question) {
        try {
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
        Iterable<Document> documents = block::iterator;
        writer.updateDocuments(new Term(Fields.ID, materialId.toString()), documents);
    }

    void remove(UUID materialId) throws IOException {
        writer.deleteDocuments(new Term(Fields.ID, materialId.toString()));
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /// Makes all durable, with a note of how far it goes.
    void commit(Map<String, String> note) throws IOException {
        writer.setLiveCommitData(note.entrySet());
        writer.commit();
    }

    /// The note of the last commit; empty if there is none.
    Map<String, String> note() {
        var note = new HashMap<String, String>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> note.put(entry.getKey(), entry.getValue()));
        }
        return note;
    }

    Path folder() {
        return folder;
    }

    /// Searches under way end on what they hold; what was not committed is dropped.
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
