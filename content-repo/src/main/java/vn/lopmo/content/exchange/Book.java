package vn.lopmo.content.exchange;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.CopiedFiles.Picture;

/// Works as one book: what can be read of a material, or of all materials of a collection in its order.
///
/// @param id of the material or the collection
/// @param cover the picture by which it is known
record Book(
        UUID id,
        String title,
        String description,
        List<Chapter> chapters,
        @Nullable Picture cover) {
    Book {
        chapters = List.copyOf(chapters);
    }

    /// A work with what a book can hold of it.
    ///
    /// @param leftOut names of files that a book cannot hold: films, tables, packages
    record Chapter(Work work, List<Reading> readings, List<String> leftOut) {
        Chapter {
            readings = List.copyOf(readings);
            leftOut = List.copyOf(leftOut);
        }
    }

    /// A file as it is read.
    sealed interface Reading {
        /// Of the file, without its ending.
        String name();
    }

    /// @param loose the words were taken off printed pages, whose make-up and pictures stay in the file
    record Pages(UUID fileId, String name, boolean loose, Map<String, Picture> pictures) implements Reading {}

    record Plate(String name, Picture picture) implements Reading {}

    String urn() {
        return "urn:uuid:" + id;
    }

    boolean isOfMany() {
        return chapters.size() > 1;
    }

    /// When the newest of it was published.
    Instant publishedAt() {
        return works().map(Work::publishedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    String language() {
        return works().map(work -> work.about().language()).findFirst().orElse("vi");
    }

    Stream<Work> works() {
        return chapters.stream().map(Chapter::work);
    }
}
