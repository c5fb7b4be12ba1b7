package vn.lopmo.content.file.reading;

import static vn.lopmo.content.file.reading.Xml.attribute;
import static vn.lopmo.content.file.reading.Xml.child;
import static vn.lopmo.content.file.reading.Xml.children;
import static vn.lopmo.content.file.reading.Xml.inside;
import static vn.lopmo.content.file.reading.Xml.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PackageSheet.Item;
import vn.lopmo.content.file.reading.PackageSheet.Organisation;
import vn.lopmo.content.file.reading.PackageSheet.Runtime;

/// Reads `imsmanifest.xml` of SCORM 1.2 and 2004 (3rd and 4th edition): the default organisation in its order, what
/// each part opens, and of the rules those that say when a part is passed and what comes before it.
final class ScormManifest {
    static final String NAME = "imsmanifest.xml";
    private static final int MOST_ITEMS = 1_000;
    private static final int DEEPEST = 20;
    private static final int LONGEST_DATA = 4_000;

    private final Element manifest;
    private final Set<String> paths;
    private final Runtime runtime;
    private final Map<String, Element> resources = new HashMap<>();
    private final String base;
    private final List<Item> items = new ArrayList<>();

    private ScormManifest(Element manifest, Set<String> paths, Runtime runtime) {
        this.manifest = manifest;
        this.paths = paths;
        this.runtime = runtime;
        var list = child(manifest, "resources");
        this.base = attribute(manifest, "base") + attribute(list, "base");
        children(list, "resource").forEach(each -> resources.put(attribute(each, "identifier"), each));
    }

    static PackageSheet read(byte[] content, Set<String> paths) throws IOException, Unreadable {
        var manifest = child(Xml.parse(content), "manifest");
        if (manifest == null) {
            throw new Unreadable(Unreadable.MANIFEST);
        }
        return new ScormManifest(manifest, paths, runtime(manifest)).sheet();
    }

    /// Other specifications (Common Cartridge, QTI) have a manifest of the same name.
    private static Runtime runtime(Element manifest) throws Unreadable {
        var version = text(inside(child(manifest, "metadata"), "schemaversion"));
        var names = manifest.outerHtml().toLowerCase(Locale.ROOT);
        if (!names.contains("adlnet.org/xsd/adlcp") && !names.contains("adl scorm")) {
            throw new Unreadable(Unreadable.NOT_SCORM);
        }
        boolean isNew = version.contains("2004") || version.startsWith("CAM") || names.contains("adlcp_v1p3");
        return isNew ? Runtime.SCORM_2004 : Runtime.SCORM_12;
    }

    private PackageSheet sheet() throws Unreadable {
        var organisation = organisation();
        list(organisation, 0, true);
        if (items.stream().noneMatch(item -> item.href() != null)) {
            addLoneResource();
        }
        var start = items.stream().filter(item -> item.href() != null).findFirst();
        if (start.isEmpty()) {
            throw new Unreadable(Unreadable.START);
        }
        var general = inside(child(manifest, "metadata"), "general");
        var title = Stream.of(
                        text(child(organisation, "title")),
                        string(general, "title"),
                        start.get().title())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        var rights = text(inside(child(manifest, "metadata"), "rights"));
        return new PackageSheet(
                runtime,
                title,
                string(general, "description"),
                text(child(general, "language")),
                authors(),
                Licences.in(rights),
                "",
                String.valueOf(start.get().href()),
                organisation(organisation));
    }

    private @Nullable Element organisation() {
        var list = child(manifest, "organizations");
        var wanted = attribute(list, "default");
        return children(list, "organization")
                .filter(each -> attribute(each, "identifier").equals(wanted))
                .findFirst()
                .orElseGet(() -> child(list, "organization"));
    }

    private Organisation organisation(@Nullable Element organisation) {
        var mode = child(child(organisation, "sequencing"), "controlmode");
        boolean isOld = runtime == Runtime.SCORM_12 || mode == null;
        return new Organisation(
                isOld || !attribute(mode, "choice").equals("false"),
                isOld || attribute(mode, "flow").equals("true"),
                attribute(mode, "forwardonly").equals("true"),
                List.copyOf(items));
    }

