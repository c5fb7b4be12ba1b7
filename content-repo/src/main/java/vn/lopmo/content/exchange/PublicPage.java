package vn.lopmo.content.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Subjects;

/// Pages for readers without an account and for search engines: small, in Vietnamese, without script.
final class PublicPage {
    /// Nothing on it runs, and nothing comes from elsewhere.
    static final String POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
            h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem}img{max-width:100%;height:auto}
            dt{font-weight:600}dd{margin:0 0 .5rem}li{margin:.4rem 0}a{text-underline-offset:.15em}
            .credit{border-left:.25rem solid #888;padding-left:.75rem}""";

    private static final long KIB = 1024;

    private PublicPage() {}

    static String of(OpenLibrary library, Work work, Addresses at, String linkedData) {
        var about = work.about();
        var body = new StringBuilder();
        body.append("<p><a href=\"")
                .append(text(at.home()))
                .append("\">")
                .append(text(library.name()))
                .append("</a></p>");
        body.append("<h1>").append(text(about.title())).append("</h1>");
        var picture = work.picture();
        if (picture != null) {
            body.append("<p><img alt=\"\" src=\"")
                    .append(text(at.thumbnail(picture)))
                    .append("\"></p>");
        }
        if (!about.description().isEmpty()) {
            body.append("<p>").append(text(about.description())).append("</p>");
        }
        body.append(downloads(work.files(), at));
        body.append("<h2>Thông tin</h2>").append(facts(work));
        body.append(licence(work));
        body.append("<p><a href=\"")
                .append(text(at.citation(work.id(), "bibtex")))
                .append("\">BibTeX</a> · <a href=\"")
                .append(text(at.citation(work.id(), "ris")))
                .append("\">RIS</a></p>");
        var head = "<link rel=\"canonical\" href=\"" + text(at.material(work.id())) + "\">"
                + "<meta name=\"description\" content=\"" + text(about.description()) + "\">"
                + "<script type=\"application/ld+json\">" + inScript(linkedData) + "</script>";
        return page(about.title() + " – " + library.name(), head, body.toString());
    }

    static String list(
            OpenLibrary library, List<Work> works, Addresses at, OpenShelf.Choice choice, int page, boolean more) {
        var body = new StringBuilder("<h1>" + text(library.name()) + "</h1>");
        body.append("<form action=\"")
                .append(text(at.home()))
                .append("\" role=\"search\"><label>Tìm học liệu ")
                .append("<input type=\"search\" name=\"query\" maxlength=\"200\" value=\"")
                .append(text(choice.query()))
                .append("\"></label> <button>Tìm</button></form>");
        if (works.isEmpty()) {
            body.append("<p>Không có học liệu nào phù hợp.</p>");
        } else {
            body.append("<ul>");
            works.forEach(work -> body.append("<li><a href=\"")
                    .append(text(at.material(work.id())))
                    .append("\">")
                    .append(text(work.about().title()))
                    .append("</a><br>")
                    .append(text(line(work)))
                    .append("</li>"));
            body.append("</ul>");
        }
        body.append("<p>");
        if (page > 1) {
            body.append(link(at, choice, page - 1, "Trang trước")).append(" ");
        }
        if (more) {
            body.append(link(at, choice, page + 1, "Trang sau"));
        }
        body.append("</p>");
        var head = "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"" + text(at.rss()) + "\">"
                + "<link rel=\"alternate\" type=\"" + Opds.FEED + "\" href=\"" + text(at.opds()) + "\">";
        return page(library.name(), head, body.toString());
    }

    private static String link(Addresses at, OpenShelf.Choice choice, int page, String words) {
        var query = new LinkedHashMap<>(choice.asQuery());
        query.put("page", String.valueOf(page));
        return "<a href=\"" + text(at.home() + Addresses.query(query)) + "\">" + words + "</a>";
    }

    private static String page(String title, String head, String body) {
        return "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + text(title)
                + "</title><style>" + STYLE + "</style>" + head + "</head><body><main>" + body
                + "</main></body></html>";
    }

    private static String downloads(List<Attachment> files, Addresses at) {
        if (files.isEmpty()) {
            return "";
        }
        var list = new StringBuilder("<h2>Tải về</h2><ul>");
        files.forEach(file -> list.append("<li><a href=\"")
                .append(text(at.file(file.id())))
                .append("\">")
                .append(text(file.name()))
                .append("</a> (")
                .append(size(file.size()))
                .append(")</li>"));
        return list.append("</ul>").toString();
    }

    private static String facts(Work work) {
        var about = work.about();
        var facts = new ArrayList<Map.Entry<String, String>>();
        facts.add(Map.entry("Tác giả", about.author()));
        facts.add(Map.entry("Đơn vị", about.unit()));
        facts.add(Map.entry("Nguồn", about.source()));
        var type = about.type();
        facts.add(Map.entry("Loại", type == null ? "" : type.words()));
        var subject = about.subject();
        facts.add(Map.entry("Môn", subject == null ? "" : Subjects.nameOf(subject)));
        facts.add(Map.entry("Lớp", words(about.grades())));
        facts.add(Map.entry("Yêu cầu cần đạt", String.join("; ", about.outcomes())));
        facts.add(Map.entry("Từ khoá", String.join(", ", about.keywords())));
        var list = new StringBuilder("<dl>");
        facts.stream().filter(fact -> !fact.getValue().isEmpty()).forEach(fact -> list.append("<dt>")
                .append(fact.getKey())
                .append("</dt><dd>")
                .append(text(fact.getValue()))
                .append("</dd>"));
        return list.append("</dl>").toString();
    }

    private static String licence(Work work) {
        var licence = Objects.requireNonNull(work.about().licence());
        var name = licence.isOpen()
                ? "<a rel=\"license\" href=\"" + licence.address() + "\">" + licence.label() + "</a>"
                : licence.label();
        return "<h2>Giấy phép và ghi công</h2><p>" + name + "</p><p class=\"credit\">" + text(work.attribution())
                + "</p>";
    }

    private static String line(Work work) {
        var about = work.about();
        var subject = about.subject();
        var parts = new ArrayList<String>();
        if (about.type() != null) {
            parts.add(about.type().words());
        }
        if (subject != null) {
            parts.add(Subjects.nameOf(subject));
        }
        if (!about.grades().isEmpty()) {
            parts.add("Lớp " + words(about.grades()));
        }
        return String.join(" · ", parts);
    }

    private static String words(List<Integer> grades) {
        return String.join(", ", grades.stream().map(String::valueOf).toList());
    }

    private static String size(long bytes) {
        if (bytes < KIB * KIB) {
            return Math.max(1, bytes / KIB) + " KB";
        }
        return String.format(Locale.of("vi"), "%.1f MB", bytes / (double) (KIB * KIB));
    }

    /// Nothing in a JSON text may end the element that it stands in.
    private static String inScript(String json) {
        var safe = new StringBuilder(json.length() + json.length() / 8);
        json.chars().forEach(letter -> {
            switch (letter) {
                case '<', '>', '&' -> safe.append('\\').append(String.format(Locale.ROOT, "u%04x", letter));
                default -> safe.append((char) letter);
            }
        });
        return safe.toString();
    }

    static String text(String raw) {
        var safe = new StringBuilder(raw.length() + raw.length() / 8);
        raw.chars().forEach(letter -> {
            switch (letter) {
                case '<', '>', '&', '"' -> safe.append("&#").append(letter).append(';');
                default -> safe.append((char) letter);
            }
        });
        return safe.toString();
    }
}
