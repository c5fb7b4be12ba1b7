package vn.lopmo.lms.course.cartridge;

import static java.util.stream.Collectors.toCollection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.cartridge.Cartridge.Link;
import vn.lopmo.lms.course.cartridge.Cartridge.Page;
import vn.lopmo.lms.course.cartridge.Cartridge.Part;

/// Reads the pages of somebody's cartridge and remembers which of its pictures they show. Frames become links; links
/// that lead back into the system that wrote it lead nowhere here, so only their words stay.
final class CartridgePages {
    private static final String BASE = "$IMS-CC-FILEBASE$";
    /// Where Canvas puts the files that the base variable stands for; others mean the root of the cartridge.
    private static final String CANVAS_FILES = "web_resources/";

    private final Map<String, byte[]> files;
    private final String root;
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();

    CartridgePages(Map<String, byte[]> files, String root) {
        this.files = files;
        this.root = root;
    }

    /// Those that were shown so far, by their path.
    Map<String, byte[]> pictures() {
        return pictures;
    }

    /// A page, and after the paragraph where each frame stood what it showed.
    ///
    /// @param folder where the page lies
    List<Part> parts(String title, String text, String folder) {
        var body = body(text, folder);
        var parts = new ArrayList<Part>();
        var words = new StringBuilder();
        for (var node : outermost(body).childNodes().toArray(Node[]::new)) {
            var frames = node instanceof Element element ? frames(element, title) : List.<Link>of();
            words.append(node.outerHtml());
            if (!frames.isEmpty()) {
                flush(parts, title, words);
                parts.addAll(frames);
            }
        }
        flush(parts, title, words);
        return parts.isEmpty() ? List.of(new Page(title, "")) : parts;
    }

    /// Words alone: frames are left out.
    String html(String text, String folder) {
        var body = body(text, folder);
        body.select("iframe").remove();
        return body.html();
    }

    private static void flush(List<Part> parts, String title, StringBuilder words) {
        var html = words.toString().strip();
        words.setLength(0);
        var body = Jsoup.parseBodyFragment(html).body();
        if (body.hasText() || body.selectFirst("img, math, svg, hr, table") != null) {
            boolean isFirst = parts.stream().noneMatch(Page.class::isInstance);
            parts.add(new Page(isFirst ? title : "", html));
        }
    }

    /// Many systems wrap a whole page once or twice.
    private static Element outermost(Element body) {
        var wrapper = body;
        while (wrapper.childrenSize() == 1
                && wrapper.textNodes().stream().allMatch(text -> text.isBlank())
                && wrapper.child(0).normalName().matches("div|section|article|main")) {
            wrapper = wrapper.child(0);
        }
        return wrapper;
    }

    private static List<Link> frames(Element element, String title) {
        var found = element.select("iframe");
        var links = found.stream()
                .flatMap(frame -> address(frame.attr("src")).stream()
                        .map(url -> new Link(frame.attr("title").isBlank() ? title : frame.attr("title"), url)))
                .collect(toCollection(ArrayList::new));
        found.remove();
        return links;
    }

    private static Optional<String> address(String src) {
        var whole = src.startsWith("//") ? "https:" + src : src;
        return whole.matches("(?i)https?://.+") ? Optional.of(whole) : Optional.empty();
    }

    /// With each picture named by its path in the file; pictures from elsewhere are left out.
    private Element body(String text, String folder) {
        var body = Jsoup.parse(text).body();
        body.select("script, style, link, object").remove();
        body.select("a[href]").stream()
                .filter(link -> !link.attr("href").strip().matches("(?i)(https?|mailto|tel):.*"))
                .forEach(Node::unwrap);
        body.select("img").forEach(picture -> {
            var path = found(picture.attr("src"), folder);
            if (path == null) {
                picture.remove();
            } else {
                picture.attr("src", path);
            }
        });
        return body;
    }

    private @Nullable String found(String src, String folder) {
        var plain = URLDecoder.decode(
                src.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25").replaceAll("[?#].*$", ""),
                StandardCharsets.UTF_8);
        if (plain.matches("(?i)[a-z]+:.*") || plain.startsWith("//")) {
            return null;
        }
        return places(plain, folder)
                .map(CartridgePages::straight)
                .filter(path -> files.containsKey(root + path))
                .findFirst()
                .map(path -> {
                    pictures.put(path, files.get(root + path));
                    return path;
                })
                .orElse(null);
    }

    private static Stream<String> places(String plain, String folder) {
        if (!plain.startsWith(BASE)) {
            return Stream.of(folder + plain, plain);
        }
        var path = plain.substring(BASE.length());
        return Stream.of(path, CANVAS_FILES + path, folder + path);
    }

    /// Without steps up, which never lead out of the file.
    private static String straight(String path) {
        var steps = new ArrayList<String>();
        for (var step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
