package vn.lopmo.content.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Element;
import vn.lopmo.content.exchange.BookPrinting.Heading;
import vn.lopmo.content.exchange.BookPrinting.Printed;
import vn.lopmo.content.file.FilePages;

/// Binds a book as EPUB 3.3: the container with its first, uncompressed entry, the pages, the list of contents, and the
/// package document, which names them all and therefore comes last.
final class EpubBinding {
    private static final String FOLDER = "EPUB/";
    private static final String NAV = "muc-luc.xhtml";
    private static final String CONTAINER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
            <rootfiles><rootfile full-path="EPUB/sach.opf" media-type="application/oebps-package+xml"/></rootfiles>
            </container>
            """;

    private EpubBinding() {}

    static void write(Book book, FilePages pages, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            mimetype(zip);
            BookPrinting.put(zip, "META-INF/container.xml", CONTAINER);
            var printed = new BookPrinting(zip, FOLDER, BookMarkup.XHTML, pages).print(book);
            BookPrinting.put(zip, FOLDER + NAV, contents(book, printed));
            BookPrinting.put(zip, FOLDER + "sach.opf", EpubPackage.of(book, printed, NAV));
        }
    }

    private static void mimetype(ZipOutputStream zip) throws IOException {
        var content = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String contents(Book book, Printed printed) {
        var body = new Element("body");
        var nav = body.appendElement("nav").attr("epub:type", "toc").attr("role", "doc-toc");
        nav.appendElement("h1").text("Mục lục");
        list(nav, printed.contents());
        return BookMarkup.XHTML.page(book.title(), book.language(), body);
    }

    private static void list(Element to, List<Heading> headings) {
        var list = to.appendElement("ol");
        for (Heading heading : headings) {
            var item = list.appendElement("li");
            item.appendElement("a").attr("href", heading.path()).text(Xml.clean(heading.title()));
            if (!heading.inside().isEmpty()) {
                list(item, heading.inside());
            }
        }
    }
}
