package vn.lopmo.platform.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// Text with structure, as a small, safe part of HTML: what every lesson block and question is written in. Whatever
/// comes in is cut down to the allowed elements here, once; what is stored may be shown as it stands.
///
/// Formulas are `<span class="math" data-latex="…"><math>…</math></span>`: MathML to show without any script, LaTeX to
/// edit. Pictures may only come from this server (`/api/…`).
public final class RichText {
    /// No dots that lead out of the API and no query: a picture must not make the reader's browser call anything else.
    private static final Pattern OWN_PICTURE = Pattern.compile("/api(/[A-Za-z0-9_-]+)+(\\.[A-Za-z0-9]+)?");

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "strong", "em", "b", "i", "u", "s", "sub", "sup", "ul", "ol", "li", "h2", "h3", "h4")
            .addTags("blockquote", "pre", "code", "a", "img", "span", "div", "figure", "figcaption", "hr")
            .addTags("table", "thead", "tbody", "tr", "th", "td", "caption")
            .addTags("math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "msup", "msub", "msubsup", "mfrac")
            .addTags("msqrt", "mroot", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "mtable")
            .addTags("mtr", "mtd", "menclose", "mpadded", "mphantom", "mstyle", "semantics", "mfenced", "none")
            .addAttributes("a", "href", "title")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("span", "class", "data-latex", "lang")
            .addAttributes("div", "class")
            .addAttributes("ol", "start", "type")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("td", "colspan", "rowspan")
            .addTags("merror")
            .addAttributes("math", "display", "xmlns", "alttext")
            .addAttributes("mo", "stretchy", "fence", "separator", "form", "accent", "largeop", "movablelimits")
            .addAttributes("mo", "symmetric", "minsize", "maxsize", "lspace", "rspace", "mathsize", "mathvariant")
            .addAttributes("mi", "mathvariant")
            .addAttributes("mn", "mathvariant")
            .addAttributes("mtext", "mathvariant")
            .addAttributes("mspace", "width", "height", "depth")
            .addAttributes("mpadded", "width", "height", "depth", "lspace", "voffset")
            .addAttributes("mtd", "columnalign", "columnspan", "rowspan")
            .addAttributes("mfrac", "linethickness", "bevelled")
            .addAttributes("mover", "accent")
            .addAttributes("munder", "accentunder")
            .addAttributes("munderover", "accent", "accentunder")
            .addAttributes("menclose", "notation")
            .addAttributes("mtable", "columnalign", "displaystyle")
            .addAttributes("mstyle", "displaystyle", "scriptlevel", "mathsize")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer");

    private RichText() {}

    /// The safe form of what somebody sent, in NFC.
    public static String sanitise(String html) {
        Document dirty = Jsoup.parseBodyFragment(Normalizer.normalize(html, Normalizer.Form.NFC));
        dirty.select("img")
                .removeIf(image -> !OWN_PICTURE.matcher(image.attr("src")).matches());
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        clean.select("[class]").forEach(element -> keepKnownClasses(element));
        return clean.body().html();
    }

    private static void keepKnownClasses(Element element) {
        var known = element.classNames();
        known.removeIf(name -> !name.equals("math") && !name.equals("callout") && !name.equals("blank"));
        element.classNames(known);
    }

    /// The words with their formulas in one line, as one would type them: for sentences and sheets that people read.
    public static String readable(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("span.math:not(:has(math))").forEach(formula -> formula.text(formula.attr("data-latex")));
        document.select("math").forEach(formula -> formula.replaceWith(new TextNode(FormulaText.of(formula))));
        document.select("sup").forEach(part -> part.replaceWith(new TextNode(FormulaText.raised(part.text()))));
        document.select("sub").forEach(part -> part.replaceWith(new TextNode(FormulaText.lowered(part.text()))));
        return VietnameseText.tidy(document.text());
    }

    /// The words alone, for search, lists and events' previews. Formulas count as their LaTeX.
    public static String plain(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("span.math").forEach(formula -> formula.text(formula.attr("data-latex")));
        return VietnameseText.tidy(document.text());
    }
}
