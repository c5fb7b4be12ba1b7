package vn.lopmo.content.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.lopmo.content.material.Licence;

/// New materials as RSS 2.0, for whoever follows the library.
final class Rss {
    private static final Map<String, String> ROOT = new TreeMap<>(Map.of(
            "version", "2.0",
            "xmlns:atom", "http://www.w3.org/2005/Atom",
            "xmlns:dc", "http://purl.org/dc/elements/1.1/",
            "xmlns:cc", "http://creativecommons.org/ns#"));

    private Rss() {}

    static String of(OpenLibrary library, Collection<Work> works, Addresses at, Instant now) {
        var xml = new Xml();
        return xml.in(
                        "rss",
                        ROOT,
                        () -> xml.in("channel", () -> {
                            xml.put("title", library.name());
                            xml.put("link", at.home());
                            xml.empty(
                                    "atom:link",
                                    new TreeMap<>(
                                            Map.of("href", at.rss(), "rel", "self", "type", "application/rss+xml")));
                            xml.put("description", "Học liệu mới của " + library.name());
                            xml.put("language", "vi");
                            xml.put("lastBuildDate", date(now));
                            works.forEach(work -> xml.in("item", () -> item(xml, work, at)));
                        }))
                .done();
    }

    private static void item(Xml xml, Work work, Addresses at) {
        var about = work.about();
        xml.put("title", about.title());
        xml.put("link", at.material(work.id()));
        xml.put("guid", Map.of("isPermaLink", "false"), work.urn());
        xml.put("pubDate", date(work.publishedAt()));
        xml.put("dc:creator", about.author());
        about.keywords().forEach(keyword -> xml.put("category", keyword));
        xml.put("description", about.description().isEmpty() ? work.attribution() : about.description());
        var licence = Objects.requireNonNull(about.licence());
        xml.put("cc:license", licence.isOpen() ? licence.address() : Licence.ALL_RIGHTS.label());
        work.contents().stream()
                .limit(1)
                .forEach(file -> xml.empty(
                        "enclosure",
                        new TreeMap<>(Map.of(
                                "url",
                                at.file(file.id()),
                                "length",
                                String.valueOf(file.size()),
                                "type",
                                file.mediaType()))));
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }
}
