package vn.lopmo.content.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/// Keeps the [Columns] of each segment as long as the segment lives, so that a change to the library costs only those
/// of the new segment. Safe for any number of threads.
final class ColumnsOfSegments {
    private final FacetNames names = new FacetNames();
    private final Map<IndexReader.CacheKey, Columns> known = new ConcurrentHashMap<>();

    FacetNames names() {
        return names;
    }

    Columns of(LeafReader segment) throws IOException {
        var helper = segment.getCoreCacheHelper();
        if (helper == null) {
            return new Columns(segment, names);
        }
        try {
            return known.computeIfAbsent(helper.getKey(), key -> {
                helper.addClosedListener(known::remove);
                return made(segment);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Columns made(LeafReader segment) {
        try {
            return new Columns(segment, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
