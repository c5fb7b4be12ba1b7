package vn.lopmo.lms.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.cartridge.Cartridge;
import vn.lopmo.lms.course.cartridge.Cartridge.Link;
import vn.lopmo.lms.course.cartridge.Cartridge.Page;
import vn.lopmo.lms.course.cartridge.Cartridge.Part;
import vn.lopmo.lms.course.cartridge.Cartridge.Topic;

/// A lesson in parts that another system can show: what is read becomes pages, embedded sites links, discussions
/// topics, in the order of the lesson. Library materials and tests are named in words, because they stay where they
/// are kept.
///
/// Used for one file and thrown away; it gathers the pictures as it goes.
final class LessonHtml {
    private static final Pattern OWN_PICTURE = Pattern.compile("/api/lms/media/([0-9a-f-]{36})");

    /// @param name of the picture in the file
    record Picture(String name, byte[] bytes) {}

    private final Function<UUID, @Nullable Picture> pictures;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /// @param pictures null for one that is gone
    LessonHtml(Function<UUID, @Nullable Picture> pictures) {
        this.pictures = pictures;
    }

    Cartridge.Lesson lesson(LessonContent content) {
        var parts = new ArrayList<Part>();
        var page = new StringBuilder();
        if (!content.summary().isBlank()) {
            page.append("<p>").append(escaped(content.summary())).append("</p>");
        }
        for (var block : content.blocks()) {
            switch (block) {
                case Block.Embed embed -> {
                    close(page, content.title(), parts);
                    var url = embed.url() == null ? "" : embed.url();
                    parts.add(new Link(orElse(embed.title(), url), url));
                }
                case Block.Discussion talk -> {
                    close(page, content.title(), parts);
                    parts.add(new Topic(orElse(talk.title(), content.title()), rich(talk.html())));
                }
                default -> page.append(html(block));
            }
        }
        close(page, content.title(), parts);
        return new Cartridge.Lesson(content.title(), parts);
    }

    private static void close(StringBuilder page, String title, List<Part> parts) {
        if (!page.isEmpty()) {
            parts.add(new Page(title, page.toString()));
            page.setLength(0);
        }
    }

    private String html(Block block) {
        return switch (block) {
            case Block.Text text -> rich(text.html());
            case Block.Picture picture -> picture(picture);
            case Block.Formula formula -> "<div>" + rich(formula.mathml()) + note(formula.note()) + "</div>";
            case Block.Material material ->
                "<p><b>Học liệu:</b> " + escaped(material.title()) + "</p>" + note(material.note());
            case Block.Quiz quiz -> "<p><b>Bài kiểm tra:</b> " + escaped(quiz.title()) + "</p>";
            case Block.Task task -> "<h2>" + escaped(task.title()) + "</h2>" + rich(task.html());
            case Block.Callout callout ->
                "<aside>"
                        + (callout.title() == null || callout.title().isBlank()
                                ? ""
                                : "<p><b>" + escaped(callout.title()) + "</b></p>")
                        + rich(callout.html()) + "</aside>";
            case Block.Embed embed -> note(embed.title());
            case Block.Discussion talk -> rich(talk.html());
        };
    }

    private String picture(Block.Picture picture) {
        var image = rich("<img src=\"" + escaped(picture.url()) + "\" alt=\"" + escaped(picture.alt()) + "\">");
        return image.isEmpty() ? note(picture.alt()) : "<figure>" + image + note(picture.caption()) + "</figure>";
    }

    private static String note(@Nullable String text) {
        return text == null || text.isBlank() ? "" : "<p>" + escaped(text) + "</p>";
    }

    /// Pictures of ours go into the file; any other is left out.
    private String rich(@Nullable String html) {
        if (html == null || html.isEmpty()) {
            return "";
        }
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("img").forEach(image -> {
            var match = OWN_PICTURE.matcher(image.attr("src"));
            var found = match.matches() ? pictures.apply(UUID.fromString(match.group(1))) : null;
            if (found == null) {
                image.remove();
            } else {
                files.put(found.name(), found.bytes());
                image.attr("src", found.name());
            }
        });
        return document.body().html();
    }

    private static String orElse(@Nullable String title, String other) {
        return title == null || title.isBlank() ? other : title;
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    Map<String, byte[]> files() {
        return files;
    }
}
