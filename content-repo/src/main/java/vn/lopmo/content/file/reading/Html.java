package vn.lopmo.content.file.reading;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Small things about HTML that several readers need.
final class Html {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "td",
            "th",
            "blockquote",
            "figcaption",
            "pre",
            "caption",
            "hr");

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String paragraph(String text) {
        return text.isBlank() ? "" : "<p>" + escape(text.strip()) + "</p>";
    }

    /// The words of a page. The end of a block ends a sentence, so that no phrase is found across it; a line that
    /// breaks off within one does not.
    static String words(String html) {
        var result = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new Words(result));
        return result.toString();
    }

    private record Words(StringBuilder result) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                result.append(text.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                result.append(endsSentence() ? " " : ". ");
            } else if (node instanceof Element element && element.normalName().equals("br")) {
                result.append(' ');
            }
        }

        private boolean endsSentence() {
            int last = result.length() - 1;
            while (last >= 0 && Character.isWhitespace(result.charAt(last))) {
                last--;
            }
            return last < 0 || ".!?:;…,".indexOf(result.charAt(last)) >= 0;
        }
    }
}
