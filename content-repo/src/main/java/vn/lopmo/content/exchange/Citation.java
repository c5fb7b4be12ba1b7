package vn.lopmo.content.exchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licence;
import vn.lopmo.platform.text.VietnameseText;

/// How a work is cited: BibTeX (UTF-8, as biblatex and BibTeXML readers take it) or RIS, with attribution and licence.
enum Citation {
    BIBTEX("application/x-bibtex;charset=utf-8", "bib") {
        @Override
        String of(Work work, Function<Work, String> address) {
            return bibtex(work, address.apply(work));
        }
    },
    RIS("application/x-research-info-systems;charset=utf-8", "ris") {
        @Override
        String of(Work work, Function<Work, String> address) {
            return ris(work, address.apply(work));
        }
    };

    /// The year of a date is the school's.
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final String mediaType;
    private final String ending;

    Citation(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    /// @param address where the work is found; empty if nowhere
    abstract String of(Work work, Function<Work, String> address);

    String of(Collection<Work> works, Function<Work, String> address) {
        return works.stream().map(work -> of(work, address)).collect(Collectors.joining("\n"));
    }

    static String bibtex(Work work, String address) {
        var about = work.about();
        var fields = new ArrayList<String>();
        field(fields, "title", "{" + tex(about.title()) + "}");
        // a group's name in a second pair of braces is not taken for first and last names
        field(fields, "author", about.author().isEmpty() ? "" : "{" + tex(about.author()) + "}");
        field(fields, "organization", tex(about.unit()));
        field(fields, "year", String.valueOf(year(work)));
        field(fields, "version", String.valueOf(work.version().version()));
        field(fields, "langid", about.language().equals("vi") ? "vietnamese" : tex(about.language()));
        field(fields, "keywords", tex(String.join(", ", about.keywords())));
        field(fields, "abstract", tex(about.description()));
        field(fields, "url", address.replace("{", "%7B").replace("}", "%7D"));
        field(fields, "note", tex(work.attribution()));
        field(fields, "copyright", tex(words(about.licence())));
        return "@misc{" + key(work) + ",\n" + String.join(",\n", fields) + "\n}\n";
    }

    private static void field(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add("  " + name + " = {" + value + "}");
        }
    }

    /// What TeX would take for a command; Vietnamese letters stay as they are.
    private static String tex(String text) {
        var result = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '\\' -> result.append("\\textbackslash{}");
                case '{' -> result.append("\\{");
                case '}' -> result.append("\\}");
                case '~' -> result.append("\\textasciitilde{}");
                case '^' -> result.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_' -> result.append('\\').appendCodePoint(letter);
                case '\n', '\r', '\t' -> result.append(' ');
                default -> result.appendCodePoint(letter);
            }
        });
        return result.toString();
    }

    private static String key(Work work) {
        var first = VietnameseText.fold(work.about().title()).split("[^a-z0-9]+");
        var words =
                List.of(first).stream().filter(word -> !word.isEmpty()).limit(3).collect(Collectors.joining());
        return words + year(work) + "-" + work.id().toString().substring(24).toLowerCase(Locale.ROOT);
    }

    static String ris(Work work, String address) {
        var about = work.about();
        var lines = new ArrayList<String>();
        lines.add("TY  - GEN");
        line(lines, "TI", about.title());
        line(lines, "AU", about.author());
        line(lines, "PB", about.unit());
        line(lines, "PY", String.valueOf(year(work)));
        line(lines, "ET", String.valueOf(work.version().version()));
        line(lines, "LA", about.language());
        about.keywords().forEach(keyword -> line(lines, "KW", keyword));
        line(lines, "AB", about.description());
        line(lines, "UR", address);
        line(lines, "N1", work.attribution());
        line(lines, "C1", words(about.licence()));
        line(lines, "ID", work.id().toString());
        lines.add("ER  - ");
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void line(List<String> lines, String tag, String value) {
        if (!value.isEmpty()) {
            lines.add(tag + "  - " + value.replaceAll("\\s+", " "));
        }
    }

    private static int year(Work work) {
        return work.publishedAt().atZone(HERE).getYear();
    }

    private static String words(@Nullable Licence licence) {
        if (licence == null) {
            return "";
        }
        return licence.isOpen() ? licence.label() + ", " + licence.address() : licence.label();
    }
}
