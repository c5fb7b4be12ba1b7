package vn.lopmo.content.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.exchange.Opds.About;
import vn.lopmo.content.exchange.Opds.Facet;
import vn.lopmo.content.exchange.Opds.Feed;
import vn.lopmo.content.exchange.Opds.Link;
import vn.lopmo.content.exchange.OpenShelf.Choice;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Readership;
import vn.lopmo.content.material.Subjects;
import vn.lopmo.platform.refusal.Refusal;

/// The catalogue for e-readers (OPDS 2.0): open without an account.
@Path("/open/{school}/opds")
class OpdsResource {
    private static final int PAGE = 30;

    private final OpenLibraries libraries;
    private final OpenShelf shelf;
    private final Works works;
    private final ObjectMapper json;
    private final Clock clock;

    OpdsResource(OpenLibraries libraries, OpenShelf shelf, Works works, ObjectMapper json, Clock clock) {
        this.libraries = libraries;
        this.shelf = shelf;
        this.works = works;
        this.json = json;
        this.clock = clock;
    }

    /// Where a reader begins.
    @GET
    @Produces(Opds.FEED)
    @Transactional
    public String home(String school, @Context HttpHeaders headers) {
        var library = libraries.get(school);
        var at = Addresses.of(headers, library.code());
        var now = clock.instant();
        var navigation = new ArrayList<Link>();
        int all = shelf.count(library.schoolId(), Choice.ALL, now);
        navigation.add(Link.titled("Mới nhất", at.publications(Map.of()), all));
        shelf.counts(library.schoolId(), "subject", Choice.ALL, now)
                .forEach((subject, count) -> navigation.add(Link.titled(
                        Subjects.nameOf(subject),
                        at.publications(Choice.ALL.withSubject(subject).asQuery()),
                        count)));
        var links = List.of(Link.of("self", at.opds(), Opds.FEED), search(at));
        return text(new Feed(About.of(library.name()), links, navigation, List.of(), List.of()));
    }

    /// @param page from 1 on
    @GET
    @Path("/publications")
    @Produces(Opds.FEED)
    @Transactional
    public String publications(
            String school,
            @RestQuery @DefaultValue("") @Size(max = 200) String query,
            @RestQuery @DefaultValue("") String subject,
            @RestQuery @DefaultValue("") String type,
            @RestQuery @Nullable @Min(1) @Max(12) Integer grade,
            @RestQuery @DefaultValue("1") @Min(1) @Max(100_000) int page,
            @Context HttpHeaders headers) {
        var library = libraries.get(school);
        var at = Addresses.of(headers, library.code());
        var now = clock.instant();
        var choice = new Choice(query, subject, type, grade);
        int total = shelf.count(library.schoolId(), choice, now);
        var ids = shelf.newest(library.schoolId(), choice, (page - 1) * PAGE, PAGE, now);
        var found = works.of(library.schoolId(), ids, Readership.ofAnybody(now)).values().stream()
                .map(work -> Opds.of(work, at))
                .toList();
        // a feed without anything in it is none: it leads back
        var back = found.isEmpty()
                ? List.of(new Link(at.opds(), Opds.FEED, null, library.name(), null, null))
                : List.<Link>of();
        return text(new Feed(
                new About(library.name(), total, PAGE, page),
                links(at, choice, page, total),
                back,
                facets(library.schoolId(), at, choice, now),
                found));
    }

    @GET
    @Path("/publications/{id}")
    @Produces(Opds.PUBLICATION)
    @Transactional
    public String publication(String school, UUID id, @Context HttpHeaders headers) {
        var library = libraries.get(school);
        var work = works.of(library.schoolId(), List.of(id), Readership.ofAnybody(clock.instant()))
                .get(id);
        if (work == null) {
            throw new Refusal.NotFound("material-not-found");
        }
        return text(Opds.of(work, Addresses.of(headers, library.code())));
    }

    private static List<Link> links(Addresses at, Choice choice, int page, int total) {
        int last = Math.max(1, (total + PAGE - 1) / PAGE);
        var links = new ArrayList<Link>();
        links.add(paged("self", at, choice, page));
        links.add(Link.of("start", at.opds(), Opds.FEED));
        links.add(search(at));
        links.add(paged("first", at, choice, 1));
        links.add(paged("last", at, choice, last));
        if (page > 1) {
            links.add(paged("previous", at, choice, Math.min(page - 1, last)));
        }
        if (page < last) {
            links.add(paged("next", at, choice, page + 1));
        }
        return links;
    }

    private static Link paged(String rel, Addresses at, Choice choice, int page) {
        var query = new LinkedHashMap<>(choice.asQuery());
        query.put("page", page == 1 ? "" : String.valueOf(page));
        return Link.of(rel, at.publications(query), Opds.FEED);
    }

    private static Link search(Addresses at) {
        return new Link(at.opdsSearch(), Opds.FEED, "search", null, true, null);
    }

    /// A facet counts what there would be with another value of its own and the other choices as they are.
    private List<Facet> facets(UUID school, Addresses at, Choice choice, Instant now) {
        var facets = new ArrayList<Facet>();
        var subjects = shelf.counts(school, "subject", choice.withSubject(""), now);
        add(
                facets,
                "Môn",
                subjects,
                choice.subject(),
                Subjects::nameOf,
                value -> at.publications(choice.withSubject(value).asQuery()));
        var grades = shelf.grades(school, choice.withGrade(null), now);
        add(
                facets,
                "Lớp",
                grades,
                String.valueOf(choice.grade()),
                value -> "Lớp " + value,
                value ->
                        at.publications(choice.withGrade(Integer.valueOf(value)).asQuery()));
        var types = shelf.counts(school, "type", choice.withType(""), now);
        add(
                facets,
                "Loại",
                types,
                choice.type(),
                OpdsResource::typeName,
                value -> at.publications(choice.withType(value).asQuery()));
        return facets;
    }

    private static void add(
            List<Facet> facets,
            String title,
            Map<String, Integer> counts,
            String chosen,
            Function<String, String> name,
            Function<String, String> address) {
        var links = counts.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty())
                .map(each -> new Link(
                        address.apply(each.getKey()),
                        Opds.FEED,
                        each.getKey().equals(chosen) ? "self" : null,
                        name.apply(each.getKey()),
                        null,
                        new Opds.Properties(each.getValue())))
                .toList();
        if (!links.isEmpty()) {
            facets.add(new Facet(About.of(title), links));
        }
    }

    private static String typeName(String type) {
        for (MaterialType each : MaterialType.values()) {
            if (each.name().equals(type)) {
                return each.words();
            }
        }
        return type;
    }

    private String text(Object feed) {
        try {
            return json.writeValueAsString(feed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
