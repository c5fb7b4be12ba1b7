package vn.lopmo.content.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/// What the schemas of OPDS 2.0 and of the Readium Web Publication Manifest ask of a feed and of a publication, written
/// down anew: OPDS gives its schemas no licence, so that they are not in this repository.
final class OpdsCheck {
    private static final Set<String> ACQUISITIONS = Set.of(
            "preview",
            "http://opds-spec.org/acquisition",
            "http://opds-spec.org/acquisition/buy",
            "http://opds-spec.org/acquisition/open-access",
            "http://opds-spec.org/acquisition/borrow",
            "http://opds-spec.org/acquisition/sample",
            "http://opds-spec.org/acquisition/subscribe");
    private static final Set<String> SHOWN =
            Set.of("image/jpeg", "image/webp", "image/avif", "image/png", "image/jxl", "image/gif");
    private static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?";

    private OpdsCheck() {}

    static void feed(JsonNode feed) {
        about(feed.path("metadata"));
        links(feed.path("links"));
        assertTrue(rels(feed.path("links")).contains("self"), "a feed names itself");
        assertTrue(
                feed.has("publications") || feed.has("navigation") || feed.has("groups"),
                "a feed has something to show");
        if (feed.has("navigation")) {
            links(feed.path("navigation"));
            feed.path("navigation").forEach(link -> text(link, "title"));
        }
        if (feed.has("facets")) {
            different(feed.path("facets"));
            feed.path("facets").forEach(facet -> {
                about(facet.path("metadata"));
                links(facet.path("links"));
            });
        }
        if (feed.has("publications")) {
            different(feed.path("publications"));
            feed.path("publications").forEach(OpdsCheck::publication);
        }
    }

    static void publication(JsonNode publication) {
        var metadata = publication.path("metadata");
        text(metadata, "title");
        address(metadata, "identifier");
        address(metadata, "@type");
        for (var name : List.of("author", "publisher", "description", "rights")) {
            assertTrue(
                    metadata.path(name).isMissingNode() || metadata.path(name).isTextual(), name);
        }
        if (metadata.has("modified")) {
            Instant.parse(metadata.path("modified").asText());
        }
        assertTrue(metadata.path("language").asText("vi").matches(LANGUAGE), metadata.toString());
        metadata.path("subject").forEach(subject -> assertTrue(subject.isTextual()));
        publication.path("links").forEach(OpdsCheck::link);
        assertTrue(rels(publication.path("links")).stream().anyMatch(ACQUISITIONS::contains), publication.toString());
        if (publication.has("images")) {
            assertTrue(publication.path("images").size() > 0);
            publication.path("images").forEach(OpdsCheck::link);
            assertTrue(all(publication.path("images")).stream()
                    .anyMatch(image -> SHOWN.contains(image.path("type").asText())));
        }
    }

    private static void about(JsonNode metadata) {
        text(metadata, "title");
        whole(metadata, "itemsPerPage", 1);
        whole(metadata, "currentPage", 1);
        whole(metadata, "numberOfItems", 0);
    }

    /// At least one, and none twice.
    private static void links(JsonNode links) {
        assertTrue(links.isArray() && links.size() > 0, links.toString());
        different(links);
        links.forEach(OpdsCheck::link);
    }

    private static void link(JsonNode link) {
        text(link, "href");
        var href = link.path("href").asText();
        if (link.path("templated").asBoolean()) {
            URI.create(href.replaceAll("\\{[?&]?[A-Za-z,]+}", ""));
        } else {
            URI.create(href);
        }
        for (var name : List.of("type", "rel", "title")) {
            assertTrue(link.path(name).isMissingNode() || link.path(name).isTextual(), link.toString());
        }
        assertTrue(
                link.path("templated").isMissingNode() || link.path("templated").isBoolean());
        whole(link.path("properties"), "numberOfItems", 0);
    }

    private static void different(JsonNode array) {
        assertTrue(array.isArray() && array.size() > 0, array.toString());
        assertEquals(array.size(), new HashSet<>(all(array)).size(), "each is there once");
    }

    private static Set<String> rels(JsonNode links) {
        var rels = new HashSet<String>();
        links.forEach(link -> rels.add(link.path("rel").asText()));
        return rels;
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static void text(JsonNode node, String name) {
        assertTrue(node.path(name).isTextual(), name + " of " + node);
    }

    private static void address(JsonNode node, String name) {
        if (node.has(name)) {
            assertTrue(URI.create(node.path(name).asText()).isAbsolute(), node.toString());
        }
    }

    private static void whole(JsonNode node, String name, int least) {
        var value = node.path(name);
        assertTrue(value.isMissingNode() || (value.isIntegralNumber() && value.asInt() >= least), node.toString());
    }
}
