package vn.lopmo.content.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/// Makes what a list shows of the materials found: their cards, with marks on what was looked for. Safe for any number
/// of threads.
final class Hits {
    private final ObjectMapper json;

    Hits(ObjectMapper json) {
        this.json = json;
    }

    /// @param title escaped HTML with marks; so is `snippet`
    /// @param page of the file `file`, the one that fits best
    /// @param near only part of what was asked for is in it
    /// @param text what the snippet was taken from
    record Hit(
            Card card,
            String title,
            @Nullable String snippet,
            @Nullable Integer page,
            @Nullable UUID file,
            boolean near,
            String text) {}

    List<Hit> of(Searcher searcher, List<Gathering.Best> found, Wish wish) throws IOException {
        var marks = new Marks(wish.syllables());
        var hits = new ArrayList<Hit>();
        var stored = searcher.storedFields();
        for (var one : found) {
            hits.add(hit(stored, one, marks));
        }
        return hits;
    }

    /// @param documents best used again for all cards of a list: neighbours are unpacked together
    Card card(StoredFields documents, int document) throws IOException {
        var stored = documents.document(document).get(Fields.STORED_CARD);
        try {
            return json.readValue(Objects.requireNonNull(stored), Card.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Hit hit(StoredFields documents, Gathering.Best one, Marks marks) throws IOException {
        var card = card(documents, one.document());
        boolean near = !one.isComplete();
        var title = marks.all(card.title());
        if (one.page() < 0) {
            return new Hit(card, title, orNull(marks.best(card.description())), null, null, near, card.description());
        }
        var page = documents.document(one.page());
        var text = page.get(Fields.STORED_TEXT);
        int number = page.getField(Fields.STORED_NUMBER).numericValue().intValue();
        var file = UUID.fromString(page.get(Fields.STORED_FILE));
        return new Hit(card, title, orNull(marks.best(text)), number, file, near, text);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
