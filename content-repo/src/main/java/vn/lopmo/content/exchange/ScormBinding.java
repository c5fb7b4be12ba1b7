package vn.lopmo.content.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Element;
import vn.lopmo.content.exchange.BookPrinting.Heading;
import vn.lopmo.content.exchange.BookPrinting.Leaf;
import vn.lopmo.content.exchange.BookPrinting.Printed;
import vn.lopmo.content.file.FilePages;

/// Binds a book as a SCORM package of one SCO: a frame that shows the pages, keeps the place, and reports "completed"
/// when each page was read to its end. The manifest names every file and therefore comes last.
final class ScormBinding {
    private static final String FOLDER = "noi-dung/";
    private static final String START = "index.html";
    private static final List<String> FRAME = List.of("khung.js", "khung.css");

    private ScormBinding() {}

    static void write(Book book, ScormEdition edition, FilePages pages, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            var printed = new BookPrinting(zip, FOLDER, BookMarkup.HTML, pages).print(book);
            BookPrinting.put(zip, START, frame(book, edition, printed));
            for (var name : FRAME) {
                copy(zip, name);
            }
            BookPrinting.put(zip, "imsmanifest.xml", ScormPackage.of(book, edition, START, files(printed)));
        }
    }

    private static List<String> files(Printed printed) {
        var files = new ArrayList<String>();
        files.add(START);
        files.addAll(FRAME);
        files.add(FOLDER + BookMarkup.STYLE);
        printed.leaves().forEach(leaf -> files.add(FOLDER + leaf.path()));
        printed.pictures().forEach(picture -> files.add(FOLDER + picture.path()));
        return files;
    }

    private static void copy(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream content = ScormBinding.class.getResourceAsStream("/sco/" + name)) {
            Objects.requireNonNull(content, name).transferTo(zip);
        }
        zip.closeEntry();
    }

    private static String frame(Book book, ScormEdition edition, Printed printed) {
        var numbers = IntStream.range(0, printed.leaves().size())
                .boxed()
                .collect(Collectors.toMap(i -> printed.leaves().get(i).path(), i -> i));
        var contents = new Element("div");
        list(contents, printed.contents(), numbers);
        return """
                <!DOCTYPE html>
                <html lang="%s" data-scorm="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
                <link rel="stylesheet" href="khung.css"></head>
                <body>
                <header><h1>%s</h1><details id="muc-luc"><summary>Mục lục</summary>%s</details></header>
                <iframe id="trang"></iframe>
                <footer><button id="truoc" type="button">Trang trước</button>
                <p><span id="vi-tri" aria-live="polite"></span> <span id="tien-do" role="status"></span></p>
                <button id="sau" type="button">Trang sau</button></footer>
                <script id="cac-trang" type="application/json">%s</script>
                <script src="khung.js"></script>
                </body>
                </html>
                """.formatted(
                        book.language(),
                        edition.number(),
                        text(book.title()),
                        text(book.title()),
                        contents.html(),
                        printed.leaves().stream().map(ScormBinding::entry).collect(Collectors.joining(",", "[", "]")));
    }

    private static void list(Element to, List<Heading> headings, Map<String, Integer> numbers) {
        var list = to.appendElement("ol");
        for (Heading heading : headings) {
            var item = list.appendElement("li");
            item.appendElement("a")
                    .attr("href", FOLDER + heading.path())
                    .attr("data-page", String.valueOf(numbers.get(heading.path())))
                    .text(Xml.clean(heading.title()));
            if (!heading.inside().isEmpty()) {
                list(item, heading.inside(), numbers);
            }
        }
    }

    private static String entry(Leaf leaf) {
        return "{\"path\":\"" + FOLDER + leaf.path() + "\",\"title\":\"" + inScript(leaf.title()) + "\"}";
    }

    /// Text of JSON within a script element: what could end either is written as its number.
    private static String inScript(String words) {
        var safe = new StringBuilder();
        Xml.clean(words).chars().forEach(letter -> {
            boolean plain = letter >= ' ' && letter != '"' && letter != '\\' && letter != '<' && letter != '&';
            if (plain) {
                safe.append((char) letter);
            } else {
                safe.append("\\u").append("%04x".formatted(letter));
            }
        });
        return safe.toString();
    }

    private static String text(String words) {
        return PublicPage.text(Xml.clean(words));
    }
}
