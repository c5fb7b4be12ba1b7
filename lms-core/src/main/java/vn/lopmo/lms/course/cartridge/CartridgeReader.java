package vn.lopmo.lms.course.cartridge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.lms.course.cartridge.Cartridge.Lesson;
import vn.lopmo.lms.course.cartridge.Cartridge.Link;
import vn.lopmo.lms.course.cartridge.Cartridge.Other;
import vn.lopmo.lms.course.cartridge.Cartridge.Page;
import vn.lopmo.lms.course.cartridge.Cartridge.Part;
import vn.lopmo.lms.course.cartridge.Cartridge.Question;
import vn.lopmo.lms.course.cartridge.Cartridge.Quiz;
import vn.lopmo.lms.course.cartridge.Cartridge.Topic;
import vn.lopmo.lms.course.cartridge.Cartridge.Unit;
import vn.lopmo.platform.refusal.Refusal;

/// Reads cartridges that others made, of versions 1.0 to 1.3. What stands in a folder of the first level becomes a
/// unit, a folder below it a lesson of several parts, anything else a lesson of one; deeper folders are read through.
public final class CartridgeReader {
    private static final String BASE = "$IMS-CC-FILEBASE$";

    private final Map<String, byte[]> files;
    private final Map<String, Element> resources = new LinkedHashMap<>();
    private final Map<String, byte[]> used = new LinkedHashMap<>();
    private final String root;

    private CartridgeReader(Map<String, byte[]> files, String root) {
        this.files = files;
        this.root = root;
    }

    /// @throws Refusal.Invalid if it is no cartridge
    public static Cartridge read(byte[] bytes) {
        var files = Zip.files(bytes);
        var manifest = files.keySet().stream()
                .filter(path -> path.equals("imsmanifest.xml") || path.endsWith("/imsmanifest.xml"))
                .min((one, other) -> Integer.compare(one.length(), other.length()))
                .orElseThrow(() -> new Refusal.Invalid("cartridge-without-manifest"));
        var root = manifest.substring(0, manifest.length() - "imsmanifest.xml".length());
        return new CartridgeReader(files, root).cartridge(Xml.read(files.getOrDefault(manifest, new byte[0])));
    }

    private Cartridge cartridge(Element manifest) {
        var schema = Xml.child(manifest, "metadata")
                .map(data -> Xml.text(data, "schema"))
                .orElse("");
        if (!schema.toLowerCase(Locale.ROOT).contains("common cartridge")) {
            throw new Refusal.Invalid("cartridge-of-another-kind");
        }
        Xml.all(manifest, "resource").forEach(one -> resources.put(one.getAttribute("identifier"), one));
        var title = Xml.all(manifest, "title").stream()
                .filter(one -> "general".equals(one.getParentNode().getLocalName()))
                .map(one -> one.getTextContent().strip())
                .findFirst()
                .orElse("");
        var units = units(manifest);
        if (units.isEmpty()) {
            throw new Refusal.Invalid("cartridge-empty");
        }
        return new Cartridge(title, units, used);
    }

    private List<Unit> units(Element manifest) {
        var top = Xml.all(manifest, "organization").stream()
                .findFirst()
                .map(this::topItems)
                .orElse(List.of());
        var units = new ArrayList<Unit>();
        var loose = new ArrayList<Lesson>();
        for (var item : top) {
            if (isFolder(item)) {
                units.add(new Unit(
                        Xml.text(item, "title"),
                        Xml.children(item, "item").stream().map(this::lesson).toList()));
            } else {
                loose.add(lesson(item));
            }
        }
        if (!loose.isEmpty()) {
            units.addFirst(new Unit("", loose));
        }
        return units;
    }

    /// The organisation has one item without a name, which holds all others; some makers leave it out.
    private List<Element> topItems(Element organization) {
        var top = Xml.children(organization, "item");
        return top.size() == 1
                        && isFolder(top.getFirst())
                        && Xml.text(top.getFirst(), "title").isEmpty()
                ? Xml.children(top.getFirst(), "item")
                : top;
    }

