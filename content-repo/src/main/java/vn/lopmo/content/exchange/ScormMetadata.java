package vn.lopmo.content.exchange;

import java.util.Map;
import java.util.stream.Collectors;
import vn.lopmo.content.material.Metadata;

/// A book in the LOM of SCORM 1.2: IMS Learning Resource Metadata 1.2.1, where each text is a `langstring` and each
/// term names its vocabulary. Elements in the order of that binding.
final class ScormMetadata {
    private static final String NAMESPACE = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1";
    private static final String STANDARD = "LOMv1.0";

    private final Xml xml;
    private final Book book;

    private ScormMetadata(Xml xml, Book book) {
        this.xml = xml;
        this.book = book;
    }

    static void write(Xml xml, Book book) {
        xml.in("lom", Map.of("xmlns", NAMESPACE), new ScormMetadata(xml, book)::sections);
    }

    private void sections() {
        xml.in("general", this::general);
        xml.in("lifecycle", this::lifecycle);
        xml.in("metametadata", () -> xml.put("metadatascheme", "ADL SCORM 1.2"));
        xml.in("technical", () -> xml.put("format", "text/html").put("location", "index.html"));
        xml.in("rights", this::rights);
    }

    private void general() {
        text("title", book.title());
        xml.in("catalogentry", () -> {
            xml.put("catalog", "URI");
            text("entry", book.urn());
        });
        xml.put("language", book.language());
        text("description", book.description().isEmpty() ? book.title() : book.description());
        book.works()
                .flatMap(work -> work.about().keywords().stream())
                .distinct()
                .forEach(keyword -> text("keyword", keyword));
    }

    private void lifecycle() {
        text("version", "1.0");
        term("status", "Final");
        book.works()
                .map(Work::about)
                .map(Metadata::author)
                .filter(author -> !author.isEmpty())
                .distinct()
                .forEach(author -> xml.in("contribute", () -> {
                    term("role", "Author");
                    xml.in("centity", () -> xml.put("vcard", Lom.card(author)));
                    xml.in("date", () -> xml.put("datetime", book.publishedAt().toString()));
                }));
    }

    private void rights() {
        term("cost", "no");
        term("copyrightandotherrestrictions", "yes");
        text("description", book.works().map(Work::attribution).collect(Collectors.joining("\n")));
    }

    private void text(String name, String words) {
        xml.in(name, () -> xml.put("langstring", Map.of("xml:lang", book.language()), words));
    }

    private void term(String name, String value) {
        xml.in(name, () -> {
            xml.in("source", () -> xml.put("langstring", Map.of("xml:lang", "x-none"), STANDARD));
            xml.in("value", () -> xml.put("langstring", Map.of("xml:lang", "x-none"), value));
        });
    }
}
