package vn.lopmo.content.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Readers;

/// The library's search field and what it offers while one types.
@Path("/materials")
class SearchResource {
    private static final List<String> FACETS =
            List.of(Fields.SUBJECT_FACET, Fields.GRADE_FACET, Fields.TYPE_FACET, Fields.LICENCE_FACET);

    private final LibrarySearch library;
    private final Readers readers;

    SearchResource(LibrarySearch library, Readers readers) {
        this.library = library;
        this.readers = readers;
    }

    record Results(long total, long tookMs, List<View> hits, Map<String, List<Count>> facets, boolean folded) {}

    record Count(String value, int count) {}

    record Suggestion(String text, UUID materialId) {}

    record View(
            UUID id,
            int version,
            String title,
            String titleHtml,
            @Nullable MaterialType type,
            @Nullable String subject,
            List<Integer> grades,
            @Nullable Licence licence,
            String author,
            String source,
            @Nullable String snippetHtml,
            @Nullable Integer pageHit,
            @Nullable Integer pages,
            @Nullable String mediaType,
            Instant publishedAt) {
        static View of(LibrarySearch.Hit hit) {
            var card = hit.card();
            return new View(
                    card.id(),
                    card.version(),
                    card.title(),
                    hit.title(),
                    card.type(),
                    card.subject(),
                    card.grades(),
                    card.licence(),
                    card.author(),
                    card.source(),
                    hit.snippet(),
                    hit.page(),
                    card.pages(),
                    card.mediaType(),
                    card.publishedAt());
        }
    }

    /// Without words: what is new. Several values of a facet may be chosen (`grade=8&grade=9`).
    @GET
    public Results search(
            @RestQuery @DefaultValue("") @Size(max = 300) String q,
            @RestQuery List<String> subject,
            @RestQuery List<String> grade,
            @RestQuery List<String> type,
            @RestQuery List<String> licence,
            @RestQuery @DefaultValue("0") @Min(0) @Max(200) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(50) int size) {
        long start = System.nanoTime();
        var chosen = new TreeMap<String, List<String>>();
        choose(Fields.SUBJECT_FACET, subject, chosen);
        choose(Fields.GRADE_FACET, grade, chosen);
        choose(Fields.TYPE_FACET, type, chosen);
        choose(Fields.LICENCE_FACET, licence, chosen);
        var found = library.search(new LibrarySearch.Asked(q, chosen, page, size), readers.current());
        return new Results(
                found.total(),
                (System.nanoTime() - start) / 1_000_000,
                found.hits().stream().map(View::of).toList(),
                facets(found.facets()),
                found.folded());
    }

    @GET
    @Path("/suggest")
    public List<Suggestion> suggest(@RestQuery @DefaultValue("") @Size(max = 300) String q) {
        return library.suggest(q, readers.current()).stream()
                .map(suggestion ->
                        new Suggestion(suggestion.text(), suggestion.card().id()))
                .toList();
    }

    private static void choose(String facet, List<String> values, Map<String, List<String>> chosen) {
        var given = values.stream().filter(value -> !value.isBlank()).toList();
        if (!given.isEmpty()) {
            chosen.put(facet, given);
        }
    }

    private static Map<String, List<Count>> facets(Map<String, Map<String, Integer>> found) {
        var facets = new TreeMap<String, List<Count>>();
        for (String facet : FACETS) {
            facets.put(
                    facet,
                    found.getOrDefault(facet, Map.of()).entrySet().stream()
                            .map(entry -> new Count(entry.getKey(), entry.getValue()))
                            .toList());
        }
        return facets;
    }
}
