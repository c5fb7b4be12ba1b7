package vn.lopmo.content.exchange;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.exchange.Book.Chapter;
import vn.lopmo.content.exchange.Book.Pages;
import vn.lopmo.content.material.Licence;

/// The pages that say what a book is, whose it is, and under what licence it may be passed on: the credit goes with
/// every copy.
final class BookFront {
    /// In the list of contents.
    static final String NAME = "Trang đầu và ghi công";

    private BookFront() {}

    static Element of(Book book) {
        var body = new Element("body");
        line(body, "h1", book.title());
        paragraph(body, book.description());
        if (book.isOfMany()) {
            heading(body, "Ghi công");
            var list = body.appendElement("ul");
            book.chapters().forEach(chapter -> credit(list.appendElement("li"), chapter.work()));
        } else {
            book.chapters().forEach(chapter -> about(body, chapter));
        }
        return body;
    }

    /// Of a work among others.
    static Element of(Chapter chapter) {
        var body = new Element("body");
        line(body, "h1", chapter.work().about().title());
        paragraph(body, chapter.work().about().description());
        about(body, chapter);
        return body;
    }

    private static void about(Element body, Chapter chapter) {
        var about = chapter.work().about();
        paragraph(body, about.author());
        paragraph(body, about.unit());
        heading(body, "Ghi công và giấy phép");
        credit(body.appendElement("p").addClass("credit"), chapter.work());
        if (chapter.readings().stream().anyMatch(reading -> reading instanceof Pages pages && pages.loose())) {
            paragraph(body, "Chữ được lấy ra từ trang in; hình vẽ và cách trình bày xem ở tệp gốc trong thư viện.");
        }
        if (!chapter.leftOut().isEmpty()) {
            heading(body, "Tệp chỉ có trong thư viện");
            var list = body.appendElement("ul");
            chapter.leftOut().forEach(name -> line(list, "li", name));
        }
    }

    private static void credit(Element to, Work work) {
        to.appendText(Xml.clean(work.attribution()));
        licence(to, work.about().licence());
    }

    private static void licence(Element to, @Nullable Licence licence) {
        if (licence != null && licence.isOpen()) {
            to.appendText(" ");
            to.appendElement("a")
                    .attr("rel", "license")
                    .attr("href", licence.address())
                    .text(licence.label());
        }
    }

    private static void heading(Element body, String words) {
        line(body, "h2", words);
    }

    private static void paragraph(Element body, String words) {
        if (!words.isBlank()) {
            line(body, "p", words);
        }
    }

    private static void line(Element to, String name, String words) {
        to.appendElement(name).text(Xml.clean(words));
    }
}
