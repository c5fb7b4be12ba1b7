package vn.lopmo.content.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Readers;
import vn.lopmo.platform.refusal.Refusal;

/// The library's search field, what it offers while one types, and what is like a material.
@Path("/materials")
class SearchResource {
    private final LibraryIndex index;
    private final LibrarySearch search;
    private final Suggestions suggestions;
    private final Similar similar;
    private final Readers readers;

    SearchResource(LibraryIndex index, Readers readers, ObjectMapper json) {
        var hits = new Hits(json);
        this.index = index;
        this.search = new LibrarySearch(json);
        this.suggestions = new Suggestions(hits);
        this.similar = new Similar(hits);
        this.readers = readers;
    }

    /// @param understood what was typed without marks, as the library writes it
    /// @param suggestion another way to write it that finds `suggestionTotal` materials
    record Results(
            long total,
            long tookMs,
            List<View> hits,
            Map<String, List<Count>> facets,
            boolean folded,
            @Nullable String understood,
            @Nullable String suggestion,
            long suggestionTotal) {}

    record Count(String value, int count) {}

    /// @param materialId of a title; a topic has none
    record Suggestion(
            String text, Suggestions.Kind kind, @Nullable UUID materialId, int count) {
        static Suggestion of(Suggestions.Suggestion one) {
            var card = one.card();
            return new Suggestion(one.text(), one.kind(), card == null ? null : card.id(), one.count());
        }
    }

    /// @param near only part of what was asked for is in it; such hits stand behind the others and are not counted,
    /// unless there are no others
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
            @Nullable UUID fileHit,
            @Nullable Integer pages,
            @Nullable String mediaType,
            Instant publishedAt,
            boolean near) {
        static View of(Hits.Hit hit) {
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
                    hit.file(),
                    card.pages(),
                    card.mediaType(),
                    card.publishedAt(),
                    hit.near());
        }
    }

    /// Without words: what is new. Several values of a facet may be chosen (`grade=8&grade=9`). Facets are counted
    /// sideways: those of a facet that was chosen from count what else could be chosen there.
    @GET
    public Results search(
            @RestQuery @DefaultValue("") @Size(max = 300) String q,
            @RestQuery List<String> subject,
            @RestQuery List<String> grade,
            @RestQuery List<String> type,
            @RestQuery List<String> licence,
            @RestQuery List<String> textbookSet,
            @RestQuery List<String> level,
            @RestQuery List<String> visibility,
            @RestQuery("class") List<String> classes,
            @RestQuery List<String> year,
            @RestQuery @Nullable @Pattern(regexp = "relevance|newest|title") String sort,
            @RestQuery @DefaultValue("true") boolean facets,
            @RestQuery @DefaultValue("0") @Min(0) @Max(200) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(50) int size) {
        long start = System.nanoTime();
        var chosen = new TreeMap<String, List<String>>();
        choose(Fields.SUBJECT_FACET, subject, chosen);
        choose(Fields.GRADE_FACET, grade, chosen);
        choose(Fields.TYPE_FACET, type, chosen);
        choose(Fields.LICENCE_FACET, licence, chosen);
        choose(Fields.TEXTBOOK_FACET, textbookSet, chosen);
        choose(Fields.LEVEL_FACET, level, chosen);
        choose(Fields.VISIBILITY_FACET, visibility, chosen);
        choose(Fields.CLASS_FACET, classes, chosen);
        choose(Fields.YEAR_FACET, year, chosen);
        var order = sort == null ? null : Gathering.Order.valueOf(sort.toUpperCase(Locale.ROOT));
        var asked = new LibrarySearch.Asked(q, chosen, order, facets, page, size);
        var reach = Reach.of(readers.current());
        var found = index.ask(searcher -> search.search(searcher, asked, reach));
        var better = found.better();
        return new Results(
                found.total(),
                (System.nanoTime() - start) / 1_000_000,
                found.hits().stream().map(View::of).toList(),
                facets ? counts(found.facets()) : Map.of(),
                found.folded(),
                found.understood(),
                better == null ? null : better.words(),
                better == null ? 0 : better.total());
    }

    @GET
    @Path("/suggest")
    public List<Suggestion> suggest(@RestQuery @DefaultValue("") @Size(max = 300) String q) {
        var reach = Reach.of(readers.current());
        return index.ask(searcher -> suggestions.of(searcher, q, searcher.within(reach))).stream()
                .map(Suggestion::of)
                .toList();
    }

    /// Materials about the same, the nearest first.
    @GET
    @Path("/{id}/similar")
    public List<View> similar(UUID id, @RestQuery @DefaultValue("6") @Min(1) @Max(20) int size) {
        var reach = Reach.of(readers.current());
        return index
                .ask(searcher -> similar.to(searcher, id, searcher.within(reach), size))
                .orElseThrow(() -> new Refusal.NotFound("material-not-found"))
                .stream()
                .map(View::of)
                .toList();
    }

    private static void choose(String facet, List<String> values, Map<String, List<String>> chosen) {
        var given = values.stream().filter(value -> !value.isBlank()).toList();
        if (!given.isEmpty()) {
            chosen.put(facet, given);
        }
    }

    private static Map<String, List<Count>> counts(Map<String, Map<String, Integer>> found) {
        var facets = new TreeMap<String, List<Count>>();
        for (String facet : Fields.FACETS) {
            facets.put(
                    facet,
                    found.getOrDefault(facet, Map.of()).entrySet().stream()
                            .map(entry -> new Count(entry.getKey(), entry.getValue()))
                            .toList());
        }
        return facets;
    }
}
