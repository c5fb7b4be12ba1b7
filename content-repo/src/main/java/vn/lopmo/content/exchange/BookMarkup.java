package vn.lopmo.content.exchange;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/// How the pages of a book are written down.
enum BookMarkup {
    /// What e-readers ask for.
    XHTML(".xhtml", Document.OutputSettings.Syntax.xml, """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%1$s" xml:lang="%1$s">
            <head><title>%2$s</title><link rel="stylesheet" type="text/css" href="%3$s"/></head>
            %4$s
            </html>
            """),
    /// What browsers open wherever it lies.
    HTML(".html", Document.OutputSettings.Syntax.html, """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%2$s</title>
            <link rel="stylesheet" href="%3$s"></head>
            %4$s
            </html>
            """);

    static final String STYLE = "sach.css";

    private static final String STYLES = """
            body { line-height: 1.6; overflow-wrap: anywhere; }
            h1, h2, h3, h4 { line-height: 1.3; }
            img { max-width: 100%; height: auto; }
            figure { margin: 1em 0; }
            table { border-collapse: collapse; }
            td, th { border: 1px solid #888; padding: 0.25em 0.5em; vertical-align: top; }
            blockquote, .credit { border-left: 0.25em solid #888; margin-left: 0; padding-left: 0.75em; }
            """;

    /// An e-reader has letters and margins of its own, chosen by its reader; a browser has none.
    private static final String IN_BROWSERS = """
            body { font-family: system-ui, sans-serif; margin: 0 auto; max-width: 44rem; padding: 1rem; }
            """;

    private final String ending;
    private final Document.OutputSettings.Syntax syntax;
    private final String frame;

    BookMarkup(String ending, Document.OutputSettings.Syntax syntax, String frame) {
        this.ending = ending;
        this.syntax = syntax;
        this.frame = frame;
    }

    String styles() {
        return switch (this) {
            case XHTML -> STYLES;
            case HTML -> STYLES + IN_BROWSERS;
        };
    }

    String ending() {
        return ending;
    }

    /// @param body a `body` element
    String page(String title, String language, Element body) {
        var document = new Document("");
        document.outputSettings()
                .syntax(syntax)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8")
                .prettyPrint(false);
        document.appendChild(body);
        return frame.formatted(language, PublicPage.text(Xml.clean(title)), STYLE, body.outerHtml());
    }
}
