package vn.lopmo.content.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.BasedOn;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Subjects;

/// A work in the fifteen elements of Dublin Core (oai_dc), as docs/metadata.md maps them.
final class DublinCore {
    static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    static final String SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

    private DublinCore() {}

    static void write(Xml xml, Work work, Addresses at) {
        var attributes = new TreeMap<>(Map.of(
                "xmlns:oai_dc",
                NAMESPACE,
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:xsi",
                Xml.INSTANCE,
                "xsi:schemaLocation",
                NAMESPACE + " " + SCHEMA));
        xml.in("oai_dc:dc", attributes, () -> elements(xml, work, at));
    }

    private static void elements(Xml xml, Work work, Addresses at) {
        var about = work.about();
        xml.put("dc:title", about.title());
        xml.put("dc:creator", about.author());
        subjects(work).forEach(subject -> xml.put("dc:subject", subject));
        xml.put("dc:description", about.description());
        about.outcomes().forEach(outcome -> xml.put("dc:description", outcome));
        xml.put("dc:publisher", about.unit());
        xml.put("dc:date", work.publishedAt().toString());
        xml.put("dc:type", words(about.type()));
        formats(work).forEach(format -> xml.put("dc:format", format));
        xml.put("dc:identifier", at.material(work.id()));
        xml.put("dc:identifier", work.urn());
        xml.put("dc:source", about.source());
        about.basedOn().stream().map(BasedOn::title).forEach(title -> xml.put("dc:source", title));
        xml.put("dc:language", about.language());
        xml.put("dc:relation", about.textbook());
        xml.put("dc:coverage", about.chapter());
        xml.put("dc:coverage", about.lesson());
        rights(xml, work);
    }

    /// The licence's address stands first: programs look for it.
    private static void rights(Xml xml, Work work) {
        var licence = Objects.requireNonNull(work.about().licence());
        xml.put("dc:rights", licence.isOpen() ? licence.address() : licence.label());
        xml.put("dc:rights", work.attribution());
    }

    private static Stream<String> subjects(Work work) {
        var about = work.about();
        var subject = about.subject();
        return Stream.of(
                        subject == null ? Stream.<String>empty() : Stream.of(Subjects.nameOf(subject)),
                        about.grades().stream().map(grade -> "Lớp " + grade),
                        about.keywords().stream())
                .flatMap(each -> each);
    }

    private static Stream<String> formats(Work work) {
        return work.contents().stream()
                .map(Attachment::mediaType)
                .map(type -> type.toLowerCase(Locale.ROOT))
                .distinct();
    }

    private static String words(@Nullable MaterialType type) {
        return type == null ? "" : type.words();
    }
}
