package vn.lopmo.content.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.exchange.Book.Chapter;
import vn.lopmo.content.exchange.Book.Pages;
import vn.lopmo.content.exchange.Book.Plate;
import vn.lopmo.content.exchange.Book.Reading;
import vn.lopmo.content.file.CopiedFiles.Picture;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.file.FilePages.Written;

/// Writes the pages and pictures of a book into a zip, one after the other, and keeps the list of what is there: a book
/// of thousands of pages is never held whole.
final class BookPrinting {
    private static final Pattern OWN_PICTURE = Pattern.compile("/api/content/files/([0-9a-f-]{36})/parts/([0-9a-f]+)");
    private static final Map<String, String> ENDINGS =
            Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/webp", "webp");

    private final ZipOutputStream zip;
    private final String folder;
    private final BookMarkup markup;
    private final FilePages pages;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<String, PrintedPicture> pictures = new LinkedHashMap<>();
    private final List<PrintedPicture> waiting = new ArrayList<>();
    private boolean everyPictureIsTold = true;

    /// A page of the book, in its folder.
    record Leaf(String id, String path, String title, boolean hasFormulas) {}

    record PrintedPicture(String id, String path, Picture picture) {
        String mediaType() {
            return picture.mediaType();
        }
    }

    /// @param inside what stands under it
    record Heading(String title, String path, List<Heading> inside) {}

    /// @param cover the picture of the cover, if there is one
    /// @param everyPictureIsTold each picture has words that say what is to be seen
    record Printed(
            List<Leaf> leaves,
            List<PrintedPicture> pictures,
            @Nullable PrintedPicture cover,
            List<Heading> contents,
            boolean everyPictureIsTold) {
        boolean hasFormulas() {
            return leaves.stream().anyMatch(Leaf::hasFormulas);
        }
    }

    /// @param folder within the zip, with its slash
    BookPrinting(ZipOutputStream zip, String folder, BookMarkup markup, FilePages pages) {
        this.zip = zip;
        this.folder = folder;
        this.markup = markup;
        this.pages = pages;
    }

    Printed print(Book book) throws IOException {
        put(zip, folder + BookMarkup.STYLE, markup.styles());
        var cover = book.cover() == null ? null : picture("cover", Objects.requireNonNull(book.cover()));
        var contents = new ArrayList<Heading>();
        var front = leaf(book.title(), book.language(), BookFront.of(book), false);
        contents.add(new Heading(BookFront.NAME, front.path(), List.of()));
        for (Chapter chapter : book.chapters()) {
            contents.addAll(book.isOfMany() ? List.of(announced(chapter)) : readings(chapter));
        }
        return new Printed(List.copyOf(leaves), List.copyOf(pictures.values()), cover, contents, everyPictureIsTold);
    }

    /// A work among others begins with a page of its own that says whose it is.
    private Heading announced(Chapter chapter) throws IOException {
        var about = chapter.work().about();
        var front = leaf(about.title(), about.language(), BookFront.of(chapter), false);
        return new Heading(about.title(), front.path(), readings(chapter));
    }

    private List<Heading> readings(Chapter chapter) throws IOException {
        var language = chapter.work().about().language();
        var headings = new ArrayList<Heading>();
        for (Reading reading : chapter.readings()) {
            var inside =
                    switch (reading) {
                        case Pages text -> text(text, language);
                        case Plate plate -> List.of(plate(plate, language));
                    };
            boolean alone = chapter.readings().size() == 1 || inside.size() < 2;
            if (alone) {
                headings.addAll(inside);
            } else {
                headings.add(new Heading(reading.name(), inside.getFirst().path(), inside));
            }
        }
        return headings;
    }

    private List<Heading> text(Pages reading, String language) throws IOException {
        var headings = new ArrayList<Heading>();
        var some = pages.writtenAfter(reading.fileId(), 0);
        while (!some.isEmpty()) {
            for (Written page : some) {
                page(page, reading, language, headings);
            }
            some = pages.writtenAfter(reading.fileId(), some.getLast().n());
        }
        return headings;
    }

    private void page(Written page, Pages reading, String language, List<Heading> headings) throws IOException {
        var built = BookPage.of(page.html(), page.title(), (source, alt) -> picture(source, alt, reading));
        if (built.isEmpty()) {
            return;
        }
        var title = page.title() == null ? reading.name() + ", trang " + page.n() : page.title();
        var leaf = leaf(title, language, built.body(), built.hasFormulas());
        if (page.title() != null) {
            headings.add(new Heading(page.title(), leaf.path(), List.of()));
        } else if (headings.isEmpty()) {
            headings.add(new Heading(reading.name(), leaf.path(), List.of()));
        }
    }

    private Heading plate(Plate plate, String language) throws IOException {
        var picture = picture(plate.name() + pictures.size(), plate.picture());
        var body = new Element("body");
        body.appendElement("h1").text(Xml.clean(plate.name()));
        body.appendElement("figure")
                .appendElement("img")
                .attr("src", picture.path())
                .attr("alt", Xml.clean(plate.name()));
        return new Heading(
                plate.name(), leaf(plate.name(), language, body, false).path(), List.of());
    }

    private @Nullable String picture(String source, String alt, Pages reading) {
        var found = OWN_PICTURE.matcher(source);
        boolean own = found.matches() && found.group(1).equals(reading.fileId().toString());
        var picture = own ? reading.pictures().get(found.group(2)) : null;
        if (picture == null || !ENDINGS.containsKey(picture.mediaType())) {
            return null;
        }
        everyPictureIsTold &= !alt.isEmpty();
        return picture(found.group(2), picture).path();
    }

    /// The same picture is there once. It is written behind the page, which is written first.
    private PrintedPicture picture(String key, Picture picture) {
        return pictures.computeIfAbsent(key, fresh -> {
            var id = String.format(Locale.ROOT, "h%04d", pictures.size() + 1);
            var printed = new PrintedPicture(id, "hinh/" + id + "." + ENDINGS.get(picture.mediaType()), picture);
            waiting.add(printed);
            return printed;
        });
    }

    private Leaf leaf(String title, String language, Element body, boolean hasFormulas) throws IOException {
        var id = String.format(Locale.ROOT, "t%05d", leaves.size() + 1);
        var leaf = new Leaf(id, id + markup.ending(), title, hasFormulas);
        put(zip, folder + leaf.path(), markup.page(title, language, body));
        leaves.add(leaf);
        for (var each : waiting) {
            zip.putNextEntry(new ZipEntry(folder + each.path()));
            try (var content = each.picture().content().get()) {
                content.transferTo(zip);
            }
            zip.closeEntry();
        }
        waiting.clear();
        return leaf;
    }

    static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