    private static boolean isFolder(Element item) {
        return !Xml.children(item, "item").isEmpty();
    }

    private Lesson lesson(Element item) {
        return new Lesson(Xml.text(item, "title"), parts(item).toList());
    }

    private Stream<Part> parts(Element item) {
        var own = resources.get(item.getAttribute("identifierref"));
        var here = own == null ? Stream.<Part>empty() : Stream.of(part(Xml.text(item, "title"), own));
        return Stream.concat(here, Xml.children(item, "item").stream().flatMap(this::parts));
    }

    private Part part(String title, Element resource) {
        var type = resource.getAttribute("type");
        var path = pathOf(resource);
        if (type.startsWith("imswl")) {
            var link = Xml.read(bytes(path));
            return new Link(
                    title,
                    Xml.child(link, "url").map(url -> url.getAttribute("href")).orElse(""));
        }
        if (type.startsWith("imsdt")) {
            return new Topic(title, html(Xml.text(Xml.read(bytes(path)), "text"), ""));
        }
        if (type.startsWith("imsqti")) {
            return quiz(title, Xml.read(bytes(path)));
        }
        if (type.startsWith("assignment")) {
            return new Page(title, html(Xml.text(Xml.read(bytes(path)), "text"), ""));
        }
        if (path.matches("(?i).*\\.(png|jpe?g|gif|webp)")) {
            return new Page(title, html("<img src=\"/" + path.replace("\"", "") + "\">", ""));
        }
        boolean page = path.matches("(?i).*\\.x?html?");
        return page
                ? new Page(title, html(new String(bytes(path), StandardCharsets.UTF_8), folderOf(path)))
                : new Other(title, type, path);
    }

    private String pathOf(Element resource) {
        var href = resource.getAttribute("href");
        if (href.isEmpty()) {
            href = Xml.child(resource, "file")
                    .map(file -> file.getAttribute("href"))
                    .orElse("");
        }
        return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) {
        var found = files.get(root + path);
        if (found == null) {
            throw new Refusal.Invalid("cartridge-lacks-file", path);
        }
        return found;
    }

    /// The body, with each picture named by its path in the file; pictures from elsewhere are left out.
    private String html(String text, String folder) {
        var body = Jsoup.parse(text).body();
        body.select("script, style, link, iframe, object").remove();
        body.select("img").forEach(picture -> {
            var path = resolved(picture.attr("src"), folder);
            var found = path == null ? null : files.get(root + path);
            if (path == null || found == null) {
                picture.remove();
            } else {
                used.put(path, found);
                picture.attr("src", path);
            }
        });
        return body.html();
    }

    private static @Nullable String resolved(String src, String folder) {
        var plain = URLDecoder.decode(src.replace("+", "%2B").replaceAll("[?#].*$", ""), StandardCharsets.UTF_8);
        if (plain.matches("(?i)[a-z]+:.*") || plain.startsWith("//")) {
            return null;
        }
        var from = plain.startsWith(BASE) ? plain.substring(BASE.length()) : folder + plain;
        var steps = new ArrayList<String>();
        for (var step : from.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private Quiz quiz(String title, Element qti) {
        var questions = Xml.all(qti, "item").stream()
                .map(item -> new Question(
                        Xml.child(item, "presentation").map(this::prompt).orElse(""),
                        Xml.all(item, "response_label").stream()
                                .map(this::material)
                                .toList()))
                .toList();
        return new Quiz(title, questions);
    }

    /// What stands before the answers.
    private String prompt(Element presentation) {
        return Xml.all(presentation, "material").stream()
                .filter(one -> !"response_label".equals(one.getParentNode().getLocalName()))
                .findFirst()
                .map(this::material)
                .orElse("");
    }

    private String material(Element parent) {
        return Xml.all(parent, "mattext").stream()
                .findFirst()
                .map(text -> "text/html".equals(text.getAttribute("texttype"))
                        ? html(text.getTextContent(), "")
                        : Xml.escaped(text.getTextContent().strip()))
                .orElse("");
    }
}
