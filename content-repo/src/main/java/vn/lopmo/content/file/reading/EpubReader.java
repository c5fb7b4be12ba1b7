package vn.lopmo.content.file.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads an EPUB (2 or 3): each document of its spine is a page. Scripts and styles are left behind, MathML and
/// pictures come along.
final class EpubReader {
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";

    private final Archive book;
    private final Extract extract;

    EpubReader(Archive book, Extract extract) {
        this.book = book;
        this.extract = extract;
    }

    void read() throws IOException, Unreadable {
        refuseProtected();
        var root = xml(book.get(CONTAINER)).selectFirst("rootfile");
        if (root == null) {
            throw new Unreadable(Unreadable.BROKEN);
        }
        var packagePath = root.attr("full-path");
        for (String chapter : spine(packagePath, xml(book.get(packagePath)))) {
            chapter(chapter);
        }
    }

    /// Fonts may be obfuscated; a book whose text is locked is not ours to open.
    private void refuseProtected() throws IOException, Unreadable {
        var encryption = book.find(ENCRYPTION);
        if (encryption == null) {
            return;
        }
        for (var reference : xml(encryption).getElementsByTag("enc:CipherReference")) {
            if (reference.attr("URI").matches("(?i).*\\.(xhtml|html|htm|xml)")) {
                throw new Unreadable(Unreadable.PROTECTED);
            }
        }
    }

    private static List<String> spine(String packagePath, Document opf) {
        var documents = new HashMap<String, String>();
        for (var item : opf.select("manifest > item, opf|manifest > opf|item")) {
            documents.put(item.attr("id"), Archive.resolve(packagePath, item.attr("href")));
        }
        var order = new ArrayList<String>();
        for (var reference : opf.select("spine > itemref, opf|spine > opf|itemref")) {
            var path = documents.get(reference.attr("idref"));
            if (path != null) {
                order.add(path);
            }
        }
        return order;
    }

    private void chapter(String path) throws IOException, Unreadable {
        var content = book.find(path);
        if (content == null) {
            return;
        }
        var document = xml(content);
        var html = new XhtmlPage(source -> picture(path, source)).of(document);
        if (!Html.words(html).isBlank() || html.contains("<img")) {
            extract.page(title(document), html);
        }
    }

    private String picture(String chapter, String source) throws IOException, Unreadable {
        var content = source.contains(":") ? null : book.findPicture(Archive.resolve(chapter, source));
        return content == null ? "" : extract.picture(content);
    }

    private static @Nullable String title(Document document) {
        for (String candidate : List.of("h1", "h2", "h3", "head > title")) {
            var found = document.selectFirst(candidate);
            if (found != null && !found.text().isBlank()) {
                return found.text();
            }
        }
        return null;
    }

    private static Document xml(byte[] content) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(content), StandardCharsets.UTF_8.name(), "", Parser.xmlParser());
    }
}
