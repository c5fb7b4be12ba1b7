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
    private static final String PAGE = "(?i).*\\.x?html?";

    private final Map<String, byte[]> files;
    private final Map<String, Element> resources = new LinkedHashMap<>();
    private final CartridgePages pages;
    private final String root;

    private CartridgeReader(Map<String, byte[]> files, String root) {
        this.files = files;
        this.root = root;
        this.pages = new CartridgePages(files, root);
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
        if (units.stream().allMatch(unit -> unit.lessons().stream()
                .allMatch(lesson -> lesson.parts().isEmpty()))) {
            units = besides();
        }
        if (units.isEmpty()) {
            throw new Refusal.Invalid("cartridge-empty");
        }
        return new Cartridge(title, units, pages.pictures());
    }

    /// The pages of a cartridge whose outline is empty, in the order in which they stand.
    private List<Unit> besides() {
        var lessons = resources.values().stream()
                .filter(one -> one.getAttribute("type").equals("webcontent"))
                .map(this::pathOf)
                .filter(path -> path.matches(PAGE))
                .map(path -> {
                    var title = Jsoup.parse(text(path)).title().strip();
                    return new Lesson(title, pages.parts(title, text(path), folderOf(path)));
                })
                .toList();
        return lessons.isEmpty() ? List.of() : List.of(new Unit("", lessons));
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
        var here = own == null ? Stream.<Part>empty() : parts(Xml.text(item, "title"), own);
        return Stream.concat(here, Xml.children(item, "item").stream().flatMap(this::parts));
    }

    private Stream<Part> parts(String title, Element resource) {
        var path = pathOf(resource);
        return path.matches(PAGE)
                ? pages.parts(title, text(path), folderOf(path)).stream()
                : Stream.of(part(title, resource.getAttribute("type"), path));
    }

    private Part part(String title, String type, String path) {
        if (type.startsWith("imswl")) {
            var link = Xml.read(bytes(path));
            return new Link(
                    title,
                    Xml.child(link, "url").map(url -> url.getAttribute("href")).orElse(""));
        }
        if (type.startsWith("imsdt")) {
            return new Topic(title, pages.html(Xml.text(Xml.read(bytes(path)), "text"), ""));
        }
        if (type.startsWith("imsqti")) {
            return quiz(title, Xml.read(bytes(path)));
        }
        if (type.startsWith("assignment")) {
            return new Page(title, pages.html(Xml.text(Xml.read(bytes(path)), "text"), ""));
        }
        if (path.matches("(?i).*\\.(png|jpe?g|gif|webp)")) {
            return new Page(title, pages.html("<img src=\"/" + path.replace("\"", "") + "\">", ""));
        }
        return new Other(title, type, path);
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

    private String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) {
        var found = files.get(root + path);
        if (found == null) {
            throw new Refusal.Invalid("cartridge-lacks-file", path);
        }
        return found;
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
                        ? pages.html(text.getTextContent(), "")
                        : Xml.escaped(text.getTextContent().strip()))
                .orElse("");
    }
}
