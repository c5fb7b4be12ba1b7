package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// Writes a page of XHTML as plain HTML: prefixes of MathML gone, empty elements closed in HTML's way, pictures at
/// their new address, scripts, styles and drawings left out. What comes of it still goes through the sanitiser.
final class XhtmlPage {
    private static final Set<String> LEFT_OUT = Set.of(
            "head",
            "script",
            "style",
            "svg",
            "annotation",
            "annotation-xml",
            "iframe",
            "object",
            "template",
            "form",
            "noscript",
            "audio",
            "video");
    private static final Set<String> EMPTY = Set.of("br", "hr", "img");
    private static final Map<String, String> AS =
            Map.of("h1", "h2", "h5", "h4", "h6", "h4", "section", "div", "article", "div");
    private static final Set<String> KEPT =
            Set.of("alt", "title", "colspan", "rowspan", "display", "start", "lang", "href");

    private final Addresses addresses;

    /// Where a picture is to be found from now on; empty if nowhere.
    interface Addresses {
        String of(String source) throws IOException, Unreadable;
    }

    XhtmlPage(Addresses addresses) {
        this.addresses = addresses;
    }

    String of(Document document) throws IOException, Unreadable {
        Fences.draw(document);
        var writing = new Writing();
        document.filter(writing);
        if (writing.unreadable != null) {
            throw writing.unreadable;
        }
        if (writing.broken != null) {
            throw writing.broken;
        }
        return writing.html.toString();
    }

    private static String localName(Element element) {
        var name = element.tagName();
        var local = name.substring(name.indexOf(':') + 1).toLowerCase(java.util.Locale.ROOT);
        return AS.getOrDefault(local, local);
    }

    private final class Writing implements NodeFilter {
        private final StringBuilder html = new StringBuilder();
        private @Nullable Unreadable unreadable;
        private @Nullable IOException broken;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof CDataNode data) {
                html.append(Html.escape(data.text()));
            } else if (node instanceof TextNode text) {
                html.append(Html.escape(text.getWholeText()));
            } else if (node instanceof Element element && !(node instanceof Document)) {
                return open(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !(node instanceof Document)) {
                var name = localName(element);
                if (!EMPTY.contains(name)) {
                    html.append("</").append(name).append('>');
                }
            }
            return FilterResult.CONTINUE;
        }

        private FilterResult open(Element element) {
            var name = localName(element);
            if (LEFT_OUT.contains(name)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            html.append('<').append(name);
            boolean math = name.startsWith("m");
            for (var attribute : element.attributes()) {
                if ((math || KEPT.contains(attribute.getKey()))
                        && attribute.getKey().matches("[a-z-]+")) {
                    write(attribute.getKey(), attribute.getValue());
                }
            }
            if (name.equals("img")) {
                write("src", address(element.attr("src")));
            }
            html.append('>');
            return FilterResult.CONTINUE;
        }

        private String address(String source) {
            try {
                return addresses.of(source);
            } catch (Unreadable e) {
                unreadable = e;
            } catch (IOException e) {
                broken = e;
            }
            return "";
        }

        private void write(String name, String value) {
            html.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(Html.escape(value))
                    .append('"');
        }
    }
}