    private void list(@Nullable Element parent, int level, boolean visible) throws Unreadable {
        for (var each : children(parent, "item").toList()) {
            if (items.size() >= MOST_ITEMS || level > DEEPEST) {
                throw new Unreadable(Unreadable.MANIFEST);
            }
            boolean shown = visible && !attribute(each, "isvisible").equals("false");
            items.add(item(each, level, shown));
            list(each, level + 1, shown);
        }
    }

    private Item item(Element item, int level, boolean shown) throws Unreadable {
        var resource = resources.get(attribute(item, "identifierref"));
        var href = resource == null ? null : href(item, resource);
        var objectives = child(child(item, "sequencing"), "objectives");
        var primary = child(objectives, "primaryobjective");
        return new Item(
                attribute(item, "identifier"),
                text(child(item, "title")),
                level,
                href,
                href != null && isSco(resource),
                !shown,
                orNull(text(child(item, "prerequisites"))),
                passingScore(item, primary),
                fraction(
                        text(child(item, "completionthreshold")),
                        attribute(child(item, "completionthreshold"), "minprogressmeasure")),
                orNull(text(child(item, "datafromlms"))),
                orNull(text(child(item, "maxtimeallowed"))),
                orNull(text(child(item, "timelimitaction"))),
                Stream.concat(Stream.ofNullable(primary), children(objectives, "objective"))
                        .map(each -> attribute(each, "objectiveid"))
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    private @Nullable BigDecimal passingScore(Element item, @Nullable Element primary) {
        if (runtime == Runtime.SCORM_12) {
            return percent(text(child(item, "masteryscore")));
        }
        return attribute(primary, "satisfiedbymeasure").equals("true")
                ? fraction(text(child(primary, "minnormalizedmeasure")), "1")
                : null;
    }

    private static boolean isSco(@Nullable Element resource) {
        return !attribute(resource, "scormtype").equalsIgnoreCase("asset");
    }

    private String href(Element item, Element resource) throws Unreadable {
        var address = base + attribute(resource, "base") + attribute(resource, "href");
        var path = Archive.resolve("", address);
        if (!paths.contains(path)) {
            throw new Unreadable(Unreadable.START, path);
        }
        int rest = address.replaceFirst("[?#].*$", "").length();
        return path + withParameters(address.substring(rest), attribute(item, "parameters"));
    }

    private static String withParameters(String rest, String parameters) {
        var given = parameters.replaceFirst("^[?&]+", "");
        if (given.isEmpty() || given.startsWith("#")) {
            return rest + (rest.contains("#") ? "" : given);
        }
        return rest + (rest.contains("?") ? "&" : "?") + given;
    }

    /// A manifest without items still has what it opens.
    private void addLoneResource() throws Unreadable {
        for (var resource : resources.values()) {
            var href = attribute(resource, "href");
            if (EntryTypes.isPage(href.replaceFirst("[?#].*$", ""))) {
                items.add(new Item(
                        attribute(resource, "identifier"),
                        "",
                        0,
                        href(resource, resource),
                        isSco(resource),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
                return;
            }
        }
    }

    /// A LOM string: the first language it is written in.
    private static String string(@Nullable Element general, String name) {
        return text(child(child(general, name), "string")).isEmpty()
                ? text(child(child(general, name), "langstring"))
                : text(child(child(general, name), "string"));
    }

    /// Who is named in vCards of the life cycle.
    private List<String> authors() {
        var cards = inside(child(manifest, "metadata"), "lifecycle");
        return cards == null
                ? List.of()
                : cards.wholeText()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.toUpperCase(Locale.ROOT).startsWith("FN:"))
                        .map(line -> line.substring(3).strip())
                        .distinct()
                        .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text.length() > LONGEST_DATA ? text.substring(0, LONGEST_DATA) : text;
    }

    private static @Nullable BigDecimal fraction(String text, String otherwise) {
        var number = number(text.isEmpty() ? otherwise : text);
        boolean isShare = number != null && number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
        return isShare ? number : null;
    }

    /// Of a hundred, in SCORM 1.2.
    private static @Nullable BigDecimal percent(String text) {
        var number = number(text);
        return number == null ? null : fraction(number.movePointLeft(2).toPlainString(), "");
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.isEmpty() || text.length() > 12 ? null : new BigDecimal(text);
        } catch (NumberFormatException words) {
            return null;
        }
    }
}
