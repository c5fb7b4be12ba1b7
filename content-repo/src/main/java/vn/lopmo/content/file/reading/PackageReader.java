package vn.lopmo.content.file.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PackageSheet.Runtime;

/// Reads a package: judges its names, reads its manifest, gives its words to the index and unpacks its entries.
/// Nothing of it is run here, and nothing is written under a name from inside.
final class PackageReader {
    private static final int MOST_PAGES = 500;
    private static final String INDEX = "index.html";

    private final PackageArchive archive;
    private final Extract extract;

    private PackageReader(PackageArchive archive, Extract extract) {
        this.archive = archive;
        this.extract = extract;
    }

    static void read(PackageKind kind, Path source, Extract extract) throws IOException, Unreadable {
        try (var archive = new PackageArchive(source)) {
            new PackageReader(archive, extract).read(kind);
        } catch (ZipException broken) {
            throw new Unreadable(Unreadable.PACKAGE_BROKEN);
        }
    }

    private void read(PackageKind kind) throws IOException, Unreadable {
        var sheet =
                switch (kind) {
                    case SCORM -> ScormManifest.read(get(ScormManifest.NAME), archive.paths());
                    case H5P -> H5pSheet.read(archive);
                    case HTML5 -> html5();
                };
        if (kind == PackageKind.H5P) {
            extract.page(sheet.title(), paragraphs(H5pSheet.words(archive)));
        } else {
            pages();
        }
        Entries.write(extract.folder(), sheet, archive.unpack(Entries.content(extract.folder())));
    }

    private PackageSheet html5() throws IOException, Unreadable {
        var page = page(get(INDEX));
        var licence = page.selectFirst("[rel=license]");
        var author = meta(page, "author");
        return new PackageSheet(
                Runtime.HTML5,
                page.title(),
                meta(page, "description"),
                page.select("html").attr("lang"),
                author.isEmpty() ? List.of() : List.of(author),
                licence == null ? null : Licences.in(licence.outerHtml()),
                "",
                INDEX,
                PackageSheet.NO_PARTS);
    }

    private static String meta(Document page, String name) {
        return page.select("meta[name=" + name + "]").attr("content").strip();
    }

    private void pages() throws IOException, Unreadable {
        int read = 0;
        for (var path : archive.paths()) {
            if (EntryTypes.isPage(path) && read++ < MOST_PAGES) {
                var page = page(get(path));
                page.select("script, style, noscript, template, iframe, img, object, svg")
                        .remove();
                if (!page.body().text().isBlank()) {
                    extract.page(title(page), page.body().html());
                }
            }
        }
    }

    private static @Nullable String title(Document page) {
        var heading = page.selectFirst("h1, h2");
        return heading != null && !heading.text().isBlank() ? heading.text() : page.title();
    }

    private static String paragraphs(List<String> words) {
        var html = new StringBuilder();
        words.forEach(each -> html.append("<div>").append(each).append("</div>"));
        return html.toString();
    }

    private byte[] get(String path) throws IOException, Unreadable {
        var content = archive.find(path);
        if (content == null) {
            throw new Unreadable(Unreadable.START, path);
        }
        return content;
    }

    private static Document page(byte[] content) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(content), null, "");
    }
}
