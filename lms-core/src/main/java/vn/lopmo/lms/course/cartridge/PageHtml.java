package vn.lopmo.lms.course.cartridge;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import vn.lopmo.lms.course.cartridge.Cartridge.Quiz;

/// Pages of a lesson as files of their own.
final class PageHtml {
    private static final String STYLE = "body{font:18px/1.65 system-ui,sans-serif;max-width:46rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1b241f}img{max-width:100%;height:auto}table{border-collapse:collapse}"
            + "td,th{border:1px solid #888;padding:6px 10px}aside{border:1px solid #888;border-radius:8px;"
            + "padding:.5rem 1rem;margin:1rem 0}";

    private PageHtml() {}

    /// @param up the way from the page to the root of the file
    static String whole(String title, String body, String up) {
        return whole(title, body, up, "");
    }

    static String whole(String title, String body, String up, String head) {
        var document = Jsoup.parseBodyFragment(body);
        document.select("img[src]").forEach(picture -> picture.attr("src", up + picture.attr("src")));
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        return """
                <!DOCTYPE html>
                <html lang="vi">
                <head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>\
                <title>%s</title><style>%s</style>%s</head>
                <body><h1>%s</h1>
                %s
                </body>
                </html>
                """.formatted(
                        Xml.escaped(title),
                        STYLE,
                        head,
                        Xml.escaped(title),
                        document.body().html());
    }

    /// The paths of the pictures in it.
    static List<String> pictures(String body) {
        return Jsoup.parseBodyFragment(body).select("img[src]").eachAttr("src").stream()
                .distinct()
                .toList();
    }

    static String questions(Quiz quiz) {
        return quiz.questions().stream()
                .map(one -> "<li>" + one.html()
                        + (one.choices().isEmpty()
                                ? ""
                                : "<ol type=\"A\">"
                                        + one.choices().stream()
                                                .map(choice -> "<li>" + choice + "</li>")
                                                .collect(Collectors.joining())
                                        + "</ol>")
                        + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
    }
}
