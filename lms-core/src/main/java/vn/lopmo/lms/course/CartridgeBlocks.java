package vn.lopmo.lms.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import vn.lopmo.lms.course.cartridge.Cartridge;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// Makes blocks of what a cartridge carries: pages become text, links to known sites frames, topics discussions,
/// questions a list. Everything goes through the same cleaning as what people type. Used for one file.
final class CartridgeBlocks {
    /// A page longer than this becomes several blocks.
    private static final int LONG = 60_000;

    private final Function<byte[], Optional<String>> keeping;
    private final Map<String, byte[]> files;
    private final Map<String, Optional<String>> kept = new HashMap<>();
    private final List<String> left = new ArrayList<>();
    private final Instant now;

    /// @param keeping takes a picture in and gives its address
    CartridgeBlocks(Function<byte[], Optional<String>> keeping, Map<String, byte[]> files, Instant now) {
        this.keeping = keeping;
        this.files = files;
        this.now = now;
    }

    /// One, or several if there is more in it than a lesson may hold.
    List<LessonContent> lessons(Cartridge.Lesson lesson) {
        var blocks = new ArrayList<Block>();
        boolean named = lesson.parts().size() > 1;
        lesson.parts()
                .forEach(part ->
                        blocks.addAll(blocks(part, named && !part.title().equals(lesson.title()))));
        var found = new ArrayList<LessonContent>();
        for (int at = 0; at == 0 || at < blocks.size(); at += LessonContent.MOST_BLOCKS) {
            var some = blocks.subList(at, Math.min(blocks.size(), at + LessonContent.MOST_BLOCKS));
            var title = VietnameseText.tidy(lesson.title());
            found.add(new LessonContent(
                    title.substring(0, Math.min(title.length(), LessonContent.LONGEST_TITLE)),
                    "",
                    0,
                    List.copyOf(some),
                    List.of()));
        }
        return found;
    }

    private List<Block> blocks(Cartridge.Part part, boolean named) {
        return switch (part) {
            case Cartridge.Page page -> texts(named ? headed(page.title(), page.html()) : page.html());
            case Cartridge.Link link -> List.of(link(link));
            case Cartridge.Topic topic -> List.of(new Block.Discussion(id(), line(topic.title()), safe(topic.html())));
            case Cartridge.Quiz quiz -> texts(headed(quiz.title(), list(quiz)));
            case Cartridge.Other other -> {
                left.add(other.title().isEmpty() ? other.path() : other.title());
                yield texts("<p>" + escaped(other.title()) + "</p>");
            }
        };
    }

    private Block link(Cartridge.Link link) {
        return EmbedSites.framed(link.url())
                .<Block>map(url -> new Block.Embed(id(), url, line(link.title())))
                .orElseGet(() -> new Block.Text(
                        id(),
                        safe("<p><a href=\"" + escaped(link.url()) + "\">" + escaped(link.title()) + "</a></p>")));
    }

    /// Long pages are cut between paragraphs.
    private List<Block> texts(String html) {
        var texts = new ArrayList<Block>();
        var some = new StringBuilder();
        for (var node : Jsoup.parseBodyFragment(safe(html)).body().childNodes()) {
            var piece = node.outerHtml();
            if (some.length() + piece.length() > LONG && !some.isEmpty()) {
                texts.add(new Block.Text(id(), some.toString()));
                some.setLength(0);
            }
            some.append(piece);
        }
        if (!some.toString().isBlank()) {
            texts.add(new Block.Text(id(), some.toString()));
        }
        return texts;
    }

    private String safe(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("h1").tagName("h2");
        body.select("img").forEach(this::takeIn);
        return RichText.sanitise(body.html());
    }

    private void takeIn(Element picture) {
        var path = picture.attr("src");
        var bytes = files.get(path);
        var address = bytes == null ? Optional.<String>empty() : kept.computeIfAbsent(path, p -> keeping.apply(bytes));
        address.ifPresentOrElse(own -> picture.attr("src", own), () -> {
            left.add(path);
            picture.remove();
        });
    }

    private static String headed(String title, String html) {
        return title.isBlank() ? html : "<h2>" + escaped(title) + "</h2>" + html;
    }

    private static String list(Cartridge.Quiz quiz) {
        return quiz.questions().stream()
                .map(one -> "<li>" + one.html()
                        + (one.choices().isEmpty()
                                ? ""
                                : one.choices().stream()
                                        .collect(Collectors.joining("</li><li>", "<ol type=\"A\"><li>", "</li></ol>")))
                        + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
    }

    private static String line(String text) {
        var tidy = VietnameseText.tidy(text);
        return tidy.substring(0, Math.min(tidy.length(), BlockCheck.LONGEST_LINE));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private String id() {
        return Ids.next(now).toString();
    }

    List<String> left() {
        return left.stream().distinct().toList();
    }
}
