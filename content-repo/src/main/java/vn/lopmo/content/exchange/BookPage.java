package vn.lopmo.content.exchange;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// A page's HTML as a book may hold it. What readers made of strangers' files is safe but not always well built: a
/// list item outside a list, a heading within a bold word. Browsers forgive that, checkers of EPUB do not, so the page
/// is built anew from what it contains, after the content model of HTML.
final class BookPage {
    private static final Set<String> PHRASES = Set.of("strong", "em", "b", "i", "u", "s", "sub", "sup", "code", "span");
    private static final Set<String> OF_PHRASES = Set.of("p", "h2", "h3", "h4", "pre");
    private static final Set<String> OF_BLOCKS = Set.of("div", "blockquote");
    private static final Set<String> AS_PARAGRAPH = Set.of("figcaption", "caption");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "pre",
            "div",
            "blockquote",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "caption");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern BETWEEN = Pattern.compile("\\s+");

    private final Pictures pictures;
    private boolean hasFormulas;

    /// Where a picture lies in the book.
    interface Pictures {
        /// @param alt "" if nobody said what is to be seen
        @Nullable
        String of(String source, String alt);
    }

    /// @param body a `body` element
    record Built(Element body, boolean hasFormulas) {
        boolean isEmpty() {
            return body.text().isBlank() && body.selectFirst("img, math") == null;
        }
    }

    private BookPage(Pictures pictures) {
        this.pictures = pictures;
    }

    /// @param title of the page, or null; it becomes the first heading unless it stands there already
    static Built of(String html, @Nullable String title, Pictures pictures) {
        var page = new BookPage(pictures);
        var body = new Element("body");
        page.flow(Jsoup.parseBodyFragment(html).body(), body);
        if (title != null) {
            head(body, title);
        }
        return new Built(body, page.hasFormulas);
    }

    private static void head(Element body, String title) {
        var first = body.firstElementChild();
        boolean stands = first != null && first.tagName().matches("h[2-4]") && same(first.text(), title);
        if (stands) {
            Objects.requireNonNull(first).tagName("h1");
        } else {
            body.prependChild(new Element("h1").text(Xml.clean(title)));
        }
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private void flow(Element from, Element to) {
        for (Node node : from.childNodes()) {
            if (node instanceof TextNode text) {
                to.appendText(Xml.clean(text.getWholeText()));
            } else if (node instanceof Element element) {
                block(element, to);
            }
        }
    }

    private void block(Element element, Element to) {
        var name = element.normalName();
        if (OF_PHRASES.contains(name)) {
            keep(phrases(element, new Element(name)), to);
        } else if (AS_PARAGRAPH.contains(name)) {
            keep(phrases(element, new Element("p")), to);
        } else if (OF_BLOCKS.contains(name)) {
            flowInto(element, new Element(name), to);
        } else {
            switch (name) {
                case "li" -> flowInto(element, new Element("div"), to);
                case "ul", "ol" -> items(element, to);
                case "table" -> table(element, to);
                case "figure" -> figure(element, to);
                case "hr" -> to.appendElement("hr");
                default -> phrase(element, to);
            }
        }
    }

    private void flowInto(Element from, Element into, Element to) {
        flow(from, into);
        keep(into, to);
    }

    private static void keep(Element built, Element to) {
        if (built.childNodeSize() > 0) {
            to.appendChild(built);
        }
    }

    private void items(Element list, Element to) {
        var built = new Element(list.normalName());
        if (list.normalName().equals("ol")) {
            copy(list, built, "start", NUMBER);
            copy(list, built, "type", Pattern.compile("[1aAiI]"));
        }
        for (Node node : list.childNodes()) {
            if (node instanceof Element element && element.normalName().equals("li")) {
                flow(element, built.appendElement("li"));
            } else if (node instanceof Element element) {
                block(element, built.appendElement("li"));
            } else if (node instanceof TextNode text && !text.isBlank()) {
                built.appendElement("li").appendText(Xml.clean(text.text()));
            }
        }
        keep(built, to);
    }

    private void figure(Element figure, Element to) {
        var built = new Element("figure");
        var caption = figure.lastElementChild();
        boolean captioned = caption != null && caption.normalName().equals("figcaption");
        for (Node node : figure.childNodes()) {
            if (node == caption && captioned) {
                keep(phrases(Objects.requireNonNull(caption), new Element("figcaption")), built);
            } else if (node instanceof Element element) {
                block(element, built);
            } else if (node instanceof TextNode text) {
                built.appendText(Xml.clean(text.getWholeText()));
            }
        }
        keep(built, to);
    }

    private void table(Element table, Element to) {
        var built = new Element("table");
        var caption = table.selectFirst("> caption");
        if (caption != null) {
            keep(phrases(caption, new Element("caption")), built);
        }
        rows(table.select("> thead > tr").stream(), "thead", built);
        rows(table.select("> tbody > tr, > tr, > tfoot > tr").stream(), "tbody", built);
        if (built.selectFirst("> thead, > tbody") != null) {
            to.appendChild(built);
        }
    }

    private void rows(Stream<Element> rows, String name, Element table) {
        var part = new Element(name);
        rows.forEach(row -> {
            var built = new Element("tr");
            row.select("> td, > th").forEach(cell -> built.appendChild(cell(cell)));
            keep(built, part);
        });
        keep(part, table);
    }

    private Element cell(Element cell) {
        var built = new Element(cell.normalName());
        copy(cell, built, "colspan", NUMBER);
        copy(cell, built, "rowspan", NUMBER);
        if (cell.normalName().equals("th")) {
            copy(cell, built, "scope", Pattern.compile("row|col|rowgroup|colgroup"));
            phrases(cell, built);
        } else {
            flow(cell, built);
        }
        return built;
    }

    private Element phrases(Element from, Element to) {
        for (Node node : from.childNodes()) {
            if (node instanceof TextNode text) {
                to.appendText(Xml.clean(text.getWholeText()));
            } else if (node instanceof Element element) {
                phrase(element, to);
            }
        }
        return to;
    }

    private void phrase(Element element, Element to) {
        var name = element.normalName();
        if (name.equals("span") && element.hasClass("math") && element.selectFirst("math") == null) {
            to.appendElement("code").text(Xml.clean(element.attr("data-latex")));
        } else if (PHRASES.contains(name)) {
            keep(phrases(element, inLanguage(element, new Element(name))), to);
        } else {
            switch (name) {
                case "br", "hr" -> to.appendElement("br");
                case "img" -> picture(element, to);
                case "a" -> link(element, to);
                case "math" -> formula(element, to);
                default -> unwrapped(element, to);
            }
        }
    }

    private static Element inLanguage(Element from, Element to) {
        if (copy(from, to, "lang", LANGUAGE)) {
            to.attr("xml:lang", from.attr("lang"));
        }
        return to;
    }

    /// A block where only words may stand: its words, on a line of their own.
    private void unwrapped(Element element, Element to) {
        if (BLOCKS.contains(element.normalName()) && to.childNodeSize() > 0) {
            to.appendElement("br");
        }
        phrases(element, to);
    }

    private void picture(Element image, Element to) {
        var alt = BETWEEN.matcher(Xml.clean(image.attr("alt"))).replaceAll(" ").strip();
        var place = pictures.of(image.attr("src"), alt);
        if (place == null) {
            to.appendText(alt);
            return;
        }
        var built = to.appendElement("img").attr("src", place).attr("alt", alt);
        copy(image, built, "width", NUMBER);
        copy(image, built, "height", NUMBER);
    }

    private void link(Element link, Element to) {
        boolean within = to.closest("a") != null;
        if (within || !leadsOut(link.attr("href"))) {
            phrases(link, to);
            return;
        }
        var built = to.appendElement("a").attr("href", link.attr("href"));
        phrases(link, built);
        if (built.childNodeSize() == 0) {
            built.remove();
        }
    }

    /// Places within the work itself are not kept when it is read, so that only addresses of the web remain.
    private static boolean leadsOut(String href) {
        try {
            var address = URI.create(href);
            var scheme = Objects.requireNonNullElse(address.getScheme(), "");
            return scheme.matches("https?") && address.getHost() != null;
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    private void formula(Element math, Element to) {
        var around = math.parent();
        var latex = around == null ? "" : around.attr("data-latex");
        to.appendChild(BookFormula.of(math, latex));
        hasFormulas = true;
    }

    private static boolean copy(Element from, Element to, String name, Pattern allowed) {
        var value = from.attr(name).strip();
        boolean fits = allowed.matcher(value).matches();
        if (fits) {
            to.attr(name, value);
        }
        return fits;
    }
}
