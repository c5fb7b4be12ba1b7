package vn.lopmo.content.exchange;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.content.exchange.BookPrinting.Printed;
import vn.lopmo.content.material.BasedOn;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.Subjects;

/// The package document of an EPUB: Dublin Core as docs/metadata.md maps it, what EPUB Accessibility 1.1 asks to be
/// told, and every file of the book.
final class EpubPackage {
    private final Xml xml = new Xml();
    private final Book book;
    private final Printed printed;
    private final String nav;

    private EpubPackage(Book book, Printed printed, String nav) {
        this.book = book;
        this.printed = printed;
        this.nav = nav;
    }

    static String of(Book book, Printed printed, String nav) {
        return new EpubPackage(book, printed, nav).written();
    }

    private String written() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("xmlns", "http://www.idpf.org/2007/opf");
        attributes.put("version", "3.0");
        attributes.put("unique-identifier", "ma");
        attributes.put("xml:lang", book.language());
        xml.in("package", attributes, () -> {
            xml.in("metadata", Map.of("xmlns:dc", "http://purl.org/dc/elements/1.1/"), this::metadata);
            xml.in("manifest", this::manifest);
            xml.in("spine", () -> printed.leaves().forEach(leaf -> xml.empty("itemref", Map.of("idref", leaf.id()))));
        });
        return xml.done();
    }

    private void metadata() {
        xml.put("dc:identifier", Map.of("id", "ma"), book.urn());
        xml.put("dc:title", book.title());
        languages().forEach(language -> xml.put("dc:language", language));
        property(
                "dcterms:modified",
                book.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.put(
                "dc:date",
                book.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        each(Metadata::author).forEach(author -> xml.put("dc:creator", author));
        each(Metadata::unit).forEach(unit -> xml.put("dc:publisher", unit));
        xml.put("dc:description", book.description());
        subjects().forEach(subject -> xml.put("dc:subject", subject));
        each(Metadata::source).forEach(source -> xml.put("dc:source", source));
        book.works()
                .flatMap(work -> work.about().basedOn().stream())
                .map(BasedOn::title)
                .filter(title -> !title.isBlank())
                .distinct()
                .forEach(title -> xml.put("dc:source", title));
        rights().forEach(words -> xml.put("dc:rights", words));
        accessibility();
    }

    private List<String> languages() {
        var languages = each(Metadata::language);
        return languages.isEmpty() ? List.of(book.language()) : languages;
    }

    private List<String> subjects() {
        return book.works()
                .map(Work::about)
                .flatMap(about -> {
                    var words = new ArrayList<String>();
                    if (about.subject() != null) {
                        words.add(Subjects.nameOf(about.subject()));
                    }
                    about.grades().forEach(grade -> words.add("Lớp " + grade));
                    words.addAll(about.keywords());
                    return words.stream();
                })
                .distinct()
                .toList();
    }

    /// The addresses of the licences first: programs look for them.
    private List<String> rights() {
        var words = book.works()
                .map(work -> work.about().licence())
                .filter(licence -> licence != null)
                .map(Licence::address)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        book.works().map(Work::attribution).forEach(words::add);
        return words;
    }

    private void accessibility() {
        boolean pictures = printed.pictures().stream().anyMatch(each -> !each.equals(printed.cover()));
        property("schema:accessMode", "textual");
        if (pictures) {
            property("schema:accessMode", "visual");
        }
        property(
                "schema:accessModeSufficient",
                pictures && !printed.everyPictureIsTold() ? "textual,visual" : "textual");
        property("schema:accessibilityFeature", "tableOfContents");
        property("schema:accessibilityFeature", "readingOrder");
        property("schema:accessibilityFeature", "structuralNavigation");
        if (printed.hasFormulas()) {
            property("schema:accessibilityFeature", "MathML");
        }
        if (pictures && printed.everyPictureIsTold()) {
            property("schema:accessibilityFeature", "alternativeText");
        }
        boolean moving =
                printed.pictures().stream().anyMatch(each -> each.mediaType().equals("image/gif"));
        property("schema:accessibilityHazard", moving ? "unknown" : "none");
        property("schema:accessibilitySummary", summary(pictures));
    }

    private String summary(boolean pictures) {
        if (!pictures) {
            return "Sách gồm chữ, có mục lục và tiêu đề; đọc được bằng trình đọc màn hình.";
        }
        return printed.everyPictureIsTold()
                ? "Sách có chữ, hình kèm lời tả, mục lục và tiêu đề; đọc được bằng trình đọc màn hình."
                : "Sách có chữ, mục lục và tiêu đề; một số hình chưa có lời tả.";
    }

    private void manifest() {
        item("muc-luc", nav, "application/xhtml+xml", "nav");
        item("kieu", BookMarkup.STYLE, "text/css", "");
        printed.leaves()
                .forEach(leaf ->
                        item(leaf.id(), leaf.path(), "application/xhtml+xml", leaf.hasFormulas() ? "mathml" : ""));
        printed.pictures()
                .forEach(each -> item(
                        each.id(), each.path(), each.mediaType(), each.equals(printed.cover()) ? "cover-image" : ""));
    }

    private void item(String id, String path, String mediaType, String properties) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("id", id);
        attributes.put("href", path);
        attributes.put("media-type", mediaType);
        if (!properties.isEmpty()) {
            attributes.put("properties", properties);
        }
        xml.empty("item", attributes);
    }

    private void property(String name, String value) {
        xml.put("meta", Map.of("property", name), value);
    }

    private List<String> each(Function<Metadata, String> field) {
        return book.works()
                .map(Work::about)
                .map(field)
                .filter(words -> !words.isBlank())
                .distinct()
                .toList();
    }
}
