package vn.lopmo.content.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// The rules of IMS Content Packaging 1.1 and of SCORM's Content Aggregation Model that a package of ours is under,
/// read off the specification: the schemas themselves may not be passed on and are not here.
final class ScormCheck {
    private static final Map<String, List<String>> ORDER = Map.of(
            "manifest", List.of("metadata", "organizations", "resources", "manifest", "sequencingCollection"),
            "metadata", List.of("schema", "schemaversion", "lom"),
            "organization", List.of("title", "item", "metadata", "sequencing"),
            "item", List.of("title", "item", "metadata", "sequencing"),
            "resource", List.of("metadata", "file", "dependency"));
    private static final Map<String, List<String>> ORDER_OF_LOM_12 = Map.of(
            "lom",
                    List.of(
                            "general",
                            "lifecycle",
                            "metametadata",
                            "technical",
                            "educational",
                            "rights",
                            "relation",
                            "annotation",
                            "classification"),
            "general",
                    List.of(
                            "identifier",
                            "title",
                            "catalogentry",
                            "language",
                            "description",
                            "keyword",
                            "coverage",
                            "structure",
                            "aggregationlevel"),
            "lifecycle", List.of("version", "status", "contribute"),
            "technical", List.of("format", "size", "location"),
            "rights", List.of("cost", "copyrightandotherrestrictions", "description"));

    private final Map<String, byte[]> entries;
    private final Element manifest;

    private ScormCheck(Map<String, byte[]> entries, Element manifest) {
        this.entries = entries;
        this.manifest = manifest;
    }

    static Element check(Map<String, byte[]> entries, String namespace, String version) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var content = Objects.requireNonNull(entries.get("imsmanifest.xml"), "the manifest lies at the top");
        var manifest = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(content))
                .getDocumentElement();
        assertEquals(namespace, manifest.getNamespaceURI());
        new ScormCheck(entries, manifest).check(version);
        return manifest;
    }

    private void check(String version) {
        assertEquals("ADL SCORM", one("schema").getTextContent());
        assertEquals(version, one("schemaversion").getTextContent());
        inOrder(manifest, ORDER);
        if (version.equals("1.2")) {
            inOrder(one("lom"), ORDER_OF_LOM_12);
        }
        names();
        files();
    }

    private static void inOrder(Element parent, Map<String, List<String>> order) {
        var model = order.get(parent.getLocalName());
        int last = 0;
        for (var child : children(parent)) {
            if (model != null) {
                int place = model.indexOf(child.getLocalName());
                assertTrue(place >= last, child.getLocalName() + " in " + parent.getLocalName());
                last = place;
            }
            inOrder(child, order);
        }
    }

    private void names() {
        var seen = new HashSet<String>();
        for (var each : all(manifest)) {
            var name = each.getAttribute("identifier");
            assertTrue(name.isEmpty() || (name.matches("[A-Za-z_][\\w.-]*") && seen.add(name)), name);
        }
        var organisations = one("organizations");
        assertTrue(named(organisations.getAttribute("default"), "organization"));
        for (var item : all("item")) {
            assertTrue(named(item.getAttribute("identifierref"), "resource"));
            assertFalse(children(item).getFirst().getTextContent().isBlank());
        }
    }

    private boolean named(String name, String element) {
        return all(element).stream()
                .anyMatch(each -> each.getAttribute("identifier").equals(name));
    }

    private void files() {
        Set<String> listed = new HashSet<>();
        for (var resource : all("resource")) {
            var own = children(resource).stream()
                    .map(file -> file.getAttribute("href"))
                    .toList();
            assertTrue(own.contains(resource.getAttribute("href")));
            own.forEach(file -> assertTrue(listed.add(file), "twice: " + file));
        }
        var there = new HashSet<>(entries.keySet());
        there.remove("imsmanifest.xml");
        assertEquals(there, listed);
    }

    private Element one(String name) {
        var found = all(name);
        assertEquals(1, found.size(), name);
        return found.getFirst();
    }

    private List<Element> all(String name) {
        return all(manifest).stream()
                .filter(each -> each.getLocalName().equals(name))
                .toList();
    }

    private static List<Element> all(Element root) {
        var result = new ArrayList<Element>();
        result.add(root);
        children(root).forEach(child -> result.addAll(all(child)));
        return result;
    }

    private static List<Element> children(Element parent) {
        var result = new ArrayList<Element>();
        var nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                result.add(element);
            }
        }
        return result;
    }
}
